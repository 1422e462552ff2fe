#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be seen of the Flatpak and the store's page without building them. ./dev flatpak does the rest."""
import json
import os
import re
import struct
import xml.etree.ElementTree as ET

from e2e import equal, main

SOURCE = os.environ["PROVISO_SOURCE"]
PROJECT_ID = "io.github.proviso_editor.Proviso"


def manifest(name):
    with open(os.path.join(SOURCE, "flatpak", name)) as file:
        return json.load(file)


def metainfo():
    return ET.parse(os.path.join(SOURCE, f"data/{PROJECT_ID}.metainfo.xml.in")).getroot()


def test_permissions(home):
    """The display and the GPU. Files and printing come over the portals, which need no permission."""
    equal(sorted(manifest(f"{PROJECT_ID}.json")["finish-args"]),
          ["--device=dri", "--share=ipc", "--socket=fallback-x11", "--socket=wayland"])


def test_sources_are_pinned(home):
    *modules, program = manifest(f"{PROJECT_ID}.json")["modules"]
    equal((program["name"], [source["type"] for source in program["sources"]]), ("proviso", ["dir"]))
    assert modules
    for module in modules:
        assert module["sources"]
        for source in module["sources"]:
            equal(source["type"], "archive")
            assert source["url"].startswith("https://"), source["url"]
            assert re.fullmatch("[0-9a-f]{64}", source["sha256"]), source["sha256"]


def test_development_build_differs_in_its_id_only(home):
    release, development = manifest(f"{PROJECT_ID}.json"), manifest(f"{PROJECT_ID}.Devel.json")
    equal(development.pop("id"), release.pop("id") + ".Devel")
    equal(development["modules"][-1].pop("config-opts"), ["-Dprofile=development"])
    equal(development, release)
    assert os.path.exists(os.path.join(SOURCE, f"data/icons/{PROJECT_ID}.Devel.svg"))


def test_bundle_has_every_language(home):
    """A bundle is the program without the extension that its languages would otherwise be split off into."""
    equal(manifest(f"{PROJECT_ID}.json")["separate-locales"], False)


def test_newest_release_is_this_version(home):
    with open(os.path.join(SOURCE, "meson.build")) as file:
        version = re.search(r"^  version: '([^']*)'", file.read(), re.MULTILINE).group(1)
    newest = metainfo().find("releases/release")
    equal(newest.get("version"), version)
    # The store takes none of another kind.
    equal(newest.get("type", "stable"), "stable")


def test_screenshots(home):
    """Each is in the source at the path that its address names, and of the size that is said."""
    images = metainfo().findall("screenshots/screenshot/image")
    assert len(images) >= 3
    for image in images:
        path = os.path.join(SOURCE, re.sub("^https://[^/]*/[^/]*/[^/]*/v[0-9.]*/", "", image.text))
        with open(path, "rb") as file:
            width, height = struct.unpack(">2I", file.read(24)[16:])
        equal((path, str(width), str(height)), (path, image.get("width"), image.get("height")))


def test_summary_fits_a_tile(home):
    summary = metainfo().find("summary").text
    assert 10 <= len(summary) <= 35 and not summary.endswith(".") and "Proviso" not in summary, summary


if __name__ == "__main__":
    main()
