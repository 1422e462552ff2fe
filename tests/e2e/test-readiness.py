#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way to what is left before publishing: the button below the title, the shortcut, the menu."""
from e2e import equal, main
from proviso import Proviso, key, wait_for

TEXT = "# Dues\n\nThe port lowered its dues. Nobody asked for it.\n"
CLAIM = "The port lowered its dues"


def start(home):
    """With a claim that names no source."""
    proviso = Proviso(home, home.write("dues.md", TEXT))
    proviso.window("Dues")
    proviso.wait_for_focus("text", "Draft")
    equal([node.name for node in proviso.showing("button", "Readiness.*")], [])
    proviso.select_in_draft(CLAIM)
    key("ctrl+shift+c")
    proviso.wait_for_focus("text", "What Is Claimed")
    key("Escape")
    proviso.wait_for_focus("list item", CLAIM + ".*")
    proviso.see("button", "Readiness: 1 to go")
    return proviso


def see_page(proviso):
    """Sees the page with the keyboard in it, and leaves it."""
    proviso.see("list", "To Do").find("list item", CLAIM + ".*")
    proviso.wait_for_focus()
    key("Escape")
    wait_for(lambda: not proviso.showing("list", "To Do"), "the page to go")


def test_press(home):
    with start(home) as proviso:
        proviso.see("button", "Readiness: 1 to go").act()
        see_page(proviso)


def test_keyboard(home):
    with start(home) as proviso:
        key("ctrl+shift+p")
        see_page(proviso)
        proviso.tab_to("button", "Readiness: 1 to go")
        key("space")
        see_page(proviso)


def test_menu(home):
    with start(home) as proviso:
        key("F10")
        proviso.menu_item("v").act()
        # The submenu, which alone has an "m", slides in over the menu, which has a "p" as well.
        proviso.menu_item("m")
        wait_for(lambda: len(proviso.menu_items("p")) == 1, "the menu to be gone")
        proviso.menu_item("p").act()
        see_page(proviso)


main()
