#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An editor's turn, done by nothing but the accessibility interface: no key, no pointer, no look at the screen."""
import json
import os

from e2e import contains, equal, main
from proviso import Proviso, wait_for

TITLE = "Two Battery Makers, One Week"
EXAMPLE = os.path.join(os.environ["PROVISO_SOURCE"], "data", "example", "example.proviso")


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def record(path, kind, beginning):
    text = "statement" if kind == "claims" else "text"
    return next(record for record in read_json(path)[kind] if record[text].startswith(beginning))


def save(proviso, path):
    before = os.stat(path).st_mtime_ns
    next(button for button in proviso.showing("toggle button", "Main Menu")).act()
    proviso.menu_item("s").act()
    wait_for(lambda: os.stat(path).st_mtime_ns != before, "the file to be saved")


def test_editors_turn(home):
    path = home.write("battery.proviso", open(EXAMPLE, "rb").read())
    with Proviso(home, path) as proviso:
        proviso.window(TITLE)
        proviso.see("list", "Claims").find("list item", ".*")
        draft = proviso.draft_text()

        review = proviso.see("toggle button", "Review Mode")
        review.act()
        # The draft is there to be read, and cannot be changed.
        wait_for(lambda: not proviso.draft().has("editable"), "the draft not to be editable")

        doubt = "Two newsletters"
        equal(record(path, "caveats", doubt)["state"], "open")
        proviso.open_record("Caveats", doubt)

        # Answer.
        proviso.see("text", "Reply").write("Print one newsletter, not two.")
        proviso.press("Send Reply")
        proviso.see("list item", ".*Print one newsletter, not two.")

        # Settle: not without a reason.
        proviso.press("Accept")
        reason = proviso.see("text", "Why Is It Kept.")
        assert not any(button.has("sensitive") for button in proviso.showing("button", "Accept")), \
            "it can be accepted without a reason"
        reason.write("Both are named in the text.")
        proviso.press("Accept")
        proviso.see("list item", "Accepted.*")
        proviso.press("Confirm")
        proviso.see("list item", "Confirmed.*")
        proviso.press("Back")

        # Check a claim.
        claim = "Halden has not commented"
        equal(record(path, "claims", claim).get("check"), None)
        proviso.open_record("Claims", claim)
        proviso.press("Mark as Checked")
        proviso.see("list item", "Checked by .*")
        proviso.press("Back")

        save(proviso, path)
        equal(proviso.draft_text(), draft)

    caveat = record(path, "caveats", doubt)
    equal(caveat["state"], "accepted")
    equal(caveat["reason"], "Both are named in the text.")
    assert caveat["confirmed"]["by"], "nobody confirmed it"
    contains([comment["text"] for comment in caveat["thread"]], "Print one newsletter, not two.")
    equal(record(path, "claims", claim)["check"]["statement"], record(path, "claims", claim)["statement"])


if __name__ == "__main__":
    main()
