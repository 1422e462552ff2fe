#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A writer and an editor take turns at one file: each is shown what the other did since, and nothing else."""
import json
import os
import subprocess

from e2e import equal, main
from proviso import Proviso, key, type_text, wait_for

TEXT = "# Dues\n\nThe port lowered its dues. Nobody asked for it.\n\nA second paragraph stands here.\n"
SINCE = ".*since you last looked.*"


class Turn(Proviso):
    """One sitting of a person at the file. At its end all is saved."""

    def __init__(self, home, name, path):
        settings = home.path("config/glib-2.0/settings")
        os.makedirs(settings, exist_ok=True)
        with open(os.path.join(settings, "keyfile"), "w") as file:
            file.write(f"[io/github/proviso_editor/Proviso]\nperson-name='{name}'\n")
        super().__init__(home, path, env={"GSETTINGS_BACKEND": "keyfile"})
        self.window("Dues")
        self.wait_for_focus("text", "Draft")

    def save(self):
        key("ctrl+s")
        self.wait_for_subtitle("dues.proviso(?! – (edited|saving)).*")

    def leave(self):
        """Closes the window; by then there was time to say that somebody changed something."""
        told = [node.name for node in self.showing("label", SINCE)]
        equal(self.quit(), 0)
        return told

    def see_changes(self, summary):
        """The notice says so; its first answer leads to the list. Returns what the rows say."""
        self.see("label", summary)
        self.see("button", "Show Changes").act()
        changes = self.see("list", "Changes")
        self.wait_for_focus("list item")
        wait_for(lambda: not self.showing("label", SINCE), "the notice to go")
        return [row.name for row in changes.read().walk() if row.role == "list item"]


def done(proviso):
    """With the list of changes."""
    proviso.press("Done")
    wait_for(lambda: not proviso.showing("list", "Changes"), "the list of changes to go")


def check(path):
    """What scripts are told, and with which status."""
    return subprocess.run(["provisoctl", "check", path], capture_output=True, text=True)


def write(proviso, words):
    key("ctrl+End")
    type_text(words)
    proviso.wait_for_draft(f"to have {words!r}", lambda text: words in text)


def begin(home):
    """The file as the writer made it, which the editor has opened once."""
    path = home.document("dues.proviso")
    with Proviso(home, home.write("dues.md", TEXT)) as proviso:
        proviso.window("Dues")
        proviso.wait_for_focus("text", "Draft")
        key("ctrl+s")
        proviso.choose_file("Save As", path)
        proviso.wait_for_subtitle("dues.proviso")
        proviso.quit()
    for name in ("Will", "Edda"):
        with Turn(home, name, path) as proviso:
            equal(proviso.leave(), [])
    return path


def test_turns(home):
    path = begin(home)

    with Turn(home, "Will", path) as proviso:
        write(proviso, "A third one came.")
        proviso.save()
        equal(proviso.leave(), [])

    # What is written in the draft is signed by nobody.
    with Turn(home, "Edda", path) as proviso:
        rows = proviso.see_changes("Changed since you last looked: 1 passage")
        equal(rows, ["Passage added. inserted “A third one came.”"])
        key("F7")
        # Shown, and not selected: the next key would replace it.
        draft = proviso.draft()
        wait_for(lambda: draft.caret == len(TEXT), f"the cursor to be before the words, not at {draft.caret}")
        equal(draft.selected_text, "")
        proviso.see("button", "Done").act()
        wait_for(lambda: not proviso.showing("list", "Changes"), "the list of changes to go")
        proviso.wait_for_focus()
        key("F6")
        proviso.wait_for_focus("text", "Draft")
        proviso.select_in_draft("The port lowered its dues")
        key("ctrl+shift+c")
        proviso.wait_for_focus("text", "What Is Claimed")
        proviso.save()
        equal(proviso.leave(), [])

    # She does not see what she did herself, nor what she has seen.
    with Turn(home, "Edda", path) as proviso:
        equal(proviso.leave(), [])

    with Turn(home, "Will", path) as proviso:
        rows = proviso.see_changes("Edda changed 1 claim since you last looked")
        equal(len(rows), 1)
        equal(rows[0].split(". ")[:2], ["Claim added", "The port lowered its dues"])
        equal("Edda" in rows[0], True)
        # Enter leads to the claim's page, Escape back to the list.
        key("Return")
        proviso.see("grouping", "Claim")
        key("Escape")
        proviso.see("list", "Changes")
        done(proviso)
        equal(proviso.leave(), [])

    with Turn(home, "Will", path) as proviso:
        equal(proviso.leave(), [])


