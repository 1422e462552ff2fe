#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that cannot be opened, that are open already, that are text, that are exported, and that cannot be saved."""
import json
import os
import shutil
import signal
import subprocess

from e2e import contains, equal, main, read
from proviso import Proviso, key, type_text, wait_for_active

PROJECT = {
    "proviso": 1, "id": "harbour", "title": "Harbour Dues", "language": "en",
    "created": "2026-03-01T08:00:00Z", "modified": "2026-03-01T08:00:00Z",
    "draft": ["# Harbour Dues\n", "\n", "The port lowered its dues in March.\n"],
    "claims": [], "caveats": [], "sources": [],
}


def project_text(**members):
    return json.dumps({**PROJECT, **members}, indent=2, ensure_ascii=False) + "\n"


def refuse(home, content, *said):
    """The program says what is wrong with the file, leaves it alone, and goes on."""
    path = home.write("broken.proviso", content)
    before = os.stat(path)
    with Proviso(home, path) as proviso:
        alert = proviso.dialog("Could Not Open the Project")
        text = " ".join(node.name for node in alert.find_all("label"))
        for words in ("“broken.proviso”", *said):
            contains(text, words)
        equal([node.name for node in alert.find_all("button")], ["Close"])
        key("Return")
        proviso.wait_until_gone("Could Not Open the Project")

        equal(os.listdir(home.path("documents")), ["broken.proviso"])
        equal(read(path), content.encode())
        equal(os.stat(path).st_mtime_ns, before.st_mtime_ns)

        key("ctrl+n")
        proviso.wait_for_focus("text", "Draft")
        type_text("Still here")
        proviso.wait_for_draft("to take text after the message", lambda text: "Still here" in text)


def test_syntax_error(home):
    refuse(home, project_text().replace('"language": "en",', '"language": "en"'), "Line 6, column 3:")


def test_wrong_type(home):
    refuse(home, project_text(claims={"id": "c"}), "Line 13, column 13:", "claims")


def test_newer_version(home):
    refuse(home, project_text(proviso=2, writtenBy="Proviso 9"), "Line 2, column 14:", "version")


def test_same_file_twice(home):
    first = home.write("harbour.proviso", project_text())
    second = home.write("other.proviso", project_text(title="Other"))
    os.symlink(first, home.document("link.proviso"))
    with Proviso(home, first, second) as proviso:
        proviso.window("Harbour Dues")
        proviso.window("Other")
        for name in (first, home.document("link.proviso")):
            proviso.raise_window("Other")
            subprocess.run([proviso.process.args[0], name], check=True, env={**os.environ, **home.env}, timeout=30)
            wait_for_active("Harbour Dues")
            equal(sorted(window.name for window in proviso.windows()), ["Harbour Dues", "Other"])


def test_markdown_becomes_a_project(home):
    text = "# Ferries\n\nThe *last* boat left.\n"
    path = home.write("ferries.md", text)
    with Proviso(home, path) as proviso:
        proviso.window("Ferries")
        proviso.wait_for_subtitle("Unsaved")
        equal(proviso.draft_text(), text)
        equal(os.listdir(home.path("documents")), ["ferries.md"])
        equal(read(path), text.encode())


def test_report_beside_the_project(home):
    os.mkdir(home.document("harbour"))
    path = home.write("harbour/harbour.proviso", project_text())
    with Proviso(home, path) as proviso:
        proviso.wait_for_focus("text", "Draft")
        key("F10")
        proviso.menu_item("x").act()
        proviso.window("Export Report")
        proviso.wait_for_focus("text", "Name:")
        key("Return")
        proviso.see("label", "Report exported")
        equal(sorted(os.listdir(home.document("harbour"))), ["Harbour Dues – report.html", "harbour.proviso"])


def fail_saving(proviso, call, error):
    """From now on a system call of the program fails, as it would on a full disk."""
    tracer = subprocess.Popen(["strace", "-f", "-p", str(proviso.pid), "-e", f"trace={call}",
                               "-e", f"inject={call}:error={error}", "-o", "/dev/null"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert "attached" in tracer.stderr.readline()
    return tracer


def test_save_that_fails(home):
    path = home.write("harbour.proviso", project_text())
    old = read(path)
    with Proviso(home, path) as proviso:
        proviso.wait_for_focus("text", "Draft")
        key("ctrl+End")
        type_text("Nobody had asked for it.")
        proviso.wait_for_subtitle("harbour.proviso – edited")

        tracer = fail_saving(proviso, "fsync", "ENOSPC")
        try:
            key("ctrl+s")
            alert = proviso.dialog("Could Not Save")
            text = " ".join(node.name for node in alert.find_all("label"))
            contains(text, "harbour.proviso")
            contains(text, "space")
            key("Escape")
            proviso.wait_until_gone("Could Not Save")
        finally:
            tracer.send_signal(signal.SIGINT)
            tracer.wait()
        equal(read(path), old)
        equal(os.listdir(home.path("documents")), ["harbour.proviso"])
        proviso.wait_for_subtitle("harbour.proviso – (edited|not saved)")
        contains(proviso.draft_text(), "Nobody had asked for it.")

        key("ctrl+s")
        proviso.wait_for_subtitle("harbour.proviso")
        contains("".join(json.loads(read(path))["draft"]), "Nobody had asked for it.")
        equal(proviso.quit(), 0)


def test_folder_that_went_away(home):
    os.mkdir(home.document("stick"))
    path = home.write("stick/harbour.proviso", project_text())
    with Proviso(home, path) as proviso:
        proviso.wait_for_focus("text", "Draft")
        type_text("New. ")
        proviso.wait_for_subtitle("harbour.proviso – edited")
        shutil.move(home.document("stick"), home.path("away"))
        key("ctrl+s")
        proviso.dialog("(The File Is Gone|Could Not Save)")
        key("Escape")
        proviso.wait_until_gone("(The File Is Gone|Could Not Save)")
        proviso.wait_for_subtitle("harbour.proviso – (edited|not saved)")
        contains(proviso.draft_text(), "New. ")
        shutil.move(home.path("away"), home.document("stick"))
        key("ctrl+s")
        proviso.wait_for_subtitle("harbour.proviso")
        contains(json.loads(read(path))["draft"][0], "New. ")
        equal(proviso.quit(), 0)


main()
