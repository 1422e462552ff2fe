#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, by the keyboard alone: an article is brought in, claims, a source and a caveat are tied to its
words, all is saved, and the next day everything is as it was."""
import json
import os
import subprocess

import jsonschema

from e2e import contains, equal, main, read
from proviso import Proviso, key, type_text, wait_for

SOURCE = os.environ["PROVISO_SOURCE"]
ARTICLE = os.path.join(SOURCE, "tests/data/import/briefing.txt")
REPAIRED = os.path.join(SOURCE, "tests/data/import/briefing.md")
SCHEMA = os.path.join(SOURCE, "data/schema/proviso-1.schema.json")


def make_claim(proviso, words, statement, kind, status, evidence=None):
    """Makes a claim on these words of the draft, and goes back to it."""
    proviso.select_in_draft(words)
    key("ctrl+shift+c")
    proviso.wait_for_focus("text", "What Is Claimed")
    type_text(statement)
    proviso.choose("Status", status)
    proviso.choose("Kind", kind)
    if evidence is not None:
        source, is_new, excerpt = evidence
        proviso.tab_to("button", "Add Evidence…")
        key("Return")
        chooser = proviso.dialog("Add Evidence")
        proviso.wait_for_focus("entry", "Search")
        type_text(source)
        chooser.find("button", f"New Source “{source}”")
        if not is_new:
            chooser.find("list item", source + ".*")
        key("Return")
        proviso.wait_until_gone("Add Evidence")
        proviso.wait_for_focus("combo box", "Relation")
        proviso.choose("Credibility", "2 – Probably True")
        proviso.tab_to("text", "Excerpt")
        type_text(excerpt)
    key("F6")
    proviso.wait_for_focus("text", "Draft")


def records(proviso):
    """All that the window says of the draft and the records: rows of the lists, and each record's page."""
    seen = [proviso.draft_text()]
    for back in proviso.showing("button", "Back"):
        back.act()
    for tab in ("Claims", "Caveats", "Sources"):
        proviso.see("page tab", tab + ".*").act()
        rows = wait_for(lambda: proviso.see("list", tab).find_all("list item"), f"the rows of {tab}")
        seen.append((tab, [row.name for row in rows]))
        rows[0].find("button", "Open").act()
        for row in rows:
            page = wait_for(lambda: page_of(proviso, tab[:-1], row.name), f"the page of {row}")
            seen.append([(node.role, node.name, node.text if node.role == "text" else "") for node in page.walk()
                         if node.has("showing") and node.role in ("label", "text", "list item", "combo box")])
            if row != rows[-1]:
                proviso.see("button", "Next " + tab[:-1]).act()
        proviso.see("button", "Back").act()
    return seen


def page_of(proviso, kind, row):
    """The page of the record whose row in the list has this name, once its first field says so."""
    for page in proviso.showing("grouping", kind):
        for node in page.walk():
            if node.role == "text" and node.name in ("What Is Claimed", "What Is Doubtful", "Title") and node.text in row:
                return page
    return None


def test_article(home):
    path = home.document("month.proviso")
    with Proviso(home) as proviso:
        proviso.window("Proviso")
        key("ctrl+shift+i")
        proviso.choose_file("Import Text", ARTICLE)

        preview = proviso.dialog("Import Text")
        repaired = read(REPAIRED).decode()
        equal(preview.find("text", "Result").text, repaired)
        key("Return")
        proviso.wait_for_focus("text", "Draft")
        equal(proviso.draft_text(), repaired)
        contains(repaired, "\n## The Month in Short\n\n")

        make_claim(proviso, "Norlink reportedly gave up its night boats", "Norlink ended its night boats", "Event",
                   "Reported", ("Harbour Letter", True, "no more nights"))
        make_claim(proviso, "By 2025 the cabins were a third empty", "A third of the cabins was empty by 2025", "Quantity",
                   "Stated", ("Harbour Letter", False, "a third empty"))
        make_claim(proviso, "No independent assessment exists", "Nobody has assessed the tender", "Absence",
                   "Unconfirmed")

        proviso.select_in_draft("around the same time")
        key("ctrl+shift+f")
        proviso.wait_for_focus("text", "What Is Doubtful")
        type_text("Which month was it?")
        proviso.choose("Type", "Vague Time")
        proviso.choose("Severity", "Major")

        key("ctrl+s")
        proviso.choose_file("Save As", path)
        proviso.wait_for_subtitle("month.proviso")
        seen = records(proviso)
        equal([(part[0], len(part[1])) for part in seen if isinstance(part, tuple)],
              [("Claims", 3), ("Caveats", 1), ("Sources", 1)])
        equal(proviso.quit(), 0)

    saved = read(path)
    project = json.loads(saved)
    jsonschema.Draft202012Validator(json.loads(read(SCHEMA))).validate(project)
    subprocess.run(["provisoctl", "validate", path], check=True)
    equal("".join(project["draft"]), repaired)
    draft = "".join(project["draft"])
    equal([(claim["statement"], claim["kind"], claim["status"], len(claim["evidence"])) for claim in project["claims"]],
          [("Norlink ended its night boats", "event", "reported", 1),
           ("A third of the cabins was empty by 2025", "quantity", "stated", 1),
           ("Nobody has assessed the tender", "absence", "unconfirmed", 0)])
    equal([draft[anchor["start"]:anchor["end"]] for claim in project["claims"] for anchor in claim["anchors"]],
          ["Norlink reportedly gave up its night boats", "By 2025 the cabins were a third empty",
           "No independent assessment exists"])
    equal([source["title"] for source in project["sources"]], ["Harbour Letter"])
    equal([(link["source"], link["relation"], link["credibility"], link["excerpt"])
           for claim in project["claims"] for link in claim["evidence"]],
          [(project["sources"][0]["id"], "supports", 2, "no more nights"),
           (project["sources"][0]["id"], "supports", 2, "a third empty")])
    equal([(caveat["text"], caveat["type"], caveat["severity"], caveat["state"]) for caveat in project["caveats"]],
          [("Which month was it?", "vague_time", "major", "open")])

    with Proviso(home, path) as proviso:
        proviso.wait_for_subtitle("month.proviso")
        proviso.wait_for_draft("of the saved project", lambda text: text == repaired)
        equal(records(proviso), seen)
        key("F6")
        key("ctrl+shift+s")
        proviso.choose_file("Save As", home.document("again.proviso"))
        proviso.wait_for_subtitle("again.proviso")
        equal(proviso.quit(), 0)
    equal(read(home.document("again.proviso")), saved)
    equal(read(path), saved)


main()
