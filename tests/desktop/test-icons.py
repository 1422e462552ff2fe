#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons are drawn as GNOME draws its own, and each that is named is there."""
import glob
import os
import re
import xml.etree.ElementTree as ET

from e2e import equal, main

SOURCE = os.environ["PROVISO_SOURCE"]
ICONS = os.path.join(SOURCE, "data/icons")
SVG = "{http://www.w3.org/2000/svg}"
GREY = {"#222222", "#222", "none", "currentColor"}
# What GTK recolours: the classes that a symbolic icon may use for its one accent.
CLASSES = {"success", "warning", "error"}


def files(pattern):
    found = sorted(glob.glob(os.path.join(ICONS, pattern)))
    assert found, f"no icons match {pattern}"
    return [(path, ET.parse(path).getroot()) for path in found]


def walk(path, root, size):
    """The size is the format's, and nothing in it depends on the machine that shows it."""
    name = os.path.basename(path)
    equal((name, root.get("width"), root.get("height"), root.get("viewBox")), (name, str(size), str(size), f"0 0 {size} {size}"))
    text = open(path).read()
    for word in ("SPDX-License-Identifier", ):
        assert word in text, f"{name} does not say its licence"
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag.startswith(SVG), f"{name} has the drawing program's own {element.tag}"
        assert element.tag[len(SVG):] not in ("text", "image", "foreignObject", "script", "filter"), f"{name} has a {element.tag}"
        yield element


def test_symbolic(home):
    for path, root in files("*-symbolic.svg") + files("symbolic/*-symbolic.svg"):
        for element in walk(path, root, 16):
            for what in ("fill", "stroke"):
                colour = element.get(what)
                allowed = GREY if not CLASSES & set(element.get("class", "").split()) else GREY | {colour}
                assert colour is None or colour in allowed, f"{os.path.basename(path)}: {what} {colour}"
            assert "style" not in element.attrib, f"{os.path.basename(path)} uses style, which is not recoloured"


def test_full_colour(home):
    for path, root in files("io.github.proviso_editor.Proviso*.svg"):
        if not path.endswith("-symbolic.svg"):
            ids = [element.get("id") for element in walk(path, root, 128) if element.get("id")]
            equal(len(ids), len(set(ids)))
            for reference in re.findall(r"url\(#([^)]*)\)", open(path).read()):
                assert reference in ids, f"{os.path.basename(path)} refers to {reference}, which is not there"


def test_named_icons_are_there(home):
    """Of the program's own: in the resource, in the folder, and asked for somewhere."""
    listed = {element.text for element in ET.parse(os.path.join(ICONS, "symbolic/proviso-icons.gresource.xml")).getroot().iter("file")}
    equal(listed, {os.path.basename(path) for path, _ in files("symbolic/*.svg")})
    named = set()
    for folder, _, names in os.walk(os.path.join(SOURCE, "src")):
        for name in names:
            if name.endswith((".c", ".ui")):
                with open(os.path.join(folder, name)) as file:
                    named |= set(re.findall(r"[\">](proviso-[a-z-]+-symbolic)\b", file.read()))
    assert named, "no source names an icon"
    assert not (missing := {name + ".svg" for name in named} - listed), f"not there: {missing}"


if __name__ == "__main__":
    main()
