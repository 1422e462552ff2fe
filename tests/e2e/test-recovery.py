#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that is killed while somebody types: the next start has the words, and the file was never touched."""
import json
import subprocess
import time

from e2e import contains, equal, main, read
from proviso import Proviso, key, type_text, wait_for

TEXT = "# Harbour Dues\n\nThe port lowered its dues in March.\n"
PROJECT = json.dumps({
    "proviso": 1, "id": "harbour", "title": "Harbour Dues", "language": "en",
    "created": "2026-03-01T08:00:00Z", "modified": "2026-03-01T08:00:00Z",
    "draft": TEXT.splitlines(keepends=True), "claims": [], "caveats": [], "sources": [],
}, indent=2) + "\n"
# What may be missing, in seconds.
ALLOWED = 1
WORDS = "and so it goes on "


def type_until_killed(proviso, seconds):
    """Kills the program while keys come in. Returns what its draft had held when there was still time to keep it."""
    draft = proviso.draft()
    key("ctrl+End")
    typist = subprocess.Popen(["xdotool", "type", "--delay", "60", "--", WORDS * 100])
    seen = []
    started = time.monotonic()
    try:
        while time.monotonic() - started < seconds:
            seen.append((draft.text, time.monotonic()))
            time.sleep(0.02)
        killed = time.monotonic()
        proviso.kill()
    finally:
        typist.kill()
        typist.wait()
        # It may have ended with a key down.
        subprocess.run(["xdotool", "keyup", *sorted(set(WORDS) - {" "}), "space"], check=True)
    safe = [text for text, when in seen if when <= killed - ALLOWED]
    assert len(safe[-1]) > len(TEXT) + 10, f"hardly anything was typed: {safe[-1]!r}"
    return safe[-1]


def test_words_of_a_project(home):
    path = home.write("harbour.proviso", PROJECT)
    with Proviso(home, path) as proviso:
        proviso.wait_for_focus("text", "Draft")
        typed = type_until_killed(proviso, 4)
    equal(read(path), PROJECT.encode())

    with Proviso(home) as proviso:
        proviso.see("label", "Recovered unsaved changes")
        proviso.wait_for_subtitle("harbour.proviso – edited")
        recovered = proviso.draft_text()
        assert recovered.startswith(typed), f"{typed!r} was typed in time, and {recovered!r} is left"
        equal(read(path), PROJECT.encode())

        # Killed once more, without a key: it is still safe.
        proviso.kill()

    with Proviso(home, path) as proviso:
        proviso.see("label", "Recovered unsaved changes")
        proviso.wait_for_draft("as it was recovered", lambda text: text == recovered)
        key("ctrl+s")
        proviso.wait_for_subtitle("harbour.proviso")
        wait_for(lambda: not proviso.showing("label", "Recovered unsaved changes"), "the notice to go")
        equal("".join(json.loads(read(path))["draft"]), recovered)
        equal(proviso.quit(), 0)

    with Proviso(home, path) as proviso:
        proviso.wait_for_focus("text", "Draft")
        proviso.wait_for_subtitle("harbour.proviso")
        equal(proviso.showing("label", "Recovered unsaved changes"), [])
        equal(proviso.quit(), 0)


def test_words_and_a_claim_without_a_file(home):
    with Proviso(home, home.write("ferries.md", "# Ferries\n\nThe last boat left.\n")) as proviso:
        proviso.window("Ferries")
        proviso.wait_for_focus("text", "Draft")
        proviso.select_in_draft("The last boat left")
        key("ctrl+shift+c")
        proviso.wait_for_focus("text", "What Is Claimed")
        key("F6")
        proviso.wait_for_focus("text", "Draft")
        typed = type_until_killed(proviso, 4)

    with Proviso(home) as proviso:
        proviso.window("Ferries")
        proviso.see("label", "Recovered unsaved changes")
        proviso.wait_for_subtitle("Unsaved")
        contains(proviso.draft_text(), typed)
        proviso.see("list", "Claims").find("list item", "The last boat left.*")


def test_what_was_recovered_is_discarded(home):
    path = home.write("harbour.proviso", PROJECT)
    with Proviso(home, path) as proviso:
        proviso.wait_for_focus("text", "Draft")
        type_until_killed(proviso, 3)
    with Proviso(home) as proviso:
        proviso.see("label", "Recovered unsaved changes")
        key("F6")  # in the draft, Tab is a key to write with
        proviso.tab_to("button", "Discard…")
        key("Return")
        proviso.dialog("Discard.*")
        key("alt+d")
        proviso.wait_for_subtitle("harbour.proviso")
        proviso.wait_for_draft("of the file", lambda text: text == TEXT)
        equal(proviso.quit(), 0)
    equal(read(path), PROJECT.encode())


main()
