#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-translations.py SOURCE: what translators get is whole and well-formed.

The template (proviso.pot) is not kept in the repository: it would change with nearly every commit, and whoever
translates makes it from po/POTFILES anyway ("meson compile proviso-pot"). So POTFILES has to name every file with
strings and no other, and xgettext has to be content with what it reads there.

A translation must be nearly whole (whoever adds a message need not know six languages), must suit its messages in
placeholders, mnemonics and ellipses, and must call the states of records what the glossary in po/README.md does.
"""
import os
import re
import subprocess
import sys
import tempfile

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


def unquote(lines):
    return "".join(bytes(line[1:-1], "utf-8").decode("unicode_escape").encode("latin-1").decode("utf-8")
                   for line in lines)


def messages(path):
    """Each live message of a .po file: (context, original, its translations, whether fuzzy)."""
    entry, key = {}, None
    with open(path, encoding="utf-8") as file:
        for line in [*file, ""]:
            line = line.strip()
            if line.startswith("#,") and "fuzzy" in line:
                entry["fuzzy"] = True
            match = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$', line)
            if match:
                key = match[1]
                entry[key] = [match[2]]
            elif line.startswith('"') and key is not None:
                entry[key].append(line)
            elif not line:
                if "msgid" in entry and unquote(entry["msgid"]):
                    yield (unquote(entry.get("msgctxt", [])), unquote(entry["msgid"]),
                           [unquote(entry[k]) for k in sorted(entry) if k.startswith("msgstr")],
                           entry.get("fuzzy", False))
                entry, key = {}, None


def glossary():
    """{English word: {language: word}}, from the table in po/README.md."""
    words, languages = {}, None
    with open(os.path.join(SOURCE, "po", "README.md"), encoding="utf-8") as file:
        for line in file:
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if line.startswith("| English"):
                languages = [re.search(r"\((\w+)\)", cell)[1] for cell in cells[1:]]
            elif languages is not None and line.startswith("| ") and not line.startswith("| ---"):
                words[re.sub(r" \(.*| \w+, to .*", "", cells[0])] = dict(zip(languages, cells[1:]))
    return words


GLOSSED = {"claim status", "caveat state", "caveat severity", "relation", "readiness"}


def check_translation(language, template_path, words):
    path = os.path.join(SOURCE, "po", f"{language}.po")
    with tempfile.TemporaryDirectory() as folder:
        merged = os.path.join(folder, "merged.po")
        subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, path, template_path], check=True)
        result = subprocess.run(["msgfmt", "--check", "-o", os.devnull, path], capture_output=True, text=True)
        check(f"{language}: msgfmt is content", result.stderr.splitlines())
        entries = list(messages(merged))

    missing = [original for _, original, texts, fuzzy in entries if fuzzy or not all(texts)]
    check(f"{language}: at most one message in fifty is not translated",
          missing if len(missing) * 50 > len(entries) else [])

    problems = []
    for context, original, texts, fuzzy in entries:
        for text in texts:
            if fuzzy or not text or "translator-credits" in original:
                continue
            mnemonic = re.search(r"_\w", original) and "<" not in original and not re.search(r"\w_\w+_", original)
            if mnemonic and text.count("_") != 1:
                problems.append(f"mnemonic: {original!r}: {text!r}")
            if original.endswith("…") and "…" not in text:
                problems.append(f"ellipsis: {original!r}: {text!r}")
            if original.count("\n") != text.count("\n"):
                problems.append(f"lines: {original!r}: {text!r}")
            wanted = words.get(original.lower(), {}).get(language)
            if context in GLOSSED and wanted is not None and wanted.casefold() != text.casefold():
                problems.append(f"glossary: {original!r} is {wanted!r}, not {text!r}")
    check(f"{language}: mnemonics, ellipses and words of the glossary", problems)


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
    words = glossary()
    check("the glossary has a word for each language that is there",
          [f"{word}: {language}" for word, by in words.items() for language in languages if not by.get(language)])
    with tempfile.NamedTemporaryFile("w", suffix=".pot") as file:
        file.write(template.replace("charset=CHARSET", "charset=UTF-8"))
        file.flush()
        for language in languages:
            check_translation(language, file.name, words)
    print(f"1..{number}")
    sys.exit(1 if failures else 0)


main()
