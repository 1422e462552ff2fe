#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The example, walked through without a mouse; and every control that the keyboard reaches has a name."""
import re

from e2e import contains, equal, main
from proviso import Proviso, key, type_text, wait_for

TITLE = "Two Battery Makers, One Week"
# What a person works with. Not the items of menus, which GTK leaves without a name.
CONTROLS = {"button", "check box", "combo box", "entry", "link", "page tab", "radio button", "spin button", "switch",
            "text", "toggle button"}


def start(home):
    proviso = Proviso(home, "--example")
    proviso.window(TITLE)
    proviso.wait_for_focus("text", "Draft")
    return proviso


def statement(proviso):
    """What the open page's first field says."""
    field = wait_for(lambda: proviso.showing("text", "What Is Claimed|What Is Doubtful"), "a claim's or caveat's page")
    return field[0].text


def test_from_words_to_claim_and_back(home):
    with start(home) as proviso:
        proviso.select_in_draft("existing units will be serviced until 2031")
        key("Right", "Left")
        caret = proviso.draft().caret
        key("ctrl+Return")
        proviso.wait_for_focus("combo box", "Status")
        equal(statement(proviso), "Existing Hearth units will be serviced until 2031")
        key("F6")
        proviso.wait_for_focus("text", "Draft")
        equal(proviso.draft().caret, caret)

        # From the row of another claim to its passage.
        key("F6", "Escape")
        row = proviso.wait_for_focus("list item", "Existing Hearth units.*")
        key("Down")
        row = proviso.wait_for_focus("list item", "Brenner & Sohn withdrew.*")
        key("Return")
        wait_for(lambda: statement(proviso).startswith("Brenner & Sohn withdrew"), "the page of the next claim")
        proviso.tab_to("list item", "“reportedly withdrew.*")
        key("Return")
        draft = proviso.draft()
        start_of = draft.text.index("reportedly withdrew from a framework")
        wait_for(lambda: start_of <= draft.caret <= start_of + 100, "the cursor to be in the passage")
        key("F6")
        proviso.wait_for_focus("text", "Draft")


def test_tour(home):
    with Proviso(home) as proviso:
        proviso.see("button", "Take a Tour")
        key("alt+t")
        proviso.window(TITLE)
        for title in ("Claims Are Tied to Words", "A Claim Says How Well It Stands", "A Doubt Is a Caveat"):
            proviso.see("grouping", "Tour").find("label", title)
            proviso.wait_for_focus("button", "Next")
            key("Return")
        proviso.see("label", "A Check Notices Changes")
        proviso.see("label", "Checked by Benedikt Roth")
        key("alt+b")
        proviso.see("label", "A Doubt Is a Caveat")
        key("Escape")
        proviso.wait_for_focus("text", "Draft")
        wait_for(lambda: not proviso.showing("label", "A Doubt Is a Caveat"), "the tour to go away")
        equal(proviso.quit(), 0)
    with Proviso(home) as proviso:
        proviso.see("button", "Open Example")
        equal(proviso.showing("button", "Take a Tour"), [])


def test_help(home):
    """From a topic to its page and back; and from the help to the tour."""
    with start(home) as proviso:
        key("F1")
        proviso.dialog("Help")
        proviso.tab_to("list item", "Get Ready to Publish.*")
        key("Return")
        contains(proviso.see("label", "Ready to Publish in the menu.*").name, "provisoctl check")
        key("Escape")
        proviso.wait_for_focus("list item", "Get Ready to Publish.*")
        proviso.tab_to("button", "Take a Tour", press="shift+Tab")
        key("Return")
        proviso.wait_until_gone("Help")
        proviso.wait_for_focus("button", "Next")
        proviso.see("label", "Claims Are Tied to Words")


def test_open_caveats_in_turn(home):
    with start(home) as proviso:
        draft = proviso.draft()
        places = [draft.caret]
        while True:
            key("F8")
            wait_for(lambda: draft.caret != places[-1], f"F8 to go on from {places[-1]}")
            if draft.caret in places[1:]:
                break
            places.append(draft.caret)
        first, *rest = places[1:]
        equal(draft.caret, first)  # round and round
        equal(places[1:], sorted(places[1:]))
        count = int(re.search("[0-9]+", proviso.see("page tab", "Caveats.*").name)[0])
        assert 3 <= len(places[1:]) <= count, f"{len(places[1:])} open caveats of {count}"
        for place in reversed(rest):
            key("shift+F8")
            wait_for(lambda: draft.caret == place, f"Shift+F8 to go back to {place}")


