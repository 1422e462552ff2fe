# SPDX-License-Identifier: GPL-3.0-or-later
"""The states of the program that are photographed, and the ways to them.

Ways lead over keys, actions and the accessibility tree, and wait for what they expect to see.
"""
import glob
import json
import os

from proviso import Screen, geometry, key, run, type_text, wait_for

EXAMPLE_TITLE = "Two Battery Makers, One Week"
DRAFT = "Draft"
STATES = {}
BOTH = ("wide", "narrow")
PANEL_WIDTH = 425
TRANSLATED = ("german", "arabic")

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
    program.wait_for_focus("text", DRAFT)
    program.wait_for_draft("of the example", lambda text: len(text) > 5000)
    return program


def find_in_draft(program, words):
    key("ctrl+f")
    program.wait_for_focus("text", "Find")
    key("ctrl+a")
    type_text(words)
    program.see("label", "[0-9]+ of [0-9]+")


def show_panel(camera, program):
    """The panel shows on its own where it has room beside the draft."""
    if camera.narrow or camera.style == "large":
        key("F9")
    program.see("page tab")


def open_panel(camera, tab="Claims"):
    """The example with the panel in sight, at one of its lists."""
    program = open_example(camera)
    show_panel(camera, program)
    program.see("page tab", tab + ".*").act()
    program.see("list", tab).find("list item", ".*")
    return program


def open_page(camera, tab, row):
    """The page of the record whose row begins like this."""
    program = open_panel(camera, tab)
    program.see("list", tab).find("list item", row + ".*").find("button", program.named("Open")).act()
    program.see("button", "Back")
    return program


def find_page(camera, tab, word):
    """The page of the record that has this word, wherever in the list it stands."""
    program = open_panel(camera, tab)
    # Any place in the panel will do; in a narrow window F6 comes to its button first.
    place = ("button", "New .*") if camera.size == "narrow" else ("page tab", tab + ".*")
    program.tab_to(*place, press="F6")
    key("ctrl+f")
    program.wait_for_focus("entry", "Search " + tab)
    type_text(word)
    wait_for(lambda: all(word in row.name for row in program.see("list", tab).find_all("list item")),
             f"only rows with {word!r}")
    program.see("list", tab).find("list item", ".*" + word + ".*").find("button", program.named("Open")).act()
    program.see("button", "Back")
    return program


def photograph_in_steps(camera):
    """A page is photographed from its top to its end, a screen at a time."""
    camera.photograph("1")
    x, y, width, height = geometry(camera.window_id)
    # Without the scroll bar, which comes and goes.
    page = (x + 40 if camera.right_to_left else x + width - 340, y + 100, 300, height - 200)
    for step in range(2, 20):
        before = Screen().checksum(*page)
        scroll_down(camera)
        Screen().wait_until_still(seconds=0.25, timeout=5)
        if Screen().checksum(*page) == before:
            return
        camera.photograph(str(step))
    raise AssertionError("the page does not end")


