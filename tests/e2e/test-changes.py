#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A writer and an editor take turns at one file: each is shown what the other did since, and nothing else."""
import os

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
        equal(proviso.leave(), [])

    with Turn(home, "Will", path) as proviso:
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
