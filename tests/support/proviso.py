# SPDX-License-Identifier: GPL-3.0-or-later
"""Proviso, driven as a person does: what its window holds, by the names that a screen reader says."""
import os
import re
import subprocess
import tempfile

from catalogue import Catalogue
from desktop import Program, Screen, applications, key, paste, run, type_text, wait_for  # noqa: F401

EXECUTABLE = os.environ.get("PROVISO_PROGRAM", "proviso")


KEPT = os.environ.get("PROVISO_KEPT", tempfile.gettempdir())


class Home:
    """A folder with settings, state and documents of its own, for the programs started with it."""

    def __init__(self, name, settings=""):
        self.name = name
        self.folder = tempfile.mkdtemp(prefix="home-", dir=os.environ.get("PROVISO_SESSION_DIR"))
        for name in ("config/gtk-4.0", "cache", "data", "state", "documents"):
            os.makedirs(os.path.join(self.folder, name))
        with open(self.path("config/gtk-4.0/settings.ini"), "w") as file:
            file.write(f"[Settings]\ngtk-font-name=Inter 11\n{settings}")

    def path(self, name):
        return os.path.join(self.folder, name)

    def document(self, name):
        return self.path("documents/" + name)

    def write(self, name, content):
        """Puts a document there."""
        path = self.document(name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def keep(self, folder=KEPT):
        """Keeps what is on the screen now, and the accessibility tree: for whoever looks into a failure."""
        base = os.path.join(folder, self.name)
        subprocess.run(["maim", base + ".png"], stderr=subprocess.DEVNULL)
        with open(base + ".txt", "w") as file:
            for application in applications():
                file.write(application.read(everything=True).dump() + "\n")
        print(f"# kept: {base}.png and .txt")

    @property
    def env(self):
        # Leaks are looked for by the tests of the parts: libspelling leaks a little for every checked text, and
        # the quick unwinder does not see that it was libspelling.
        sanitizer = ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), "detect_leaks=0"]))
        return {"HOME": self.folder, "XDG_CONFIG_HOME": self.path("config"), "XDG_CACHE_HOME": self.path("cache"),
                "XDG_DATA_HOME": self.path("data"), "XDG_STATE_HOME": self.path("state"), "ADW_DISABLE_PORTAL": "1",
                "ASAN_OPTIONS": sanitizer, "G_DEBUG": os.environ.get("PROVISO_G_DEBUG", "")}


