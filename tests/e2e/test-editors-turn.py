#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An editor's turn, done by nothing but the accessibility interface: no key, no pointer, no look at the screen."""
import json
import os
import re

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


def open_record(proviso, tab, beginning):
    """The page of a record, from its list."""
    proviso.see("page tab", tab + ".*").act()
    proviso.see("list", tab).find("list item", re.escape(beginning) + ".*").find("button", "Open").act()
    proviso.see("button", "Back")


def press(proviso, name):
    wait_for(lambda: [button for button in proviso.showing("button", name) if button.has("sensitive")],
             f"a button {name!r} that can be pressed")[0].act()


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
        open_record(proviso, "Caveats", doubt)

        # Answer.
        proviso.see("text", "Reply").write("Print one newsletter, not two.")
        press(proviso, "Send Reply")
        proviso.see("list item", ".*Print one newsletter, not two.")

        # Settle: not without a reason.
        press(proviso, "Accept")
        reason = proviso.see("text", "Why Is It Kept.")
        assert not any(button.has("sensitive") for button in proviso.showing("button", "Accept")), \
            "it can be accepted without a reason"
        reason.write("Both are named in the text.")
        press(proviso, "Accept")
        proviso.see("list item", "Accepted.*")
        press(proviso, "Confirm")
        proviso.see("list item", "Confirmed.*")
        press(proviso, "Back")

        # Check a claim.
        claim = "Halden has not commented"
        equal(record(path, "claims", claim).get("check"), None)
        open_record(proviso, "Claims", claim)
        press(proviso, "Mark as Checked")
        proviso.see("list item", "Checked by .*")
        press(proviso, "Back")

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
