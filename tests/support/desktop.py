# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives programs on the private screen as a person would: keys, the accessibility tree, the picture.

Everything waits for what it expects, up to a limit, instead of sleeping for a guessed time.
"""
import mmap
import os
import re
import signal
import struct
import subprocess
import time
import zlib

from gi.repository import Gio, GLib

TIMEOUT = float(os.environ.get("PROVISO_TIMEOUT", "30"))


class Timeout(AssertionError):
    pass


def wait_for(condition, what, timeout=TIMEOUT, interval=0.03):
    """Returns the first true value of condition()."""
    deadline = time.monotonic() + timeout
    while True:
        try:
            value = condition()
        except GLib.Error:  # the accessible went away while it was asked
            value = None
        if value:
            return value
        if time.monotonic() > deadline:
            raise Timeout(f"waited {timeout:.0f} s for {what}")
        time.sleep(interval)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


# Where the function keys are on every keyboard of a PC. By their names, xdotool holds Alt down with them: in newer
# layouts they mean the same with Alt, and it takes the last way to a meaning.
FUNCTION_KEYS = {f"F{i}": str(66 + i if i <= 10 else 84 + i) for i in range(1, 13)}


def key(*keys):
    """Presses keys by their X names: "ctrl+shift+c", "F8"."""
    for name in keys:
        codes = [FUNCTION_KEYS.get(part, part) for part in name.split("+")]
        run("xdotool", "key", "--clearmodifiers", "+".join(codes))


def type_text(text):
    for i, line in enumerate(text.split("\n")):
        if i > 0:
            key("Return")
        if line:
            run("xdotool", "type", "--delay", "8", "--", line)


def paste(text):
    """Puts text onto the clipboard and presses Ctrl+V."""
    subprocess.run(["xclip", "-selection", "clipboard"], input=text, text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    key("ctrl+v")


class Screen:
    """The picture on the screen, read from the memory of Xvfb."""

    def __init__(self):
        self.file = open(os.environ["PROVISO_FRAMEBUFFER"], "rb")
        self.memory = mmap.mmap(self.file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self.memory[:100])
        self.offset = header[0] + 12 * header[19]
        self.width, self.height, self.stride = header[4], header[5], header[12]

    def checksum(self, x=0, y=0, width=None, height=None):
        width, height = width or self.width - x, height or self.height - y
        sum_ = 0
        for row in range(y, y + height):
            start = self.offset + row * self.stride + 4 * x
            sum_ = zlib.crc32(self.memory[start:start + 4 * width], sum_)
        return sum_

    def wait_until_still(self, seconds=0.6, timeout=TIMEOUT):
        """Waits until nothing has changed for a while; a blinking cursor may go on for ever, so gives up quietly."""
        deadline = time.monotonic() + timeout
        last, since = None, time.monotonic()
        while time.monotonic() < deadline:
            now = self.checksum()
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since >= seconds:
                return
            time.sleep(0.05)


class AccessibilityBus:
    """Asks programs what is in their windows. Questions go out all at once, so that a whole window is read in the
    time of a few, also where a sanitizer or a busy machine makes each one slow."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def ask_all(self, questions):
        """The answers to (program, path, interface, method, arguments); None where the widget is gone."""
        answers, left = [None] * len(questions), [len(questions)]

        def answered(connection, result, i):
            left[0] -= 1
            try:
                answers[i] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for i, (program, path, interface, method, arguments) in enumerate(questions):
            self.connection.call(program, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                 int(TIMEOUT * 1000), None, answered, i)
        while left[0] > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def ask(self, *question):
        return self.connection.call_sync(*question, None, Gio.DBusCallFlags.NONE, int(TIMEOUT * 1000), None).unpack()


BUS = AccessibilityBus()
ATSPI = "org.a11y.atspi."
# The roles and the states that are asked for here, as AT-SPI numbers them.
STATES = {"active": 1, "checked": 4, "editable": 7, "enabled": 8, "expanded": 10, "focusable": 11, "focused": 12,
          "selected": 23, "sensitive": 24, "showing": 25, "visible": 30}
ROLES = {2: "alert", 7: "check box", 11: "combo box", 16: "dialog", 23: "frame", 27: "image", 29: "label", 31: "list",
         32: "list item", 35: "menu item", 37: "page tab", 38: "page tab list", 39: "panel", 43: "button",
         44: "radio button", 47: "row header", 48: "scroll bar", 49: "scroll pane", 50: "separator", 52: "spin button",
         56: "table cell", 61: "text", 62: "toggle button", 66: "tree table", 75: "application", 79: "entry",
         83: "heading", 88: "link", 90: "table row", 99: "grouping", 130: "switch"}