def test_find_where_the_keyboard_is(home):
    with start(home) as proviso:
        key("ctrl+f")
        proviso.wait_for_focus("text", "Find")
        key("Escape")
        proviso.wait_for_focus("text", "Draft")
        key("F8", "ctrl+Return")
        statement(proviso)
        key("ctrl+f")
        proviso.wait_for_focus("entry", "Search .*")
        proviso.see("page tab", "Claims.*").act()
        proviso.see("entry", "Search Claims")
        key("ctrl+f")
        proviso.wait_for_focus("entry", "Search Claims")
        type_text("Brenner")
        wait_for(lambda: all("Brenner" in row.name or "Sohn" in row.name for row in
                             proviso.see("list", "Claims").find_all("list item")), "only claims about Brenner")


def test_type_to_search_in_a_list(home):
    with start(home) as proviso:
        key("F6")
        proviso.tab_to("list item", "Halden Grid.*")
        key("space")
        proviso.wait_for_focus("list item", "Halden Grid.*")
        type_text("bren")
        proviso.wait_for_focus("entry", "Search Claims")
        wait_for(lambda: all("Bren" in row.name for row in
                             proviso.see("list", "Claims").find_all("list item")), "only claims about Brenner")
        # Keys that are the row's own are not taken for typing.
        key("Down")
        proviso.wait_for_focus("list item", "Brenner.*")
        key("Delete")
        proviso.see("label", "Claim deleted")


def walk_and_return(proviso, last_role, last_name):
    """Goes there with Tab. What it comes to has a name, and Shift+Tab leads back the same way."""
    way = [proviso.focused()]
    while (way[-1].role, way[-1].name) != (last_role, last_name):
        key("Tab")
        here = wait_for(lambda: (now := proviso.focused()) and now != way[-1] and now, f"Tab to go on from {way[-1]}")
        assert here.name, f"after {way[-1]} the keyboard is on a {here.role} without a name"
        assert here not in way, f"Tab goes round without coming to {last_name!r}: {way}"
        way.append(here)
    for before in reversed(way[:-1]):
        key("shift+Tab")
        wait_for(lambda: proviso.focused() == before, f"Shift+Tab to go back to {before}")


def check_names(proviso, view):
    for node in proviso.showing():
        if node.role in CONTROLS:
            assert node.name.strip(), f"{view}: a {node.role} that the keyboard reaches has no name"


def test_names(home):
    with Proviso(home) as proviso:
        proviso.see("button", "Open Example")
        check_names(proviso, "the start page")
    with start(home) as proviso:
        for tab in ("Claims", "Caveats", "Sources"):
            proviso.see("page tab", tab + ".*").act()
            rows = wait_for(lambda: proviso.see("list", tab).find_all("list item"), f"the rows of {tab}")
            check_names(proviso, tab)
            rows[0].find("button", "Open").act()
            proviso.see("button", "Back")
            check_names(proviso, f"the page of a record of {tab}")
            key("Escape")
            proviso.see("page tab", tab + ".*")
        key("F6")
        for keys, dialog in (("ctrl+comma", "Preferences"), ("ctrl+question", ".*Shortcuts.*"), ("F1", ".*Help.*")):
            key(keys)
            proviso.dialog(dialog)
            check_names(proviso, dialog)
            key("Escape")
            proviso.wait_until_gone(dialog)


def test_tab_both_ways_on_a_claims_page(home):
    with start(home) as proviso:
        proviso.select_in_draft("existing units will be serviced until 2031")
        key("ctrl+Return")
        proviso.wait_for_focus("combo box", "Status")
        walk_and_return(proviso, "button", "Delete Claim")

        proviso.tab_to("button", "Add Evidence…")
        key("Return")
        proviso.dialog("Add Evidence")
        check_names(proviso, "Add Evidence")
        key("Escape")
        proviso.wait_until_gone("Add Evidence")
        proviso.wait_for_focus("button", "Add Evidence…")


main()
