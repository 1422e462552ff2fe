#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-translations.py SOURCE: what translators get is whole and well-formed.

The template (proviso.pot) is not kept in the repository: it would change with nearly every commit, and whoever
translates makes it from po/POTFILES anyway ("meson compile proviso-pot"). So POTFILES has to name every file with
strings and no other, and xgettext has to be content with what it reads there.
"""
import os
import re
import subprocess
import sys

SOURCE = sys.argv[1]
# As meson's "glib" preset has them; what it knows besides is not used here.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3", "ngettext:1,2"]
FLAGS = ["N_:1:pass-c-format", "C_:2:pass-c-format", "NC_:2:pass-c-format", "g_dngettext:2:pass-c-format",
         "g_strdup_printf:1:c-format", "g_string_append_printf:2:c-format", "g_set_error:4:c-format"]
CHECKS = ["ellipsis-unicode", "quote-unicode", "bullet-unicode"]

failures = 0
number = 0


def check(what, problems):
    global failures, number
    number += 1
    print(f"{'not ok' if problems else 'ok'} {number} {what}")
    for problem in problems:
        print(f"# {problem}")
    failures += bool(problems)


def candidates():
    """The files that can hold strings."""
    for top in ("src", "data"):
        for folder, _, names in os.walk(os.path.join(SOURCE, top)):
            for name in names:
                if re.search(r"\.(c|h|ui|desktop\.in|metainfo\.xml\.in|gschema\.xml)$", name):
                    yield os.path.relpath(os.path.join(folder, name), SOURCE)


def extract(files, *options):
    """Returns the template and what xgettext remarks."""
    command = ["xgettext", "--from-code=UTF-8", "--add-comments=Translators", "--output=-", "--add-location=file",
               *(f"--keyword={keyword}" for keyword in KEYWORDS), *(f"--flag={flag}" for flag in FLAGS),
               *options, *files]
    result = subprocess.run(command, cwd=SOURCE, capture_output=True, text=True)
    return result.stdout, result.stderr.splitlines()


def main():
    with open(os.path.join(SOURCE, "po", "POTFILES")) as file:
        listed = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    files = sorted(candidates())
    template, remarks = extract(files)
    remarks += extract(files, *(f"--check={name}" for name in CHECKS))[1]
    found = {name for line in template.splitlines() if line.startswith("#: ") for name in line[3:].split()}

    print("TAP version 14")
    check("POTFILES names every file with strings", [f"{name} is missing" for name in sorted(found - set(listed))])
    check("POTFILES names no other file", [f"{name} is not needed" for name in sorted(set(listed) - found)])
    check("POTFILES is sorted", [f"{name} is out of order" for name, should in zip(listed, sorted(set(listed)))
                                 if name != should][:1])
    check("xgettext has no remarks on the strings", remarks)
    check("there are strings", [] if template.count("\nmsgid ") > 500 else ["hardly any string was found"])

    with open(os.path.join(SOURCE, "po", "LINGUAS")) as file:
        languages = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    there = sorted(name[:-3] for name in os.listdir(os.path.join(SOURCE, "po")) if name.endswith(".po"))
    check("LINGUAS names the translations that are there, sorted",
          [] if languages == there else [f"LINGUAS: {languages}, there are: {there}"])
    print(f"1..{number}")
    sys.exit(1 if failures else 0)


main()
