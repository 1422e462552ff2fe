#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-check.py PROVISOCTL COMPLETE EXAMPLE: what "provisoctl check" finds, where, and how it says so.
import json
import pathlib
import subprocess
import sys
import tempfile

provisoctl, complete, example = sys.argv[1:]
KINDS = {"caveat_open", "refuted_in_text", "passage_lost", "check_stale", "source_missing", "caveat_unconfirmed",
         "status_unchecked", "never_checked", "authenticity_missing", "reason_missing", "review_due", "passage_found",
         "source_named", "section_outdated"}
CHECK = {"by": "Ana", "at": "2026-03-28T09:30:00Z"}


def run(*args):
    answer = subprocess.run([provisoctl, "check", *map(str, args)], capture_output=True, text=True,
                            env={"LC_ALL": "C.UTF-8"})
    assert answer.returncode == 2 or answer.stderr == "", answer.stderr
    return answer.returncode, answer.stdout


def anchor(draft, words, state="exact"):
    text = "".join(draft)
    start = text.index(words)
    return {"start": start, "end": start + len(words), "exact": words, "prefix": text[max(0, start - 32):start],
            "suffix": text[start + len(words):start + len(words) + 32], "heading": [], "state": state}


def project(draft, claims=(), caveats=()):
    return {"proviso": 1, "id": "p", "title": "", "language": "en", "created": None, "modified": None, "draft": draft,
            "claims": list(claims), "caveats": list(caveats), "sources": []}


