#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A caveat is discussed, its suggestion applied, and settled, by the keyboard alone."""
from e2e import contains, equal, main
from proviso import Proviso, key, type_text, wait_for

TITLE = "Two Battery Makers, One Week"
DOUBT = "Everybody[?] Name one"
WORDS = "Flow chemistries have slipped before: two of the last three launches in the region came late."


def open_caveat(proviso):
    proviso.window(TITLE)
    proviso.wait_for_focus("text", "Draft")
    proviso.see("page tab", "Caveats.*").act()
    proviso.see("list", "Caveats").find("list item", DOUBT + ".*").find("button", "Open").act()
    proviso.see("text", "What Is Doubtful")
    wait_for(lambda: (now := proviso.focused()) and now.name != "Draft", "the focus in the panel")


def test_apply_suggestion(home):
    with Proviso(home, "--example") as proviso:
        open_caveat(proviso)
        before = proviso.draft_text()
        proviso.tab_to("button", "Apply to Draft")
        key("Return")
        proviso.wait_for_draft("with the suggestion", lambda text: WORDS in text)
        proviso.see("label", "Suggestion applied to the draft")
        proviso.see("label", "Addressed")
        key("ctrl+z")
        proviso.wait_for_draft("as it was", lambda text: text == before)
        proviso.see("label", "Open")


def test_discuss_and_settle(home):
    with Proviso(home, "--example") as proviso:
        open_caveat(proviso)
        proviso.tab_to("text", "Comment|Reply")
        type_text("Who says so?")
        key("ctrl+Return")
        proviso.see("list item", ".*Who says so[?]")
        proviso.wait_for_focus("text", "Reply")
        # What is not sent yet is undone by itself.
        type_text("No")
        key("ctrl+z")
        wait_for(lambda: proviso.focused().text == "", "the reply to be empty again")
        proviso.see("list item", ".*Who says so[?]")

        proviso.tab_to("button", "Accept", press="shift+Tab")
        key("Return")
        proviso.wait_for_focus("text", "Why Is It Kept[?]")
        key("ctrl+Return")
        proviso.see("label", "To accept a doubt, say why it is kept[.]")
        type_text("The author stands by it")
        key("ctrl+Return")
        proviso.see("label", "Accepted")
        proviso.wait_for_focus("text", "Wording for Readers")
        proviso.tab_to("button", "Confirm")
        key("Return")
        proviso.see("label", "Confirmed")
        contains(proviso.see("text", "Reason").text, "The author stands by it")
        equal(proviso.showing("button", "Accept"), [])


if __name__ == "__main__":
    main()
