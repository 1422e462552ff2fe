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

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

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


def key(*keys):
    """Presses keys by their X names: "ctrl+shift+c", "F8"."""
    for name in keys:
        run("xdotool", "key", "--clearmodifiers", name)


def type_text(text):
    for i, line in enumerate(text.split("\n")):
        if i > 0:
            key("Return")
        if line:
            run("xdotool", "type", "--delay", "8", "--", line)


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


class Node:
    """An accessible of the running program."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    def __repr__(self):
        return f"{self.role} “{self.name}”"

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def text(self):
        return Atspi.Text.get_text(self.accessible, 0, -1)

    def has(self, *states):
        own = self.accessible.get_state_set()
        return all(own.contains(getattr(Atspi.StateType, state.upper())) for state in states)

    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Node(child)

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def find_all(self, role=None, name=None, showing=True):
        """Those with this role whose name matches the whole regular expression."""
        pattern = re.compile(name) if name is not None else None
        for node in self.walk():
            if role is not None and node.role != role:
                continue
            if pattern is not None and not pattern.fullmatch(node.name):
                continue
            if showing and not node.has("showing"):
                continue
            yield node

    def find(self, role=None, name=None, showing=True, timeout=TIMEOUT):
        return wait_for(lambda: next(self.find_all(role, name, showing), None),
                        f"{role or 'anything'} named {name!r} in {self.role} “{self.name}”", timeout)

    def act(self, action=0):
        """Does an action of the accessible: by number, or the first of that name."""
        accessible = self.accessible
        names = [Atspi.Action.get_action_name(accessible, i) for i in range(Atspi.Action.get_n_actions(accessible))]
        index = action if isinstance(action, int) else names.index(action)
        assert names, f"{self.role} “{self.name}” has no action"
        assert Atspi.Action.do_action(accessible, index)

    def extents(self):
        box = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def dump(self, depth=0):
        """The tree below, a line a node: for finding out what a view holds."""
        lines = [f"{'  ' * depth}{self.role} “{self.name}”"]
        for child in self.children():
            lines.append(child.dump(depth + 1))
        return "\n".join(lines)


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
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.pid:
                # What is read is what is there now: nobody here would hear that a cache is out of date.
                child.set_cache_mask(Atspi.Cache.NONE)
                return Node(child)
        return None

    def windows(self):
        application = self.application()
        return [node for node in application.children() if node.has("showing")] if application else []

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


# GTK has no cache to offer, which libatspi remarks on for every program.
GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)
Atspi.init()