def place(path, line, column):
    return path.read_text(encoding="utf-8-sig").split("\n")[line - 1][column - 1:]


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    draft = ["# Häfen\n", "\n", "Dues “fell” \U0001F6A2 by\t12%.\n", "They\\we said so; nobody asked.\n"]
    analysis = {"id": "claim-1", "statement": "Dues fell.", "status": "analysis", "anchors": [anchor(draft, "12%")],
                "check": CHECK | {"passages": ["12%"]}}
    bare = {"id": "claim-2", "statement": "They\n said \x1b[31mso.", "status": "stated",
            "anchors": [anchor(draft, "said so")], "check": CHECK | {"passages": ["said so"]}}
    blocker = {"id": "caveat-1", "type": "legal_risk", "severity": "blocker", "state": "open", "text": "Was it asked?",
               "claim": "claim-1"}
    lost = {"id": "caveat-2", "type": "style", "severity": "note", "state": "addressed", "text": "",
            "anchors": [anchor(draft, "nobody", "lost")], "confirmed": CHECK}
    note = {"id": "caveat-3", "type": "style", "severity": "note", "state": "open", "text": "Clumsy."}

    good, blocked, broken = folder / "good.proviso", folder / "blocked.proviso", folder / "broken.proviso"
    good.write_text(json.dumps(project(draft, [analysis], [note]), ensure_ascii=False, indent=2), encoding="utf-8")
    broken.write_text('{"proviso": 1', encoding="utf-8")
    everything = project(draft, [analysis, bare], [lost, blocker, note])

    # A warning does not keep a project from being ready; it stands where its record is written.
    status, out = run(good)
    line = next(i for i, text in enumerate(good.read_text().split("\n"), 1) if '"caveat-3"' in text) - 1
    assert (status, out) == (0, f"{good}:{line}:5: warns: Note still open: Clumsy.\n"
                                f"{good}: ready to publish; 1 warning\n"), out

    # The same places, whichever way JSON spells the words that come before them.
    for form in ({"indent": 2, "ensure_ascii": False}, {"indent": 2}, {}, {"ensure_ascii": False}):
        for encoding in ("utf-8", "utf-8-sig"):
            blocked.write_text(json.dumps(everything, **form), encoding=encoding)
            status, out = run(blocked)
            lines = out.splitlines()
            assert status == 1 and len(lines) == 5, out
            # What blocks first, the gravest first.
            for text, ending, words in zip(lines, (
                    "blocks: Blocker still open: Was it asked?", "blocks: Passage gone from the text",
                    "blocks: No source: They  said  [31mso.", "warns: Note still open: Clumsy."),
                    ("12%", '{"id":"caveat-2"', "said so", '{"id":"caveat-3"')):
                assert text.endswith(": " + ending), (text, ending)
                name, line, column, _ = text.split(":", 3)
                there = place(blocked, int(line), int(column))
                if words.startswith("{"):
                    start = blocked.read_text(encoding="utf-8-sig").index(there) if there != "{" else None
                    assert there == "{" or there.replace(" ", "").startswith(words), (text, there, start)
                else:
                    assert there.startswith(words), (text, there)
            assert lines[4] == f"{blocked}: blocked, 3 to go, 1 of them a blocker; 1 warning", lines[4]

    # A section on unconfirmed points that is out of date is a warning like others, at its place; where it is as the
    # records ask for, nothing is said of it.
    words = "## Unsure\n\n- Unconfirmed: Dues fell."
    words_of = {name: "" for name in ("caveat", "unchecked", "stated", "reported", "leaked", "disputed", "unverifiable",
                                      "leadIn", "attributedTo", "asOf")}
    section = folder / "section.proviso"
    for status_of, warned in ("disputed", True), ("unconfirmed", False):
        text = [*draft, "\n", *(line + "\n" for line in words.split("\n"))]
        content = project(text, [analysis | {"status": status_of, "evidence": [{"source": "source-1"}]}])
        content["sources"] = [{"id": "source-1"}]
        content["remains"] = words_of | {
            "heading": "Unsure", "unconfirmed": "Unconfirmed:", "generated": words.splitlines(keepends=True),
            "anchor": anchor(text, words)}
        section.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
        status, out = run(section)
        assert status == 0 and ("Section on unconfirmed points out of date" in out) == warned, out
        assert out.endswith(f"{section}: ready to publish; {int(warned)} warning{'' if warned else 's'}\n"), out
        findings = json.loads(run("--json", section)[1])["files"][0]["findings"]
        assert len(findings) == warned, findings
        if warned:
            name, line, column, _ = out.split(":", 3)
            assert place(section, int(line), int(column)).startswith("## Unsure"), out
            assert (findings[0]["kind"], findings[0]["blocks"], findings[0]["record"], findings[0]["id"]) == (
                "section_outdated", False, "section", None), findings
            assert findings[0]["end"] - findings[0]["start"] == len(words)

    # So is a confidential source that the draft names, as whole words and where it does so first, unless it may be
    # named or its name says nothing.
    named = folder / "named.proviso"
    content = project(["# Week\n", "\n", "At Creati.AI they say: *openAI’s* people, OpenAI, HR.\n"])
    for source, title, confidential, found in (
            ("s1", "OpenAI", True, "openAI"), ("s2", "AI", True, None), ("s3", "HR", True, None),
            ("s4", "OpenAI", False, None), ("s5", "creati", True, None)):
        content["sources"] = [{"id": source, "title": title, "confidential": confidential}]
        named.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
        status, out = run(named)
        assert status == 0 and ("warns: Names a confidential source: " + title in out) == bool(found), out
        findings = json.loads(run("--json", named)[1])["files"][0]["findings"]
        assert len(findings) == bool(found), findings
        report = subprocess.run([provisoctl, "report", str(named)], capture_output=True, text=True)
        assert ("names 1 confidential source." in report.stderr) == bool(found), report.stderr
        assert "onfidential" not in report.stdout, report.stdout
        if found:
            name, line, column, _ = out.split(":", 3)
            assert place(named, int(line), int(column)).startswith(found), out
            assert (findings[0]["kind"], findings[0]["blocks"], findings[0]["record"], findings[0]["id"]) == (
                "source_named", False, "source", source), findings
            assert "".join(content["draft"])[findings[0]["start"]:findings[0]["end"]] == found, findings
    content["sources"] = [{"id": "s1", "title": "OpenAI", "confidential": True},
                          {"id": "s2", "title": "The OpenAI", "publisher": "OpenAI"}]
    named.write_text(json.dumps(content))
    assert "Names" not in run(named)[1]

    # One answer for several files, the worst status.
    status, out = run(good, blocked)
    assert status == 1 and f"{good}: ready" in out and f"{blocked}: blocked" in out
    status, out = run(broken, blocked, folder / "none.proviso")
    assert status == 2 and out.startswith(f"{broken}:1:14: ") and f"{blocked}: blocked" in out, out
    assert out.splitlines()[-1].startswith(f"{folder}/none.proviso: "), out

    # What was settled on words that something else changed since is open again.
    settled = {"id": "caveat-1", "type": "weak_source", "severity": "major", "state": "accepted", "text": "Is it?",
               "reason": "Known", "confirmed": CHECK, "anchors": [anchor(draft, "They\\we said so")]}
    content = project(draft, [], [settled])
    changed = folder / "changed.proviso"
    changed.write_text(json.dumps(content))
    assert run(changed)[0] == 0
    for words, finding in (("They\\we said no", "blocks: Major caveat still open: Is it?"), ("", "blocks: Passage gone")):
        content["draft"] = [line.replace("They\\we said so", words) for line in draft]
        changed.write_text(json.dumps(content))
        status, out = run(changed)
        assert status == 1 and finding in out, (words, out)

    # The same as JSON.
    status, out = run("--json", good, blocked, broken)
    assert status == 2
    files = json.loads(out)["files"]
    assert [file["state"] for file in files] == ["ready", "blocked", "unusable"]
    assert list(files[1]) == ["file", "state", "blockers", "blocking", "warnings", "findings"], files[1]
    assert list(files[2]) == ["file", "state", "error"] and files[2]["error"]
    assert (files[1]["blockers"], files[1]["blocking"], files[1]["warnings"]) == (1, 3, 1)
    findings = files[1]["findings"]
    assert [finding["kind"] for finding in findings] == [
        "caveat_open", "passage_lost", "source_missing", "caveat_open"], findings
    assert [finding["blocks"] for finding in findings] == [True, True, True, False]
    assert [finding["id"] for finding in findings] == ["caveat-1", "caveat-2", "claim-2", "caveat-3"]
    assert [finding["record"] for finding in findings] == ["caveat", "caveat", "claim", "caveat"]
    text = "".join(draft)
    assert text[findings[0]["start"]:findings[0]["end"]] == "12%" and findings[1]["start"] is None
    assert list(findings[0]) == ["kind", "blocks", "record", "id", "subject", "title", "explanation", "line", "column",
                                 "start", "end"], findings[0]
    for finding in findings:
        assert finding["title"] and finding["explanation"].endswith("."), finding

    with open("/dev/full", "w") as full:
        for args in (["--json"], []):
            answer = subprocess.run([provisoctl, "check", *args, good], stdout=full, stderr=subprocess.PIPE, text=True)
            assert answer.returncode == 2 and "could not be written" in answer.stderr, (args, answer)

status, out = run("--json", example, complete)
files = json.loads(out)["files"]
assert status == 1 and files[0]["state"] == "blocked" and files[1]["state"] == "to_go", out
for file in files:
    assert file["blocking"] + file["warnings"] == len(file["findings"])
    assert {finding["kind"] for finding in file["findings"]} <= KINDS
assert run("--json", example, complete) == (status, out)

# A mistaken call is not "not ready".
for args in ([], ["--nonsense", example]):
    answer = subprocess.run([provisoctl, "check", *args], capture_output=True, text=True, env={"LC_ALL": "C.UTF-8"})
    assert answer.returncode == 2 and answer.stdout == "" and answer.stderr.startswith("provisoctl: "), answer
status, out = run("--help")
assert status == 0 and "--json" in out and all(kind in out for kind in KINDS), out
