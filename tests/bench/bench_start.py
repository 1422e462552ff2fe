#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start-up with an article open, against gnome-text-editor opening the same text.

Both programs are started in turn on the private screen and watched from outside, in the memory of the screen:
the first painted frame is the first change of the picture, the text is there when the middle of the window
looks as it does in the end. Memory is what the process has resident (RSS) and what is its own alone (USS)
when the picture is still.
"""
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from desktop import Program, Screen  # noqa: E402

RUNS = 9
START_LIMIT = 1.0
MEMORY_LIMIT = 1.2


def memory(pid):
    """(resident, private) in MiB."""
    fields = {}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, value = line.split(":")
        fields[name] = int(value.split()[0])
    return fields["Rss"] / 1024, (fields["Private_Clean"] + fields["Private_Dirty"]) / 1024


def measure(screen, *command):
    screen.wait_until_still(0.3)
    # A coarse grid of rows sees a window come up in a fraction of the time that the whole picture would take.
    middle = dict(x=screen.width // 2 - 150, y=screen.height // 2 - 100, width=300, height=200)
    empty = screen.checksum(**middle)
    changes = []
    started = time.monotonic()
    program = Program(*command, name=command[0])
    try:
        last = empty
        while time.monotonic() - started < 6 and (not changes or time.monotonic() - changes[-1][0] < 1.5):
            now = screen.checksum(**middle)
            if now != last:
                changes.append((time.monotonic(), now))
                last = now
            time.sleep(0.001)
        if not changes:
            raise AssertionError(f"{command[0]} showed nothing")
        resident, private = memory(program.pid)
        first = changes[0][0] - started
        # From when on it looked as it does in the end.
        done = changes[-1][0] - started
        return first * 1000, done * 1000, resident, private
    finally:
        program.end()


def report(name, ours, theirs, limit, unit):
    our, their = statistics.median(ours), statistics.median(theirs)
    met = our / their <= limit
    print(f"{name:<34} {our / their:5.2f} (at most {limit:.2f}) {'met' if met else 'MISSED'}; "
          f"ours {our:.1f} {unit} [{min(ours):.1f} to {max(ours):.1f}], "
          f"gnome-text-editor {their:.1f} {unit} [{min(theirs):.1f} to {max(theirs):.1f}], {len(ours)} runs")
    return met


def main():
    screen = Screen()
    project = Path(os.environ["XDG_DATA_DIRS"].split(":")[0]) / "proviso/example.proviso"
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.md"
        article.write_text("".join(json.loads(project.read_text())["draft"]))
        measure(screen, "gnome-text-editor", "--standalone", str(article))  # warm the caches for both
        measure(screen, "proviso", str(project))
        ours, theirs = [], []
        for _ in range(RUNS):
            theirs.append(measure(screen, "gnome-text-editor", "--standalone", str(article)))
            ours.append(measure(screen, "proviso", str(project)))
    met = report("start to the first painted frame", [o[0] for o in ours], [t[0] for t in theirs], START_LIMIT, "ms")
    report("start to the article shown", [o[1] for o in ours], [t[1] for t in theirs], START_LIMIT, "ms")
    met &= report("resident memory", [o[2] for o in ours], [t[2] for t in theirs], MEMORY_LIMIT, "MiB")
    report("private memory", [o[3] for o in ours], [t[3] for t in theirs], MEMORY_LIMIT, "MiB")
    return 0 if met else 1


sys.exit(main())
