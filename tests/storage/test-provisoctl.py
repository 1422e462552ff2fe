#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-provisoctl.py PROVISOCTL COMPLETE: what provisoctl prints and with which status it exits.
import json
import pathlib
import subprocess
import sys
import tempfile

provisoctl, complete = sys.argv[1:]


def run(*args):
    answer = subprocess.run([provisoctl, *args], capture_output=True, text=True, env={"LC_ALL": "C.UTF-8"})
    return answer.returncode, answer.stdout, answer.stderr


source = pathlib.Path(complete).read_text(encoding="utf-8")


ADVICE = "The file was damaged, or edited by hand: mend this place, or go back to an earlier copy."


def line_of(words):
    return source[:source.index(words)].count("\n") + 1


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    bad, odd, loose = folder / "bad.proviso", folder / "odd.proviso", folder / "loose.proviso"
    bad.write_text(source.replace('"quantity"', '"é" x'), encoding="utf-8")
    odd.write_text(source.replace('"claim": "claim-1"', '"claim": "nobody"'), encoding="utf-8")
    loose.write_text('{"draft":["a"],"proviso":1,"id":"p","created":null,"modified":null}', encoding="utf-8")

    odd_place = f"{odd}:{line_of('"claim": "claim-1"')}:16"
    bad_place = f"{bad}:{line_of('"quantity"')}:19"
    assert run("validate", complete) == (0, "", "")
    assert run("validate", odd, complete) == (
        0, f"{odd_place}: warning: caveats[0].claim names the claim “nobody”, which is not in the file.\n", "")
    status, out, err = run("validate", bad, complete, odd)
    assert status == 2 and out.startswith(f"{bad_place}: “x” cannot stand here. {ADVICE}\n{odd_place}: warning: "), out
    # A member that makes no sense says whose it is.
    torn = folder / "torn.proviso"
    torn.write_text(source.replace('"severity": "', '"severity": "un', 1), encoding="utf-8")
    status, out, err = run("validate", torn)
    assert status == 2 and "caveats[0].severity " in out and f" It belongs to caveat 1 of the file. {ADVICE}\n" in out, out
    status, out, err = run("validate", folder / "none.proviso")
    assert status == 2 and out.startswith(f"{folder}/none.proviso: ") and "no such file" in out and err == "", out

    assert run("format", complete) == (0, source, "")
    status, out, err = run("format", loose)
    assert (status, err) == (0, "") and out == (
        '{\n  "proviso": 1,\n  "id": "p",\n  "title": "",\n  "language": "en",\n  "created": null,\n  "modified": null,\n'
        '  "draft": [\n    "a"\n  ],\n  "claims": [],\n  "caveats": [],\n  "sources": []\n}\n'), out
    # What the change of the draft reopens is written, or nobody would learn of it once the passage has its new words.
    odd.write_text(source.replace('"They will rise."', '"They will risk it."'), encoding="utf-8")
    status, out, err = run("format", odd)
    written = next(one for one in json.loads(out)["caveats"] if one["id"] == "caveat-1")
    assert (status, err, written["state"]) == (0, "", "open"), out
    assert written["history"][-1] | {"at": ""} == {
        "at": "", "by": "", "what": "state", "from": "accepted", "to": "open", "cause": "passage_changed_outside"}, written
    odd.write_text(out, encoding="utf-8")
    assert run("format", odd) == (0, out, "")
    status, out, err = run("format", bad)
    assert (status, out) == (2, "") and err == f"{bad}:28:19: “x” cannot stand here. {ADVICE}\n", err
    with open("/dev/full", "w") as full:
        answer = subprocess.run([provisoctl, "format", complete], stdout=full, stderr=subprocess.PIPE, text=True)
        assert answer.returncode == 2 and "could not be written" in answer.stderr, answer

for args in ([], ["validate"], ["format", complete, complete], ["frobnicate"], ["--nonsense"], ["validate", "--nonsense"]):
    status, out, err = run(*args)
    assert status == 1 and out == "" and err.startswith("provisoctl: "), (args, status, out, err)
assert run("--version")[1].startswith("provisoctl ")
status, out, err = run("--help")
assert status == 0 and "validate" in out and "format" in out
assert "FILE…" in run("validate", "--help")[1]
