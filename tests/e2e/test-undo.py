#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One history for words and records: Ctrl+Z takes back what was done last, whichever it was."""
from e2e import equal, main
from proviso import Proviso, key, type_text, wait_for

TEXT = "# Dues\n\nThe port lowered its dues. Nobody asked for it.\n\nA second paragraph stands here.\n"
CLAIM = "The port lowered its dues"


def rows(proviso):
    """The claims in the list, without what stands behind their statements."""
    return [row.name.split(".")[0] for lists in proviso.showing("list", "Claims") for row in lists.walk()
            if row.role == "list item"]


def wait_for_state(proviso, text, claims):
    draft = proviso.draft()
    wait_for(lambda: draft.text == text and rows(proviso) == claims,
             f"the draft {text!r} and the claims {claims}; there are {draft.text!r} and {rows(proviso)}")


def make_claim(proviso):
    """Makes a claim on the sentence, and goes back to the draft."""
    proviso.select_in_draft(CLAIM)
    key("ctrl+shift+c")
    proviso.wait_for_focus("text", "What Is Claimed")
    key("Escape")
    proviso.wait_for_focus("list item", CLAIM + ".*")
    key("F6")
    proviso.wait_for_focus("text", "Draft")


def start(home):
    proviso = Proviso(home, home.write("dues.md", TEXT))
    proviso.window("Dues")
    proviso.wait_for_focus("text", "Draft")
    return proviso


def passages(proviso):
    """The words that the claim in the list stands on, as its page quotes them. The keyboard ends in the draft."""
    proviso.see("list", "Claims").find("list item", CLAIM + ".*").find("button", "Open").act()
    page = proviso.see("grouping", "Claim").read()
    quotes = [node.name.strip("“”") for node in page.walk() if node.role == "list item" and node.name.startswith("“")]
    key("Escape")
    proviso.wait_for_focus("list item", CLAIM + ".*")
    key("F6")
    proviso.wait_for_focus("text", "Draft")
    return quotes


def test_words_and_records_in_order(home):
    with start(home) as proviso:
        states = []

        def reached(text, claims):
            wait_for_state(proviso, text, claims)
            states.append((text, claims))

        reached(TEXT, [])
        key("ctrl+Home")
        key("End")
        type_text("Down")
        reached(TEXT.replace("# Dues", "# DuesDown"), [])

        make_claim(proviso)
        reached(TEXT.replace("# Dues", "# DuesDown"), [CLAIM])

        key("ctrl+End")
        type_text("Ended")
        reached(TEXT.replace("# Dues", "# DuesDown") + "Ended", [CLAIM])

        key("F6")
        proviso.tab_to("list item", CLAIM + ".*")
        key("Delete")
        reached(TEXT.replace("# Dues", "# DuesDown") + "Ended", [])

        # Undoing is not tied to where the keyboard is.
        for text, claims in reversed(states[:-1]):
            key("ctrl+z")
            wait_for_state(proviso, text, claims)
        for text, claims in states[1:]:
            key("ctrl+shift+z")
            wait_for_state(proviso, text, claims)


def test_deletion_that_swallowed_a_passage(home):
    with start(home) as proviso:
        make_claim(proviso)
        equal(passages(proviso), [CLAIM])

        key("ctrl+Home")
        key("shift+ctrl+End")
        key("Delete")
        wait_for_state(proviso, "", [CLAIM])
        proviso.see("list item", CLAIM + ".*[Ll]ost.*")

        key("ctrl+z")
        wait_for_state(proviso, TEXT, [CLAIM])
        wait_for(lambda: not proviso.showing("list item", CLAIM + ".*[Ll]ost.*"), "the passage to be back")
        equal(passages(proviso), [CLAIM])

        # It moves again with the words: it is the passage, and not only its quote.
        key("ctrl+Home")
        type_text("A first line. ")
        wait_for_state(proviso, "A first line. " + TEXT, [CLAIM])
        equal(passages(proviso), [CLAIM])


def test_paragraph_cut_and_pasted(home):
    with start(home) as proviso:
        make_claim(proviso)
        paragraph = "The port lowered its dues. Nobody asked for it.\n\n"
        proviso.select_in_draft(CLAIM)
        key("Home", "shift+Down", "shift+Down")
        wait_for(lambda: proviso.draft().selected_text == paragraph, "the paragraph to be selected")
        key("ctrl+x")
        wait_for_state(proviso, TEXT.replace(paragraph, ""), [CLAIM])
        key("ctrl+End")
        key("ctrl+v")
        moved = TEXT.replace(paragraph, "") + paragraph
        wait_for_state(proviso, moved, [CLAIM])
        wait_for(lambda: not proviso.showing("list item", CLAIM + ".*[Ll]ost.*"), "the claim to have come along")
        equal(passages(proviso), [CLAIM])

        # What is typed into the passage at its new place belongs to it.
        proviso.select_in_draft("lowered")
        type_text("raised")
        wait_for_state(proviso, moved.replace("lowered", "raised"), [CLAIM])
        equal(passages(proviso), ["The port raised its dues"])


def test_typing_over_a_passage(home):
    with start(home) as proviso:
        make_claim(proviso)

        # Its last words, then all of it: what stands for them is claimed.
        proviso.select_in_draft("lowered its dues")
        type_text("was cheap")
        cheap = TEXT.replace("lowered its dues", "was cheap")
        wait_for_state(proviso, cheap, [CLAIM])
        equal(passages(proviso), ["The port was cheap"])
        proviso.select_in_draft("The port was cheap")
        type_text("Cheap")
        wait_for_state(proviso, TEXT.replace(CLAIM, "Cheap"), [CLAIM])
        equal(passages(proviso), ["Cheap"])

        # A word with what it was typed over is a step.
        key("ctrl+z")
        wait_for_state(proviso, cheap, [CLAIM])
        key("ctrl+z", "ctrl+z")
        wait_for_state(proviso, TEXT, [CLAIM])
        equal(passages(proviso), [CLAIM])

        # What is deleted is gone; what is typed there afterwards is something else.
        proviso.select_in_draft(" lowered its dues")
        key("Delete")
        wait_for_state(proviso, TEXT.replace(" lowered its dues", ""), [CLAIM])
        type_text("s")
        wait_for_state(proviso, TEXT.replace(" lowered its dues", "s"), [CLAIM])
        equal(passages(proviso), ["The port"])


main()
