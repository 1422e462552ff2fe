#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are known by their names and by their first bytes; the desktop asks GLib, and so does this."""
import json
import os
import shutil
import subprocess

from e2e import contains, equal, main

SOURCE, SHARE, ID = (os.environ[name] for name in ("PROVISO_SOURCE", "PROVISO_PREFIX_SHARE", "PROVISO_APP_ID"))
TYPE = "application/vnd.proviso+json"


def desktop(home):
    """A data folder with the system's types and Proviso's, and what the update tools make of them."""
    share = home.path("share")
    os.makedirs(os.path.join(share, "mime/packages"))
    os.makedirs(os.path.join(share, "applications"))
    shutil.copy("/usr/share/mime/packages/freedesktop.org.xml", os.path.join(share, "mime/packages"))
    shutil.copy(os.path.join(SHARE, f"mime/packages/{ID}.xml"), os.path.join(share, "mime/packages"))
    shutil.copy(os.path.join(SHARE, f"applications/{ID}.desktop"), os.path.join(share, "applications"))
    subprocess.run(["update-mime-database", os.path.join(share, "mime")], check=True, capture_output=True)
    subprocess.run(["update-desktop-database", os.path.join(share, "applications")], check=True)
    # The program that the desktop file names has to be found, or the desktop passes over it.
    return {**os.environ, "XDG_DATA_DIRS": share, "XDG_DATA_HOME": home.path("data"),
            "PATH": os.path.join(os.path.dirname(SHARE), "bin") + ":" + os.environ["PATH"]}


def told(home, path, attribute="content-type"):
    said = subprocess.run(["gio", "info", "-a", f"standard::{attribute}", path], env=home.desktop, check=True,
                          capture_output=True, text=True, timeout=20).stdout
    return next(line.split(": ", 1)[1] for line in said.splitlines() if f"standard::{attribute}:" in line)


def project(**members):
    return json.dumps({"proviso": 1, "id": "a", "title": "A", "draft": [], **members}, indent=2) + "\n"


def test_types(home):
    home.desktop = desktop(home)
    with open(os.path.join(SOURCE, "data/example/example.proviso")) as file:
        example = file.read()
    for name, content, wanted in (
        ("article.proviso", project(), TYPE),
        ("example.proviso", example, TYPE),
        ("example", example, TYPE),  # by its bytes
        ("download.tmp123", project(title="ü" * 9000), TYPE),
        ("other.proviso", "nothing that Proviso writes\n", TYPE),  # by its name: Proviso will say what is wrong
        ("other.json", '{\n  "name": "x"\n}\n', "application/json"),
        ("late", '{\n  "name": "proviso",\n  "proviso": 1\n}\n', "text/plain"),
        ("talk", 'He said {"proviso": 1} and left.\n', "text/plain"),
        ("notes.md", "# Notes\n", "text/markdown"),
        ("notes.txt", "Notes\n", "text/plain"),
    ):
        equal((name, told(home, home.write(name, content))), (name, wanted))


def test_icon(home):
    home.desktop = desktop(home)
    icons = told(home, home.write("article.proviso", project()), "icon")
    contains(icons, f"{ID}.project")
    assert os.path.exists(os.path.join(SHARE, f"icons/hicolor/scalable/mimetypes/{ID}.project.svg"))


def test_opens_with(home):
    """First for its own type; among others for text, where it does not push itself forward."""
    home.desktop = desktop(home)
    for kind in (TYPE, "text/markdown", "text/plain"):
        said = subprocess.run(["gio", "mime", kind], env=home.desktop, capture_output=True, text=True, timeout=20).stdout
        contains(said, f"{ID}.desktop")
    with open(os.path.join(home.path("share"), "applications/mimeinfo.cache")) as file:
        contains(file.read(), f"{TYPE}={ID}.desktop;")


if __name__ == "__main__":
    main()