class Node:
    """A widget of a running program, as the accessibility tree shows it.

    Role, name and states are those at the time when it was found; what it holds is read when it is asked for.
    """

    def __init__(self, program, path):
        self.program, self.path = program, path
        self.role, self.name, self.states, self.nodes = "", "", 0, []

    def __eq__(self, other):
        return isinstance(other, Node) and (self.program, self.path) == (other.program, other.path)

    def __hash__(self):
        return hash((self.program, self.path))

    def __repr__(self):
        return f"{self.role} “{self.name}”"

    def call(self, interface, method, signature="()", *arguments):
        return BUS.ask(self.program, self.path, ATSPI + interface, method, GLib.Variant(signature, arguments))

    def fact(self, interface, name):
        return BUS.ask(self.program, self.path, "org.freedesktop.DBus.Properties", "Get",
                       GLib.Variant("(ss)", (ATSPI + interface, name)))[0]

    @property
    def description(self):
        return self.fact("Accessible", "Description")

    @property
    def attributes(self):
        return self.call("Accessible", "GetAttributes")[0]

    @property
    def text(self):
        # To -1, GtkText says nothing.
        return self.call("Text", "GetText", "(ii)", 0, self.fact("Text", "CharacterCount"))[0]

    @property
    def caret(self):
        return self.fact("Text", "CaretOffset")

    @property
    def selected_text(self):
        if self.call("Text", "GetNSelections")[0] == 0:
            return ""
        return self.call("Text", "GetText", "(ii)", *self.call("Text", "GetSelection", "(i)", 0))[0]

    def has(self, *states):
        return all(self.states >> STATES[state] & 1 for state in states)

    def read(self, everything=False):
        """Reads what is in it: all that is showing, or everything. A level at a time."""
        level = [self]
        while level:
            answers = iter(BUS.ask_all([question for node in level for question in node.questions()]))
            below = []
            for node in level:
                states, role, name, nodes = (next(answers) for _ in range(4))
                node.nodes = []
                if None in (states, role, name, nodes):
                    node.states = 0
                    continue
                node.states = states[0][0] | states[0][1] << 32
                node.role, node.name = ROLES.get(role[0], f"role {role[0]}"), name[0]
                # What is not showing has nothing in it that is.
                if everything or node.has("showing") or node.role == "application":
                    node.nodes = [Node(*reference) for reference in nodes[0]]
                    below += node.nodes
            level = below
        return self

    def questions(self):
        name = GLib.Variant("(ss)", (ATSPI + "Accessible", "Name"))
        return [(self.program, self.path, ATSPI + "Accessible", "GetState", None),
                (self.program, self.path, ATSPI + "Accessible", "GetRole", None),
                (self.program, self.path, "org.freedesktop.DBus.Properties", "Get", name),
                (self.program, self.path, ATSPI + "Accessible", "GetChildren", None)]

    def walk(self):
        """All of it, as it was read, in the order of the tree."""
        yield self
        for node in self.nodes:
            yield from node.walk()

    def find_all(self, role=None, name=None):
        """What shows in it now, with this role, and a name that matches the whole regular expression."""
        pattern = re.compile(name) if name is not None else None
        return [node for node in self.read().walk() if node.has("showing") and (role is None or node.role == role)
                and (pattern is None or pattern.fullmatch(node.name))]

    def find(self, role=None, name=None, timeout=TIMEOUT):
        """The first of these, once it is there."""
        return wait_for(lambda: self.find_all(role, name), f"{role or 'anything'} named {name!r} in {self}",
                        timeout)[0]

    def act(self, action=0):
        """Does an action of it: by number, or the first of that name."""
        names = [names[0] for names in self.call("Action", "GetActions")[0]]
        assert names, f"{self} has no action"
        index = action if isinstance(action, int) else names.index(action)
        assert self.call("Action", "DoAction", "(i)", index)[0], f"{self} did not {names[index]}"

    def write(self, text):
        """Puts text in at its end, as a screen reader or a braille keyboard would."""
        end = self.fact("Text", "CharacterCount")
        assert self.call("EditableText", "InsertText", "(isi)", end, text, len(text.encode()))[0], f"{self} takes no text"

    def extents(self):
        """x, y, width, height in its window."""
        return self.call("Component", "GetExtents", "(u)", 1)[0]

    def character_extents(self, offset):
        return self.call("Text", "GetCharacterExtents", "(iu)", offset, 1)

    def dump(self, depth=0):
        """What was read, a line a node: for finding out what a view holds."""
        return "\n".join([f"{'  ' * depth}{self}"] + [node.dump(depth + 1) for node in self.nodes])


def applications():
    """The programs on the screen, unread."""
    return [Node(*reference) for reference in
            BUS.ask(ATSPI + "Registry", "/org/a11y/atspi/accessible/root", ATSPI + "Accessible", "GetChildren", None)[0]]


class Program:
    """A program that was started, with its windows in the accessibility tree."""

    def __init__(self, *command, name="proviso", env=None):
        self.name = name
        self.process = subprocess.Popen(command, env={**os.environ, **(env or {})})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    @property
    def pid(self):
        return self.process.pid

    def application(self):
        for node in applications():
            pid = BUS.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                          "GetConnectionUnixProcessID", GLib.Variant("(s)", (node.program,)))[0]
            if pid == self.pid:
                return node
        return None

    def windows(self):
        """Its windows, with all that shows in them."""
        application = self.application()
        return [node for node in application.read().nodes if node.has("showing")] if application else []

    def window(self, name=".*", timeout=TIMEOUT):
        """The first window whose title matches, once it is there."""
        def look():
            assert self.process.poll() is None, f"{self.name} ended with {self.process.returncode}"
            return next((w for w in self.windows() if re.fullmatch(name, w.name)), None)
        return wait_for(look, f"a window of {self.name} named {name!r}", timeout)

    def window_ids(self):
        ids = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.pid)],
                             capture_output=True, text=True).stdout.split()
        return ids

    def activate(self):
        window_id = wait_for(lambda: self.window_ids(), f"an X window of {self.name}")[-1]
        run("xdotool", "windowactivate", "--sync", window_id)
        return window_id

    def resize(self, width, height):
        window_id = self.activate()
        run("xdotool", "windowsize", "--sync", window_id, str(width), str(height))

    def photograph(self, path):
        Screen().wait_until_still(timeout=5)
        window_id = self.window_ids()[-1]
        run("maim", "--hidecursor", "--window", window_id, path)

    def wait(self, timeout=TIMEOUT):
        return self.process.wait(timeout)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.kill()
