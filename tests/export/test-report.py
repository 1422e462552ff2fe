#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-report.py PROVISOCTL PROJECT…: reports as the command writes them: well-formed, self-contained, to the
# standard output or to a file.
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

provisoctl, *projects = sys.argv[1:]


def run(*arguments):
    return subprocess.run([provisoctl, "report", *arguments], capture_output=True, text=True)


for project in projects:
    html = run("--html", project)
    assert html.returncode == 0 and not html.stderr, html.stderr
    assert html.stdout.startswith("<!DOCTYPE html>\n")
    # It is XML as well, which a parser that forgives nothing reads.
    root = xml.etree.ElementTree.fromstring(html.stdout)
    assert root.get("lang") and root.get("dir")
    for element in root.iter():
        assert element.tag not in ("script", "img", "iframe", "object", "link", "base", "form"), element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on") and name not in ("src", "srcset", "style"), name
            assert name != "href" or value.lower().startswith(("http://", "https://", "mailto:")), value
    assert "url(" not in root.find("head/style").text and "@import" not in root.find("head/style").text
    levels = [int(element.tag[1]) for element in root.iter() if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1 and levels.count(1) == 1, levels
    for table in root.iter("table"):
        assert all(cell.get("scope") == "col" for cell in table.iter("th"))

    markdown = run("--markdown", project)
    assert markdown.returncode == 0 and markdown.stdout.startswith("# ")
    assert run(project).stdout == markdown.stdout

    with tempfile.TemporaryDirectory() as folder:
        for name, expected in ("a.html", html), ("a.md", markdown), ("A.HTM", html):
            file = pathlib.Path(folder, name)
            written = run("-o", str(file), project)
            assert written.returncode == 0 and not written.stdout, written.stderr
            assert file.read_text(encoding="utf-8") == expected.stdout
        failed = run("-o", f"{folder}/none/a.html", project)
        assert failed.returncode == 2 and "none" in failed.stderr

# What stands in the way of it says what to do, and the project is not it.
with tempfile.TemporaryDirectory() as folder:
    project, link = pathlib.Path(folder, "a.proviso"), pathlib.Path(folder, "b.html")
    whole = pathlib.Path(projects[0]).read_bytes()
    project.write_bytes(whole)
    link.symlink_to(project.name)
    for name in project, link:
        refused = run("-o", str(name), str(project))
        assert refused.returncode == 1 and "Choose another" in refused.stderr, refused.stderr
        assert project.read_bytes() == whole
    failed = run("-o", f"{folder}/none/a.html", str(project))
    assert "Save it somewhere else" in failed.stderr, failed.stderr

assert run("--html", "--markdown", projects[0]).returncode == 1
assert run().returncode == 1
missing = run("/nowhere.proviso")
assert missing.returncode == 2 and "/nowhere.proviso" in missing.stderr
print(f"reports of {len(projects)} projects")
