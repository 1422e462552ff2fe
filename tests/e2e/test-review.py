#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft is reviewed by its keys alone: read, doubted, settled, confirmed and checked, and never typed into."""
from e2e import equal, main
from proviso import Proviso, key, paste, type_text, wait_for

TITLE = "Two Battery Makers, One Week"
SUGGESTED = "Flow chemistries have slipped before: two of the last three launches in the region came late."


def start(home):
    proviso = Proviso(home, "--example")
    proviso.window(TITLE)
    proviso.wait_for_focus("text", "Draft")
    return proviso


def go_to_caveat(proviso, beginning):
    """From the draft to the caveat, by the key that goes through them. The focus stays in the draft."""
    for _ in range(15):
        key("F8")
        row = wait_for(lambda: [row for row in proviso.see("list", "Caveats").find_all("list item") if row.has("selected")],
                       "a caveat to be selected")[0]
        if row.name.startswith(beginning):
            return
    raise AssertionError(f"F8 does not lead to {beginning!r}")


def test_words_stay(home):
    with start(home) as proviso:
        proviso.select_in_draft("existing units will be serviced until 2031")
        before = proviso.draft_text()
        key("ctrl+shift+r")
        proviso.see("list", "Caveats")
        proviso.wait_for_focus("text", "Draft")
        type_text("x")
        proviso.see("label", "In review mode the text stays as it is: leave it to go on writing")
        key("BackSpace", "Delete", "Return", "ctrl+x", "ctrl+v", "shift+Insert", "ctrl+b", "ctrl+shift+x", "ctrl+shift+a",
            "alt+Up", "ctrl+k", "dead_acute", "e", "ctrl+z", "ctrl+y")
        paste("pasted")
        equal(proviso.draft_text(), before)
        # It is read on: the caret goes its way.
        caret = proviso.draft().caret
        key("Right", "Right")
        wait_for(lambda: proviso.draft().caret != caret, "the caret to move")
        key("ctrl+shift+r")
        type_text("y")
        proviso.wait_for_draft("to take a letter again", lambda text: len(text) == len(before) + 1)


def test_settle(home):
    with start(home) as proviso:
        # A key that finds nothing to do says so.
        key("ctrl+shift+k")
        proviso.see("label", "Choose a caveat first")
        key("ctrl+shift+r")
        proviso.wait_for_focus("text", "Draft")
        go_to_caveat(proviso, "Two newsletters")
        proviso.wait_for_focus("text", "Draft")
        key("ctrl+shift+k")
        proviso.wait_for_focus("text", "Why Is It Kept[?]")
        type_text("Both are named")
        key("ctrl+Return")
        proviso.see("label", "Accepted")
        key("F6")
        proviso.wait_for_focus("text", "Draft")
        key("ctrl+shift+Return")
        proviso.see("label", "Caveat confirmed")
        key("ctrl+shift+Return")
        proviso.see("label", "This caveat is already confirmed")
        proviso.see("label", "Confirmed")
        proviso.wait_for_focus("text", "Draft")
        key("ctrl+shift+m")
        proviso.wait_for_focus("text", "Why Is It Open Again[?]")
        type_text("Not in the caption")
        key("ctrl+Return")
        proviso.see("label", "Reopened")
        key("ctrl+shift+y")
        proviso.wait_for_focus("text", "Reply|Comment")
        type_text("Please look again")
        key("ctrl+Return")
        proviso.see("list item", ".*Please look again")
        key("ctrl+shift+j")
        proviso.wait_for_focus("text", "Why Is It Not a Defect[?]")
        key("Escape")
        key("ctrl+shift+t")
        proviso.wait_for_focus("text", "What Was Changed")
        key("ctrl+Return")
        proviso.see("label", "Addressed")


def test_apply_flag_and_check(home):
    with start(home) as proviso:
        key("ctrl+shift+r")
        proviso.wait_for_focus("text", "Draft")
        before = proviso.draft_text()
        go_to_caveat(proviso, "Everybody")
        key("ctrl+shift+l")
        proviso.wait_for_draft("with the suggestion", lambda text: SUGGESTED in text)
        proviso.wait_for_focus("text", "Draft")
        key("ctrl+z")
        proviso.see("label", "The last step changed the text: leave review mode to undo it")
        assert SUGGESTED in proviso.draft_text()
        key("ctrl+shift+r")
        key("ctrl+z")
        proviso.wait_for_draft("as it was", lambda text: text == before)
        key("ctrl+shift+r")

        proviso.select_in_draft("existing units will be serviced until 2031")
        key("ctrl+shift+f")
        proviso.wait_for_focus("text", "What Is Doubtful")
        type_text("By whom?")
        key("F6")
        proviso.wait_for_focus("text", "Draft")
        key("F8")
        wait_for(lambda: proviso.see("text", "What Is Doubtful").text != "By whom?", "the next caveat")
        key("shift+F8")
        wait_for(lambda: proviso.see("text", "What Is Doubtful").text == "By whom?", "the caveat before")

        proviso.select_in_draft("Halden has not commented")
        key("Right", "ctrl+Return")
        wait_for(lambda: proviso.see("text", "What Is Claimed").text.startswith("Halden has not commented"),
                 "the page of the claim")
        key("F6")
        proviso.wait_for_focus("text", "Draft")
        key("ctrl+shift+h")
        proviso.see("label", "Checked by .*")
        equal(proviso.draft_text(), before)


main()
