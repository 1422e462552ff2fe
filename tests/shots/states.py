# SPDX-License-Identifier: GPL-3.0-or-later
"""The states of the program that are photographed, and the ways to them.

Ways lead over keys, actions and the accessibility tree, and wait for what they expect to see.
"""
from proviso import key, type_text

EXAMPLE_TITLE = "Two Battery Makers, One Week"
STATES = {}
BOTH = ("wide", "narrow")

ARTICLE = """The Month in Short
Reports suggest that Norlink will end its night sailings in May. No independent assessment exists.
Same month. Two companies.
Where They Meet
| Norlink | Seabridge | |
|---|---|---|
| Moving toward | Daytime freight | Larger hulls |
| Moving away from | Night boats | Small harbours |
Both companies are betting on freight.
"""
EMPTY_PROJECT = """{
  "proviso": 1,
  "id": "empty",
  "title": "Harbour Dues",
  "language": "en",
  "created": "2026-03-01T08:00:00Z",
  "modified": "2026-03-01T08:00:00Z",
  "draft": [
    "# Harbour Dues\\n",
    "\\n",
    "The port lowered its dues in March, by about 12%.\\n"
  ],
  "claims": [],
  "caveats": [],
  "sources": []
}
"""


class State:
    def __init__(self, reach, sizes, styles):
        self.reach, self.sizes, self.styles = reach, sizes, styles


def state(sizes=BOTH, styles=()):
    def register(function):
        STATES[function.__name__.replace("_", "-")] = State(function, sizes, styles)
        return function
    return register


def open_example(camera):
    program = camera.start("--example")
    program.window(EXAMPLE_TITLE)
    program.wait_for_draft("of the example", lambda text: len(text) > 5000)
    return program


def find_in_draft(program, words):
    key("ctrl+f")
    program.wait_for_focus("text")
    key("ctrl+a")
    type_text(words)
    program.see("label", "1 of [0-9]+")


@state(styles=("mirrored", "large"))
def start(camera):
    program = camera.start()
    program.see("button", "Open Example")
    camera.photograph()


@state(styles=("mirrored", "large", "contrast", "contrast-dark"))
def draft(camera):
    open_example(camera)
    camera.photograph()


@state()
def draft_table(camera):
    """The table and what is around it."""
    program = open_example(camera)
    table = program.draft_text().split("\n|", 1)[1]
    find_in_draft(program, table.split("|")[1].strip() or table.split("|")[2].strip())
    key("Escape")
    camera.photograph()


@state()
def search(camera):
    program = open_example(camera)
    find_in_draft(program, "storage")
    camera.photograph()


@state()
def replace(camera):
    program = open_example(camera)
    find_in_draft(program, "storage")
    key("ctrl+h")
    program.see("text", "Replace.*")
    camera.photograph()


@state(styles=("mirrored", "large"))
def import_text(camera):
    program = camera.start(camera.home.write("article.txt", ARTICLE))
    program.dialog("Import Text")
    camera.photograph()


@state()
def preferences(camera):
    program = open_example(camera)
    key("ctrl+comma")
    program.dialog("Preferences")
    camera.photograph()


@state()
def shortcuts(camera):
    program = open_example(camera)
    key("ctrl+question")
    program.dialog(".*Shortcuts.*")
    camera.photograph()


@state()
def help(camera):
    program = open_example(camera)
    key("F1")
    program.dialog(".*Help.*")
    camera.photograph()


@state()
def about(camera):
    program = open_example(camera)
    key("F10")
    program.menu_item("b").act()
    program.dialog("About.*")
    camera.photograph()


@state(styles=("mirrored",))
def main_menu(camera):
    program = open_example(camera)
    key("F10")
    program.menu_item("b")
    camera.photograph()


@state()
def recent(camera):
    """The popover with recent projects, of which there is one."""
    program = camera.start(camera.home.write("harbour-dues.proviso", EMPTY_PROJECT))
    program.window("Harbour Dues")
    program.draft()
    key("ctrl+shift+o")
    program.see("list", "Recent projects").find("list item", "Harbour Dues")
    camera.photograph()


@state()
def broken_file(camera):
    program = camera.start(camera.home.write("harbour.proviso", '{\n  "proviso": 1\n  "id": "x"\n}\n'))
    program.dialog("Could Not Open the Project")
    camera.photograph()


@state()
def unsaved(camera):
    """What is asked when a window with unsaved changes closes."""
    program = open_example(camera)
    program.wait_for_focus("text", "Draft")
    type_text("New. ")
    program.wait_for_draft("with the new word", lambda text: text.startswith("New. "))
    key("ctrl+w")
    program.dialog("Save Changes.*")
    camera.photograph()
