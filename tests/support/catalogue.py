# SPDX-License-Identifier: GPL-3.0-or-later
"""What the words of the program are in another language, as its catalogues and those of its toolkit have them."""
import gettext
import os
import re
import shutil

DOMAINS = ("proviso", "libadwaita", "gtk40")
# A place that a number or a word is put into; "[0-9]+" stands for it in the names that are looked for.
FIELD = re.compile(r"%(?:[0-9]+\$)?'?[uis]")
NUMBER = "[0-9]+"


class Catalogue:
    def __init__(self, locale, program):
        """Without a catalogue for the locale, words stay as they are."""
        prefix = os.path.dirname(os.path.dirname(shutil.which(program)))
        self.sentences = {}
        for domain in DOMAINS:
            for root in (prefix, "/usr"):
                path = gettext.find(domain, os.path.join(root, "share", "locale"), [locale])
                if path:
                    self.add(path)

    def add(self, path):
        with open(path, "rb") as file:
            # All of it, as the context that a name has in the program is not known here.
            messages = gettext.GNUTranslations(file)._catalog
        for message, sentence in messages.items():
            words = message[0] if isinstance(message, tuple) else message
            words = FIELD.sub(NUMBER, words.split("\4")[-1].replace("_", ""))
            pattern = ".+".join(re.escape(part) for part in FIELD.split(sentence.replace("_", "")))
            self.sentences.setdefault(words, set()).add(pattern)

    def translate(self, name):
        """A regular expression for what has this name in English, itself a regular expression of simple build:
        alternatives, each with ".*" at one of its ends or both."""
        found = [name]
        for alternative in name.split("|"):
            before, words, after = re.fullmatch(r"(\.\*)?(.*?)(\.\*)?", alternative).groups("")
            found += [before + pattern + after for pattern in self.sentences.get(words.replace("[?]", "?"), ())]
        return "|".join(found)