def scroll_down(camera):
    """Turns the wheel, over the page's margin beside the draft: over the scroll bar it goes too far."""
    x, y, width, height = geometry(camera.window_id)
    margin = min(PANEL_WIDTH, width) - 8
    place = x + margin if camera.right_to_left else x + width - margin
    run("xdotool", "mousemove", str(place), str(y + height // 2), "click", "--repeat", "8", "--delay", "20", "5")


@state(styles=("mirrored", "large", *TRANSLATED))
def start(camera):
    program = camera.start()
    program.see("button", "Open Example")
    camera.photograph()


@state(styles=("mirrored", "large", "contrast", "contrast-dark", *TRANSLATED))
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


@state(styles=("mirrored", "large", *TRANSLATED))
def import_text(camera):
    program = camera.start(camera.home.write("article.txt", ARTICLE))
    program.dialog("Import Text")
    camera.photograph()


@state()
def import_place(camera):
    """A repair whose row was pressed, and where it is in the result."""
    program = camera.start(camera.home.write("article.txt", ARTICLE * 6))
    program.dialog("Import Text")
    program.tab_to("list item", "Paragraphs")
    key("Return")
    key(*["Down"] * 20, "Return")
    camera.photograph()


@state(styles=TRANSLATED)
def preferences(camera):
    program = open_example(camera)
    key("ctrl+comma")
    program.dialog("Preferences")
    camera.photograph()


@state(styles=TRANSLATED)
def shortcuts(camera):
    program = open_example(camera)
    key("ctrl+question")
    program.dialog("Keyboard Shortcuts")
    camera.photograph()


@state(styles=("mirrored", "large", "contrast"))
def tour(camera):
    """Each of its steps, by the keyboard."""
    program = camera.start()
    program.see("button", "Take a Tour").act()
    for step in range(1, 5):
        program.see("label", f"{step} of 4")
        program.wait_for_focus("button", "Next|Done")
        camera.photograph(str(step))
        key("Return")


@state(styles=TRANSLATED)
def help(camera):
    program = open_example(camera)
    key("F1")
    program.dialog("Help")
    camera.photograph()
    program.tab_to("list item", "Review a Draft.*")
    key("Return")
    program.see("button", "Back")
    camera.photograph("page")


@state()
def about(camera):
    program = open_example(camera)
    key("F10")
    program.menu_item("b").act()
    program.dialog("About.*")
    camera.photograph()


@state(styles=("mirrored", "large"))
def remains(camera):
    program = open_example(camera)
    key("F10")
    program.menu_item("v").act()
    program.menu_item("m").act()
    program.dialog("What Remains Unconfirmed")
    camera.photograph()
    program.see("button", "Insert").act()
    program.wait_until_gone("What Remains Unconfirmed")
    program.wait_for_draft("with the section", lambda text: "## " + program.named("What remains unconfirmed") in text)
    # From its heading on.
    camera.photograph("inserted")


def project_with_section():
    """One whose section on unconfirmed points was written in, and is out of date, and which names a confidential
    source."""
    text = "# Harbour Dues\n\nThe port lowered its dues in March, by about 12%.\n\n"
    section = "## What remains unconfirmed\n\n- Leaked, and nobody knows by whom: The dues fell by 12%."
    start = text.index("The port")
    project = json.loads(EMPTY_PROJECT)
    project["draft"] = (text + section + "\n").splitlines(keepends=True)
    project["claims"] = [{
        "id": "dues", "statement": "The dues fell by 12%.", "status": "reported",
        "anchors": [{"start": start, "end": start + 49, "exact": text[start:start + 49]}]}]
    project["caveats"] = [{
        "id": "rounded", "type": "imprecise_figure", "severity": "minor", "state": "accepted", "claim": "dues",
        "text": "Is it 12% or 11.6%? The port’s own table has both.", "reason": "Editor agreed, no time"}]
    project["sources"] = [{"id": "port", "title": "The Port", "confidential": True}]
    project["remains"] = {
        "generated": section.replace(", and nobody knows by whom", "").splitlines(keepends=True),
        "anchor": {"start": len(text), "end": len(text) + len(section), "exact": section}}
    return json.dumps(project)


@state()
def remains_edited(camera):
    """A section that is out of date, of which readiness warns, and that was written in: asked about before it goes."""
    program = camera.start(camera.home.write("harbour-dues.proviso", project_with_section()))
    program.see("button", "Readiness: .*")
    show_readiness(program)
    program.see("list item", "What Remains Unconfirmed.*")
    program.see("list item", "The Port.*")
    camera.photograph("readiness")
    program.tab_to("list item", "What Remains Unconfirmed.*")
    key("Return")
    program.dialog("What Remains Unconfirmed")
    camera.photograph()
    program.see("button", "Refresh").act()
    program.dialog("Replace What Was Written.*")
    camera.photograph("question")
    key("alt+d")
    wait_for(lambda: not program.showing("button", "Show Difference"), "the other question")
    program.dialog("Replace What Was Written.*")
    camera.photograph("difference")
    key("Escape")
    program.wait_until_gone("Replace What Was Written.*")
    key("Escape")
    program.wait_until_gone("What Remains Unconfirmed")
    camera.photograph("warning")


@state(styles=("mirrored", *TRANSLATED))
def main_menu(camera):
    program = open_example(camera)
    key("F10")
    program.see("menu item")
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


@state(styles=TRANSLATED)
def unsaved(camera):
    """What is asked when a window with unsaved changes closes."""
    program = open_example(camera)
    program.wait_for_focus("text", "Draft")
    type_text("New. ")
    program.wait_for_draft("with the new word", lambda text: text.startswith("New. "))
    key("ctrl+w")
    program.dialog("Save Changes[?]")
    camera.photograph()


@state(styles=("mirrored", "large", "contrast", "contrast-dark", *TRANSLATED))
def claims(camera):
    open_panel(camera, "Claims")
    camera.photograph()


@state(styles=("large", *TRANSLATED))
def caveats(camera):
    open_panel(camera, "Caveats")
    camera.photograph()


@state(styles=("mirrored",))
def queue_by_severity(camera):
    """The caveats, in groups that say how many are in each."""
    program = open_panel(camera, "Caveats")
    program.see("button", "Sort and Group").find("toggle button", "Sort and Group").act()
    item = program.wait_for_focus("menu item")
    # The third of them, as the menu has them.
    for _ in range(2):
        key("Down")
        item = wait_for(lambda: (now := program.focused()) and now != item and now, f"Down to go on from {item}")
    key("Return")
    wait_for(lambda: not program.showing("menu item"), "the menu to close")
    program.see("list", "Caveats").find("row header", "(Blocker|Major|Minor|Note) .*")
    camera.photograph()


@state(styles=("mirrored", "large"))
def review_mode(camera):
    program = open_example(camera)
    key("ctrl+shift+r")
    program.see("list", "Caveats").find("list item", ".*")
    camera.photograph()


READY_CLAIM = '''[{
    "id": "claim-1", "statement": "Dues fell by about 12%", "kind": "quantity", "status": "analysis",
    "anchors": [{"start": 55, "end": 64, "exact": "about 12%", "prefix": "", "suffix": "."}],
    "check": {"by": "Ana", "at": "2026-03-02T08:00:00Z", "passages": ["about 12%"], "statement": "Dues fell by about 12%",
      "status": "analysis"},
    "note": "", "history": []
  }]'''


def show_readiness(program):
    key("ctrl+shift+p")
    program.see("button", "Back")


@state(styles=("mirrored", "large", *TRANSLATED))
def readiness(camera):
    program = open_example(camera)
    program.see("button", "Readiness: Blocked|Readiness: [0-9]+")
    show_readiness(program)
    program.see("list", "To Do")
    photograph_in_steps(camera)


@state()
def ready(camera):
    project = EMPTY_PROJECT.replace('"claims": []', '"claims": ' + READY_CLAIM)
    program = camera.start(camera.home.write("harbour-dues.proviso", project))
    program.see("button", "Readiness: Ready")
    show_readiness(program)
    program.see("label", "Every grave caveat.*")
    camera.photograph()


@state(styles=("large", *TRANSLATED))
def sources(camera):
    open_panel(camera, "Sources")
    camera.photograph()


@state()
def filtered(camera):
    """A list narrowed by words and by a filter, with the filter's popover."""
    program = open_panel(camera, "Claims")
    program.see("button", "Filter").find("toggle button", "Filter").act()
    program.wait_for_focus("check box")
    program.tab_to("check box", "Confirmed")
    key("space")
    program.see("button", "Filter.*1.*|Filter")
    camera.photograph("popover")
    key("Escape")
    wait_for(lambda: not program.showing("check box", "Confirmed"), "the popover to close")
    camera.photograph()


@state()
def nothing_found(camera):
    program = open_panel(camera, "Claims")
    program.tab_to("page tab", "Claims.*", press="F6")
    key("ctrl+f")
    program.wait_for_focus("entry", "Search Claims")
    type_text("zebra")
    program.see("label", "No Results Found")
    camera.photograph()


@state()
def empty_lists(camera):
    program = camera.start(camera.home.write("harbour-dues.proviso", EMPTY_PROJECT))
    program.window("Harbour Dues")
    program.wait_for_focus("text", DRAFT)
    show_panel(camera, program)
    for tab in ("Claims", "Caveats", "Sources"):
        program.see("page tab", tab + ".*").act()
        program.see("label", f"No {tab} Yet")
        camera.photograph(tab.lower())


@state(styles=("mirrored", "large", "contrast", *TRANSLATED))
def claim(camera):
    open_page(camera, "Claims", "Brenner & Sohn withdrew")
    photograph_in_steps(camera)


@state(styles=("large", *TRANSLATED))
def caveat(camera):
    open_page(camera, "Caveats", "Two newsletters")
    photograph_in_steps(camera)


@state(styles=("mirrored",))
def suggestion(camera):
    """A caveat that suggests other words, as far as its difference."""
    find_page(camera, "Caveats", "Everybody")
    photograph_in_steps(camera)


@state(styles=("contrast",))
def settled_caveat(camera):
    """One that was accepted and confirmed."""
    find_page(camera, "Caveats", "unnamed")
    photograph_in_steps(camera)


@state(styles=("large",))
def reason(camera):
    """A step that asks for its reason."""
    program = open_page(camera, "Caveats", "Two newsletters")
    program.see("button", "Accept").act()
    program.wait_for_focus("text", "Why Is It Kept[?]")
    camera.photograph()


@state(styles=("large",))
def stale_check(camera):
    """A claim whose words were changed since it was checked."""
    program = open_example(camera)
    program.select_in_draft("units will be serviced")
    type_text("units will be repaired")
    key("Left", "ctrl+Return")
    program.wait_for_focus("combo box", "Status")
    photograph_in_steps(camera)


@state(styles=("large",))
def source(camera):
    open_page(camera, "Sources", "Grid Digest")
    photograph_in_steps(camera)


@state()
def status_choice(camera):
    """The list of statuses, dropped down."""
    program = open_page(camera, "Claims", "Brenner & Sohn withdrew")
    program.tab_to("combo box", "Status")
    key("space")
    program.wait_for_focus("list item", ".+")
    camera.photograph()


@state()
def add_evidence(camera):
    program = open_page(camera, "Claims", "Brenner & Sohn withdrew")
    program.tab_to("button", "Add Evidence…")
    key("Return")
    program.dialog("Add Evidence")
    camera.photograph()


@state()
def hover_card(camera):
    """The pointer rests on a passage."""
    program = open_example(camera)
    draft = program.draft()
    words = "one of the two largest makers"
    x, y, width, height = draft.character_extents(draft.text.index(words) + 12)
    left, top, _, _ = geometry(camera.window_id)
    run("xdotool", "mousemove", str(left + x + width // 2), str(top + y + height // 2 + 30))
    run("xdotool", "mousemove", str(left + x + width // 2), str(top + y + height // 2))
    program.see("button", "Show in Panel")
    camera.photograph()


@state(styles=("contrast", "contrast-dark"))
def coverage(camera):
    """The sentences that no claim stands behind."""
    program = open_example(camera)
    key("ctrl+shift+d")
    program.see("label", "[0-9]+% of sentences tied.*")
    camera.photograph()


@state(styles=("contrast",))
def only_open_caveats(camera):
    program = open_example(camera)
    key("ctrl+shift+e")
    find_in_draft(program, "reportedly")
    key("Escape")
    camera.photograph()


@state()
def outline(camera):
    program = open_example(camera)
    program.see("button", EXAMPLE_TITLE).find("toggle button", EXAMPLE_TITLE).act()
    program.see("list", "Outline|Headings")
    camera.photograph()


RAISED_CAVEAT = '''[{
    "id": "caveat-1", "type": "imprecise_figure", "severity": "major", "state": "open", "text": "By whose count?",
    "anchors": [{"start": 55, "end": 65, "exact": "nearly 12%", "prefix": "", "suffix": "."}],
    "history": [{"at": "2026-03-07T10:05:00Z", "by": "Benedikt Roth", "what": "created", "from": null, "to": null}]
  }]'''


@state(styles=("mirrored", *TRANSLATED))
def changes(camera):
    """What somebody else did to a file since it was last looked at: said in a notice, then listed."""
    path = camera.home.write("harbour-dues.proviso", EMPTY_PROJECT)
    program = camera.start(path)
    program.wait_for_focus("text", DRAFT)
    program.quit()
    changed = EMPTY_PROJECT.replace("about 12%", "nearly 12%").replace('"caveats": []', '"caveats": ' + RAISED_CAVEAT)
    camera.home.write("harbour-dues.proviso", changed)
    program = camera.start(path)
    program.see("button", "Show Changes")
    camera.photograph("notice")
    program.see("button", "Show Changes").act()
    program.see("list", "Changes")
    camera.photograph()
    if camera.size == "wide":
        # The passage is filled in the draft.
        key("F7")
        camera.photograph("first")


@state()
def recovered(camera):
    program = camera.start(camera.home.write("harbour-dues.proviso", EMPTY_PROJECT))
    program.wait_for_focus("text", DRAFT)
    type_text("Nobody had asked for it.")
    logs = os.path.join(camera.home.path("state/proviso/recovery"), "*", "log")
    wait_for(lambda: any("for it." in open(log).read() for log in glob.glob(logs)), "the words to be in the journal")
    program.kill()
    program = camera.start()
    program.see("label", "Recovered unsaved changes")
    camera.photograph()
