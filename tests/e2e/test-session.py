#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was open when the program ended is open again at the next start, and nothing typed is lost at its end."""
import json

from e2e import contains, equal, main, read
from proviso import Proviso, key, type_text, wait_for


def project_text(title):
    return json.dumps({
        "proviso": 1, "id": title.lower(), "title": title, "language": "en",
        "created": "2026-03-01T08:00:00Z", "modified": "2026-03-01T08:00:00Z",
        "draft": ["One line.\n", "Another line.\n", "The last line.\n"], "claims": [], "caveats": [], "sources": [],
    }, indent=2) + "\n"


def draft_of(path):
    return json.loads(read(path))["draft"]


def test_two_projects_come_back(home):
    first = home.write("harbour.proviso", project_text("Harbour"))
    second = home.write("ferries.proviso", project_text("Ferries"))
    with Proviso(home, first, second) as proviso:
        for title, downs in (("Harbour", 1), ("Ferries", 2)):
            proviso.window(title)
            proviso.raise_window(title)
            proviso.wait_for_focus("text", "Draft")
            key("ctrl+Home")
            for _ in range(downs):
                key("Down")
        equal(proviso.quit(), 0)

    with Proviso(home) as proviso:
        for title in ("Harbour", "Ferries"):
            proviso.window(title)
        equal(len(proviso.windows()), 2)
        for title, path, line in (("Harbour", first, 1), ("Ferries", second, 2)):
            proviso.raise_window(title)
            proviso.wait_for_focus("text", "Draft")
            type_text("Here: ")
            key("ctrl+s")
            wait_for(lambda: draft_of(path)[line].startswith("Here: "), f"the words in line {line} of {title}")
        equal(proviso.quit(), 0)


def test_ended_from_outside(home):
    path = home.write("harbour.proviso", project_text("Harbour"))
    with Proviso(home, path) as proviso:
        proviso.wait_for_focus("text", "Draft")
        key("ctrl+Home")
        type_text("not saved yet ")
        draft = proviso.draft()
        wait_for(lambda: draft.text.startswith("not saved yet "), "the words in the draft")
        # At once: the journal is written every half a second.
        type_text("x")
        wait_for(lambda: draft.text.startswith("not saved yet x"), "the last letter")
        proviso.process.terminate()
        equal(proviso.wait(), 0)
    equal(draft_of(path)[0], "One line.\n")

    with Proviso(home) as proviso:
        proviso.see("label", "Recovered unsaved changes")
        proviso.wait_for_subtitle("harbour.proviso – edited")
        contains(proviso.draft_text(), "not saved yet xOne line.")


main()