class Proviso(Program):
    """Names are asked for in English, also where the program was started with a locale and speaks its language."""

    def __init__(self, home, *arguments, env=None, locale=None):
        self.home = home
        self.catalogue = Catalogue(locale, EXECUTABLE) if locale else None
        super().__init__(EXECUTABLE, *arguments, env={**home.env, **(env or {})})

    def __exit__(self, kind, *_):
        if kind is not None:
            self.home.keep()
        self.end()

    def raise_window(self, title):
        """Brings one of the program's windows to the front."""
        ids = wait_for(lambda: subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.pid), "--name",
                                               f"^{title}$"], capture_output=True, text=True).stdout.split(),
                       f"an X window called {title!r}")
        run("xdotool", "windowactivate", "--sync", ids[-1])
        wait_for_active(title)

    def named(self, name):
        """What has this English name here: a regular expression."""
        return self.catalogue.translate(name) if self.catalogue else name

    def window(self, name=".*", **limits):
        return super().window(self.named(name), **limits)

    def showing(self, role=None, name=".*", window_role=None):
        """All that shows in its windows now, with this role and a name that matches."""
        name = self.named(name)
        return [node for window in self.windows() if window_role in (None, window.role) for node in window.walk()
                if node.has("showing") and role in (None, node.role) and re.fullmatch(name, node.name, re.DOTALL)]

    def see(self, role, name=".*"):
        """The first of these, once it is there."""
        return wait_for(lambda: self.showing(role, name), f"{role} named {name!r}")[0]

    def draft(self):
        return self.see("text", "Draft")

    def draft_text(self):
        return self.draft().text

    def wait_for_draft(self, what, holds):
        """Waits until the draft's text is as the function says."""
        draft = self.draft()
        return wait_for(lambda: holds(draft.text), f"the draft {what}")

    def wait_for_subtitle(self, pattern):
        """The line below the title: which file, and whether it was edited."""
        return self.see("label", pattern)

    def dialogs(self, heading):
        """The dialogs inside of windows; the file dialog is a window of its own."""
        return [node for role in ("dialog", "alert") for node in self.showing(role, heading, window_role="frame")]

    def dialog(self, heading):
        """The dialog in the window whose heading or title this is."""
        return wait_for(lambda: self.dialogs(heading), f"a dialog called {heading!r}")[0]

    def wait_until_gone(self, heading):
        wait_for(lambda: not self.dialogs(heading), f"the dialog {heading!r} to close")

    def menu_items(self, mnemonic):
        """The items of the open menu with this mnemonic: GTK's menu items have no names in the tree."""
        return [node for node in self.showing("menu item")
                if f"Alt+{mnemonic}" in node.attributes.get("keyshortcuts", "").split()]

    def menu_item(self, mnemonic):
        return wait_for(lambda: self.menu_items(mnemonic), f"a menu item with Alt+{mnemonic}")[0]

    def focused(self):
        """Where the keyboard is."""
        return next((node for node in self.showing() if node.has("focused") and node.role not in ("frame", "dialog")),
                    None)

    def wait_for_focus(self, role=None, name=None):
        def look():
            node = self.focused()
            if node is None or role is not None and node.role != role:
                return None
            return node if name is None or re.fullmatch(self.named(name), node.name) else None
        return wait_for(look, f"the focus in {role or 'anything'} named {name!r}")

    def tab_to(self, role, name, press="Tab", most=60):
        """Goes there with the Tab key. GTK lets nobody set the focus through the accessibility tree."""
        for _ in range(most):
            before = self.focused()
            if before is not None and before.role == role and re.fullmatch(self.named(name), before.name):
                return before
            key(press)
            wait_for(lambda: (now := self.focused()) is not None and (before is None or now != before),
                     f"{press} to go on from {before}")
        raise AssertionError(f"{press} does not lead to {role} named {name!r}")

    def press(self, name):
        """Presses a button once it can be pressed."""
        wait_for(lambda: [button for button in self.showing("button", name) if button.has("sensitive")],
                 f"a button {name!r} that can be pressed")[0].act()

    def open_record(self, tab, beginning):
        """The page of a record, from its list."""
        self.see("page tab", tab + ".*").act()
        self.see("list", tab).find("list item", re.escape(beginning) + ".*").find("button", "Open").act()
        self.see("button", "Back")

    def select_in_draft(self, words):
        """Selects the first occurrence of words in the draft, by searching for them. The focus is in the draft."""
        key("ctrl+f")
        entry = self.wait_for_focus("text", "Find")
        key("ctrl+a")
        type_text(words)
        wait_for(lambda: entry.text == words, f"{words!r} in the search entry")
        self.see("label", "1 of [0-9]+")
        key("Escape")
        draft = self.wait_for_focus("text", "Draft")
        wait_for(lambda: draft.selected_text == words, f"{words!r} to be selected")

    def choose(self, combo, option, press="Tab"):
        """Chooses in a row with a list to drop down, which the keyboard goes to."""
        row = self.tab_to("combo box", combo, press)
        key("space")
        item = wait_for(lambda: (now := self.focused()) and now.role in ("entry", "list item") and now,
                        f"the options of {combo}")
        if item.role == "entry":  # a long list can be searched
            type_text(option)
            wait_for(lambda: [node.name for node in row.find_all("list item") if node.name] == [option],
                     f"only {option!r} to be left")
            key("Down")
            item = self.wait_for_focus("list item")
        key("Home")
        first = next(node for node in row.find_all("list item") if node.name)
        item = wait_for(lambda: self.focused() == first and first, f"the first option of {combo}")
        while item.name != option:
            key("Down")
            item = wait_for(lambda: (now := self.focused()) and now != item and now, f"{option!r}, after {item}")
        key("Return")
        self.wait_for_focus("combo box", combo)
        wait_for(lambda: any(label.name.split("\n")[0] == option for label in row.find_all("label")),
                 f"{combo} to be {option!r}")

    def choose_file(self, title, path):
        """Gives a path to GTK's own file dialog. Pasted, as its completion writes into what is typed in haste."""
        self.window(title)
        if self.wait_for_focus().name != "Name:":
            key("ctrl+l")
        self.wait_for_focus("text")
        key("ctrl+a")
        paste(path)
        wait_for(lambda: self.focused().text == path, f"{path!r} in the file dialog")
        key("Return")
        wait_for(lambda: all(window.role == "frame" for window in self.windows()), f"the dialog {title!r} to close")

    def quit(self):
        """Ctrl+Q, and the status with which it ended."""
        key("ctrl+q")
        return self.wait()


def wait_for_active(title):
    """Waits until the window with this title is the one that takes keys."""
    wait_for(lambda: subprocess.run(["xdotool", "getactivewindow", "getwindowname"],
                                    capture_output=True, text=True).stdout.strip() == title,
             f"the window {title!r} to be the active one")


def geometry(window_id):
    """x, y, width, height of an X window."""
    values = dict(line.split("=") for line in run("xdotool", "getwindowgeometry", "--shell", window_id).split())
    return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))


def picture_of(window_ids, path):
    """What the screen shows where the windows are: one, and the popovers that reach beyond it."""
    boxes = [geometry(window_id) for window_id in window_ids]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    subprocess.run(["maim", "--hidecursor", "--geometry", f"{right - left}x{bottom - top}+{left}+{top}", path], check=True)