def test_whole_round(home):
    """Doubted and checked by the one, mended and answered by the other, confirmed: and the article is ready."""
    claim, doubt = "The port lowered its dues", "Nobody at all?"
    start = TEXT.index(claim)
    anchor = {"start": start, "end": start + len(claim), "exact": claim}
    path = home.write("dues.proviso", json.dumps(
        {"proviso": 1, "id": "dues", "title": "", "language": "en", "created": None, "modified": None, "draft": [TEXT],
         "claims": [{"id": "claim", "statement": claim, "status": "analysis", "anchors": [anchor]}], "caveats": [],
         "sources": []}))
    for name in ("Will", "Edda"):
        with Turn(home, name, path) as proviso:
            equal(proviso.leave(), [])

    with Turn(home, "Edda", path) as proviso:
        proviso.select_in_draft("Nobody asked for it")
        key("ctrl+shift+f")
        proviso.wait_for_focus("text", "What Is Doubtful")
        type_text(doubt)
        proviso.choose("Severity", "Major")
        proviso.press("Suggest an Edit")
        proviso.wait_for_focus("text", "Text Instead of the Passage")
        key("ctrl+a")
        type_text("Hardly anybody asked for it")
        proviso.press("Save Suggestion")
        proviso.see("text", "Comment").write("I know of two.")
        proviso.press("Send Comment")
        proviso.see("list item", ".*I know of two.")
        proviso.press("Back")
        proviso.open_record("Claims", claim)
        proviso.press("Mark as Checked")
        proviso.see("list item", "Checked by Edda.*")
        proviso.see("button", "Readiness: 1 to go")
        proviso.save()
        equal(proviso.leave(), [])
    equal(check(path).returncode, 1)

    with Turn(home, "Will", path) as proviso:
        rows = proviso.see_changes("Edda changed 1 claim and 1 caveat since you last looked")
        equal([row.split(". ")[0] for row in rows], ["Claim checked", "Caveat flagged"])
        done(proviso)
        proviso.open_record("Caveats", doubt)
        proviso.press("Apply to Draft")
        proviso.wait_for_draft("with the suggestion", lambda text: "dues. Hardly anybody asked for it." in text)
        proviso.see("list item", "Addressed")
        proviso.see("text", "Reply").write("So do I, now.")
        proviso.press("Send Reply")
        proviso.see("list item", ".*So do I, now.")
        proviso.save()
        equal(proviso.leave(), [])
    equal(check(path).returncode, 1)

    with Turn(home, "Edda", path) as proviso:
        rows = proviso.see_changes("Will changed 1 passage, 1 caveat and 1 comment since you last looked")
        equal([row.split(". ")[0] for row in rows], ["Passage changed", "Caveat addressed", "Comment added"])
        done(proviso)
        proviso.open_record("Caveats", doubt)
        proviso.press("Confirm")
        proviso.see("list item", "Confirmed")
        proviso.see("button", "Readiness: Ready")
        proviso.save()
        equal(proviso.leave(), [])
    answer = check(path)
    equal((answer.returncode, answer.stderr), (0, ""))
    equal("ready to publish; 0 warnings" in answer.stdout, True)


def test_outside(home):
    """A script changes words on which a caveat was settled: it is open again, and the file is to be saved."""
    words = "Nobody asked for it"
    start = TEXT.index(words)
    caveat = {"id": "caveat", "state": "accepted", "text": "Nobody at all?", "reason": "Known",
              "anchors": [{"start": start, "end": start + len(words), "exact": words}]}
    path = home.write("dues.proviso", json.dumps(
        {"proviso": 1, "id": "dues", "created": None, "modified": None, "draft": [TEXT], "caveats": [caveat]}))
    with Turn(home, "Edda", path) as proviso:
        equal(proviso.leave(), [])
    with open(path) as file:
        content = file.read()
    home.write("dues.proviso", content.replace("dues. Nobody asked", "dues. Nobody had asked"))
    with Turn(home, "Edda", path) as proviso:
        proviso.see("label", "1 caveat was reopened: its words were changed outside Proviso")
        rows = proviso.see_changes("Changed since you last looked: 1 passage and 1 caveat")
        equal([row.split(". ")[0] for row in rows], ["Passage changed", "Caveat reopened"])
        done(proviso)
        proviso.open_record("Caveats", "Nobody at all?")
        proviso.see("list item", "Reopened")
        proviso.see("label", "The words of its passage were changed outside Proviso.*")
        proviso.save()
        equal(proviso.leave(), [])
    with Turn(home, "Edda", path) as proviso:
        equal(proviso.leave(), [])


def test_left(home):
    """What nobody looked at stands until somebody does, or does not want to."""
    summary = "Changed since you last looked: 1 passage"
    path = begin(home)
    with Turn(home, "Will", path) as proviso:
        write(proviso, "A third one came.")
        proviso.save()
        equal(proviso.leave(), [])
    with Turn(home, "Edda", path) as proviso:
        proviso.see("label", summary)
        equal(proviso.leave(), [summary])
    # A list that is still open is not looked through.
    with Turn(home, "Edda", path) as proviso:
        proviso.see_changes(summary)
        equal(proviso.leave(), [])
    # Saving what one does oneself changes nothing about that; it is not told.
    with Turn(home, "Edda", path) as proviso:
        proviso.see("label", summary)
        proviso.select_in_draft("The port lowered its dues")
        key("ctrl+shift+c")
        proviso.wait_for_focus("text", "What Is Claimed")
        proviso.save()
        equal(proviso.leave(), [summary])
    with Turn(home, "Edda", path) as proviso:
        proviso.see("label", summary)
        proviso.see("button", "Dismiss").act()
        wait_for(lambda: not proviso.showing("label", SINCE), "the notice to go")
        equal(proviso.leave(), [])
    with Turn(home, "Edda", path) as proviso:
        equal(proviso.leave(), [])


def test_dismissed(home):
    path = begin(home)
    with Turn(home, "Will", path) as proviso:
        write(proviso, "A third one came.")
        proviso.save()
        proviso.leave()
    with Turn(home, "Edda", path) as proviso:
        proviso.see("label", "Changed since you last looked: 1 passage")
        proviso.see("button", "Dismiss").act()
        wait_for(lambda: not proviso.showing("label", SINCE), "the notice to go")
        proviso.leave()
    with Turn(home, "Edda", path) as proviso:
        equal(proviso.leave(), [])


main()
