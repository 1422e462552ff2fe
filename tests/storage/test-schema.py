#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-schema.py SCHEMA COMPLETE WRITE_PROJECTS PROVISOCTL EXAMPLE: whether the schema says what the program does.
#
# The schema is sound; what the program writes is valid by it; and of a file in which one member was
# replaced or taken out, schema and program say the same: valid, or not.
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

schema_path, complete_path, write_projects, provisoctl, example = sys.argv[1:]
schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)


def described(node, place="$"):
    """Every member of every object says what it is for."""
    for name, member in node.get("properties", {}).items():
        target = member
        while "description" not in target and "$ref" in target:
            target = schema["$defs"][target["$ref"].rsplit("/", 1)[1]]
        assert target.get("description"), f"{place}.{name} has no description"
    for name, definition in node.get("$defs", {}).items():
        described(definition, name)


def note_members(node, value, seen):
    """Notes which members of the schema `value` has with a value other than null."""
    for name in ("$ref", "anyOf"):
        if name in node:
            node = node[name][0] if name == "anyOf" else node
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node
    if isinstance(value, dict):
        for name, member in node.get("properties", {}).items():
            if value.get(name) not in (None, [], ""):
                seen.add((node["description"], name))
                note_members(member, value[name], seen)
    elif isinstance(value, list):
        for item in value:
            note_members(node["items"], item, seen)


def without_foreign(value):
    if isinstance(value, dict):
        return {name: without_foreign(member) for name, member in value.items() if not name.startswith("x-")}
    if isinstance(value, list):
        return [without_foreign(item) for item in value]
    return value


def places(value, path=()):
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, path + (key,))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def in_order(value):
    """What a schema cannot say: an anchor's end is not before its start."""
    if isinstance(value, dict):
        start, end = value.get("start", 0), value.get("end", 0)
        if type(start) in (int, float) and type(end) in (int, float) and start > end:
            return False
        return all(in_order(member) for member in value.values())
    return all(in_order(item) for item in value) if isinstance(value, list) else True


described(schema)
validator.validate(json.loads(pathlib.Path(example).read_text(encoding="utf-8")))
others = [None, True, 3, 40, -1, 1.5, "", "x", "2026-02", "2026-02-30x", "2026-03-28T09:30:00Z", "2026-03-28 9:30", "lost", [], ["x"], [1], {}, {"by": "x"}]

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)

    written = folder / "written"
    written.mkdir()
    subprocess.run([write_projects, written, "300"], check=True)
    files = sorted(written.iterdir())
    assert len(files) == 300
    seen = set()
    for file in files:
        project = json.loads(file.read_text(encoding="utf-8"))
        validator.validate(project)
        note_members(schema, project, seen)
    named = {(d["description"], name) for d in [schema, *schema["$defs"].values()] for name in d.get("properties", {})}
    assert seen == named, f"not among what was written: {named - seen}"

    complete = without_foreign(json.loads(pathlib.Path(complete_path).read_text(encoding="utf-8")))
    validator.validate(complete)
    changed = []
    for path in places(complete):
        if not path:
            continue
        for other in [*others, "take out"]:
            copied = copy.deepcopy(complete)
            parent = at(copied, path[:-1])
            if other == "take out":
                del parent[path[-1]]
            else:
                parent[path[-1]] = copy.deepcopy(other)
            if in_order(copied):
                changed.append((path, other, copied))
    names = []
    for number, (_, _, project) in enumerate(changed):
        file = folder / f"{number}.proviso"
        file.write_text(json.dumps(project, ensure_ascii=False), encoding="utf-8")
        names.append(str(file))
    answer = subprocess.run([provisoctl, "validate", *names], capture_output=True, text=True)
    assert answer.returncode == 2, answer.stderr
    refused = {}
    for line in answer.stdout.splitlines():
        name, _, _, rest = line.split(":", 3)
        if not rest.startswith(" warning: "):
            refused[name] = rest
    n_valid = 0
    for name, (path, other, project) in zip(names, changed):
        valid = validator.is_valid(project)
        n_valid += valid
        assert valid == (name not in refused), f"{path} = {other!r}: schema says {valid}, the program: {refused.get(name)}"
    assert 500 < n_valid < len(changed) - 500, (n_valid, len(changed))
    print(f"{len(files)} written files valid; {len(changed)} changed ones judged alike, {n_valid} of them valid")
