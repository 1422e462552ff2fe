#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every view that is photographed, seen as a screen reader sees it: what the keyboard can reach has a name.

With "1/2" or "2/2" every other one, so that the two can run beside each other.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["PROVISO_SOURCE"], "tests", "shots"))

from desktop import Timeout, wait_for  # noqa: E402
from e2e import main  # noqa: E402
from proviso import Proviso  # noqa: E402
from states import STATES  # noqa: E402

# What only holds others passes the focus on to them.
HOLDERS = {"list item", "list", "scroll pane", "panel", "grouping", "frame", "dialog", "alert"}


def is_read_out(node):
    # The items of a menu's model have no names in GTK's tree, but a screen reader is told of their labels.
    return bool(node.name.strip()) or node.role == "menu item"


def unnamed(node):
    """All in it that the keyboard can reach, with no name of its own nor anything in it that is read out instead."""
    if node.has("showing", "focusable", "sensitive") and not is_read_out(node):
        if node.role not in HOLDERS or not any(is_read_out(inner) for inner in node.walk()):
            yield node
    # A list that is dropped down is a window of its own; what is in the row is the chosen option once more.
    for inner in node.nodes if node.role != "combo box" else []:
        yield from unnamed(inner)


class Reader:
    """Stands where the camera does, and reads the view in place of taking its picture."""

    narrow, size, style, right_to_left = False, "wide", "light", False

    def __init__(self, home):
        self.home, self.env, self.program, self.n_read = home, {}, None, 0

    @property
    def window_id(self):
        return self.program.window_ids()[0]

    def start(self, *arguments):
        self.program = Proviso(self.home, *arguments, env=self.env)
        self.program.window()
        self.program.resize(1280, 800)
        return self.program

    def photograph(self, suffix=""):
        windows = self.program.windows()
        assert any(node.has("focusable") for window in windows for node in window.walk()), "nothing can be reached"
        problems = []

        def all_named():
            # A button that has just come may be seen before the label in it.
            # And one of a notice that has slid out of its window, which nobody reaches, without it.
            found = [(node, node.extents()) for window in windows for node in unnamed(window)]
            problems[:] = [f"{node} at {extents}" for node, extents in found if extents[1] >= 0]
            return not problems

        try:
            wait_for(all_named, "names", timeout=5)
        except Timeout:
            raise AssertionError(f"without a name{' in ' + suffix if suffix else ''}: {'; '.join(problems)}")
        self.n_read += 1


def reading(name, state):
    def read_view(home):
        reader = Reader(home)
        try:
            state.reach(reader)
            assert reader.n_read, "the view was not read"
        except Exception:
            home.keep()
            raise
        finally:
            if reader.program is not None:
                reader.program.end()
    return read_view


part, parts = map(int, sys.argv.pop(1).split("/")) if "/" in "".join(sys.argv[1:2]) else (1, 1)
for view, how in list(STATES.items())[part - 1::parts]:
    globals()["test_" + view.replace("-", "_")] = reading(view, how)

if __name__ == "__main__":
    main()
