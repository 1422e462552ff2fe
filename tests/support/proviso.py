# SPDX-License-Identifier: GPL-3.0-or-later
"""Proviso, driven as a person does: what its window holds, by the names that a screen reader says."""
import os
import re
import subprocess
import tempfile

from desktop import Atspi, Node, Program, Screen, Timeout, key, run, type_text, wait_for  # noqa: F401

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
        desktop = Atspi.get_desktop(0)
        with open(base + ".txt", "w") as file:
            for i in range(desktop.get_child_count()):
                application = desktop.get_child_at_index(i)
                if application is not None:
                    file.write(Node(application).dump() + "\n")
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
    def __init__(self, home, *arguments, env=None):
        self.home = home
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

    def draft(self):
        return self.window().find("text", "Draft")

    def draft_text(self):
        return self.draft().text

    def wait_for_draft(self, what, holds):
        """Waits until the draft's text is as the function says."""
        return wait_for(lambda: holds(self.draft_text()), f"the draft {what}")

    def labels(self):
        return [node.name for node in self.window().find_all("label")]

    def wait_for_label(self, pattern):
        return self.window().find("label", pattern)

    def dialog(self, heading):
        """The dialog in the window whose heading or title this is."""
        return wait_for(lambda: next((node for window in self.windows() for node in window.find_all()
                                      if node.role in ("dialog", "alert") and re.fullmatch(heading, node.name)), None),
                        f"a dialog called {heading!r}")

    def wait_until_gone(self, pattern):
        wait_for(lambda: not any(node.role in ("dialog", "alert") and re.fullmatch(pattern, node.name)
                                 for window in self.windows() for node in window.find_all()),
                 f"the dialog {pattern!r} to close")

    def menu_item(self, mnemonic):
        """The item of the open menu with this mnemonic: GTK's menu items have no names in the tree."""
        shortcut = f"Alt+{mnemonic}"
        return wait_for(lambda: next((node for node in self.window().find_all("menu item")
                                      if shortcut in node.accessible.get_attributes().get("keyshortcuts", "").split()),
                                     None), f"a menu item with {shortcut}")

    def focused(self):
        """Where the keyboard is."""
        for window in self.windows():
            for node in window.find_all():
                if node.has("focused") and node.role not in ("frame", "dialog"):
                    return node
        return None

    def wait_for_focus(self, role=None, name=None):
        def look():
            node = self.focused()
            if node is None or role is not None and node.role != role:
                return None
            return node if name is None or re.fullmatch(name, node.name) else None
        return wait_for(look, f"the focus in {role or 'anything'} named {name!r}")

    def tab_to(self, role, name, press="Tab", most=60):
        """Goes there with the Tab key. GTK lets nobody set the focus through the accessibility tree."""
        for _ in range(most):
            before = self.focused()
            if before is not None and before.role == role and re.fullmatch(name, before.name):
                return before
            key(press)
            wait_for(lambda: (now := self.focused()) is not None and (before is None or now != before),
                     f"{press} to go on from {before}")
        raise AssertionError(f"{press} does not lead to {role} named {name!r}")

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


def picture_of(window_id, path):
    """What the screen shows where the window is: with the popovers over it."""
    x, y, width, height = geometry(window_id)
    subprocess.run(["maim", "--hidecursor", "--geometry", f"{width}x{height}+{x}+{y}", path], check=True)
