#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop starts Proviso over the message bus, by its service file, and hands it what to do."""
import os
import subprocess

from e2e import contains, equal, main
from desktop import applications, key, run, wait_for
from gi.repository import Gio, GLib

ID = os.environ["PROVISO_APP_ID"]
PATH = "/" + ID.replace(".", "/")
PROJECT = """{
  "proviso": 1,
  "id": "harbour",
  "title": "Harbour Dues",
  "language": "en",
  "created": "2026-03-01T08:00:00Z",
  "modified": "2026-03-01T08:00:00Z",
  "draft": [
    "# Harbour Dues\\n"
  ],
  "claims": [],
  "caveats": [],
  "sources": []
}
"""


class Service:
    """Proviso behind its name on the bus."""

    def __init__(self, home):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        # The bus was there before the screen.
        environment = GLib.Variant("(a{ss})", ({**home.env, "DISPLAY": os.environ["DISPLAY"]},))
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                  "UpdateActivationEnvironment", environment)

    def call(self, name, path, interface, method, arguments):
        return self.bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 60000, None)

    def application(self, method, arguments):
        self.call(ID, PATH, "org.freedesktop.Application", method, arguments)

    def owned(self):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                         GLib.Variant("(s)", (ID,))).unpack()[0]

    def windows(self):
        return [window for program in applications() if program.read().name == "proviso"
                for window in program.nodes if window.has("showing")]

    def wait_for_titles(self, *titles):
        wait_for(lambda: sorted(window.name for window in self.windows()) == sorted(titles), f"windows called {titles}")

    def quit(self):
        window = wait_for(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "proviso"],
                                                 capture_output=True, text=True).stdout.split(), "an X window")[-1]
        run("xdotool", "windowactivate", "--sync", window)
        key("ctrl+q")
        wait_for(lambda: not self.owned(), "the name to be given up")


def test_activate(home):
    service = Service(home)
    assert not service.owned()
    service.application("Activate", GLib.Variant("(a{sv})", ({},)))
    service.wait_for_titles("Proviso")
    service.quit()


def test_open(home):
    """Twice the same file: it is open once."""
    service = Service(home)
    uri = GLib.filename_to_uri(home.write("harbour.proviso", PROJECT))
    for _ in range(2):
        service.application("Open", GLib.Variant("(asa{sv})", ([uri], {})))
        service.wait_for_titles("Harbour Dues")
    service.quit()


def test_new_window(home):
    """The action that the desktop file offers, with nothing open before."""
    service = Service(home)
    with open(os.path.join(os.environ["PROVISO_PREFIX_SHARE"], f"applications/{ID}.desktop")) as file:
        desktop_file = file.read()
    contains(desktop_file, "\nDBusActivatable=true\n")
    contains(desktop_file, "\nActions=new-window;\n")
    for titles in (["Proviso"], ["Proviso", "Proviso"]):
        service.application("ActivateAction", GLib.Variant("(sava{sv})", ("new-window", [], {})))
        service.wait_for_titles(*titles)
    service.quit()


if __name__ == "__main__":
    main()
