#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""drive.py ID FOLDER: uses the installed Flatpak as a person on a desktop does, and looks at it from inside.

Runs in a session of its own (tests/support/session) whose bus can start the portals and the Flatpak. Each step
says what it has seen; the first that does not hold ends the run with status 1. A picture of the window goes to
FOLDER/ID.png.
"""
import json
import os
import re
import socket
import stat
import subprocess
import sys
import threading
import time

from desktop import Screen, Timeout, applications, key, run, type_text, wait_for

ID, FOLDER = sys.argv[1:3]
INSTALLATION = os.environ["FLATPAK_USER_DIR"]
EXPORTS = os.path.join(INSTALLATION, "exports/share")
DOCUMENTS = os.path.join(os.environ["HOME"], "Documents")
TYPE = "application/vnd.proviso+json"
PROJECT = {
    "proviso": 1, "id": "harbour", "title": "Harbour Dues", "language": "en",
    "created": "2026-03-01T08:00:00Z", "modified": "2026-03-01T08:00:00Z",
    "draft": ["# Harbour Dues\n", "\n", "The port lowered its dues in March, by about 12%.\n"],
    "claims": [], "caveats": [], "sources": [],
}
SENTENCE = "Two ferry lines have not paid since."


def check(holds, what):
    if not holds:
        raise AssertionError(f"does not hold: {what}")
    print(f"  {what}", flush=True)


def out(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=120, **options)


def in_sandbox(script, *options):
    """Runs a shell script where the program runs, with its permissions."""
    return out("flatpak", "run", "--user", "--command=bash", *options, ID, "-c", script)


class Sandboxed:
    """The running program. It is behind a bus proxy and in a process namespace: its name tells it, not its pid."""

    def application(self):
        return next((program for program in applications() if program.read().name in ("proviso", ID)), None)

    def window(self, name):
        def look():
            application = self.application()
            windows = application.nodes if application else []
            return next((w for w in windows if w.has("showing") and re.fullmatch(name, w.name)), None)
        return wait_for(look, f"a window named {name!r}", 60)

    def window_id(self, title):
        found = lambda: out("xdotool", "search", "--onlyvisible", "--name", f"^{title}$").stdout.split()
        window = wait_for(found, f"an X window called {title!r}")[-1]
        run("xdotool", "windowactivate", "--sync", window)
        return window

    def running(self):
        return ID in out("flatpak", "ps", "--columns=application").stdout.split()


def exports():
    """What the installation gives to the desktop."""
    check(os.path.exists(f"{EXPORTS}/applications/{ID}.desktop"), "the desktop file is exported")
    check(os.path.exists(f"{EXPORTS}/dbus-1/services/{ID}.service"), "the bus service is exported")
    check(os.path.exists(f"{EXPORTS}/mime/packages/{ID}.xml"), "the file type is exported")
    for icon in (f"scalable/apps/{ID}.svg", f"symbolic/apps/{ID}-symbolic.svg", f"scalable/mimetypes/{ID}.project.svg"):
        check(os.path.exists(f"{EXPORTS}/icons/hicolor/{icon}"), f"the icon {icon} is exported")


def permissions():
    """The display and the GPU, nothing else."""
    text = out("flatpak", "info", "--user", "--show-permissions", ID).stdout
    entries = {}
    for line in text.splitlines():
        if line and not line.startswith("["):
            name, _, value = line.partition("=")
            entries[name] = sorted(filter(None, value.split(";")))
    check(entries == {"shared": ["ipc"], "sockets": ["fallback-x11", "wayland", "x11"], "devices": ["dri"]}
          or entries == {"shared": ["ipc"], "sockets": ["fallback-x11", "wayland"], "devices": ["dri"]},
          f"the permissions are the display and the GPU only ({entries})")


def contents():
    """Nothing that only a compiler needs."""
    files = os.path.join(INSTALLATION, "app", ID, "current/active/files")
    found = [os.path.join(folder, name) for folder, _, names in os.walk(files) for name in names]
    waste = [path for path in found if re.search(r"(/include/|/pkgconfig/|/cmake/|/share/(man|doc|gtk-doc|vala|gir-1.0)/|\.(a|la|h|pc|gir|vapi)$)",
                                                 path[len(files):])]
    check(not waste, f"of {len(found)} files none is a header or belongs to a build {waste or ''}")
    check(os.access(f"{files}/bin/provisoctl", os.X_OK), "provisoctl is in it")
    catalogues = [path for path in found if re.search(r"/share/(app-info/xmls|swcatalog/xml)/", path)]
    check(catalogues and any(re.search(rf"/128x128/{ID}\.(png|jxl)$", path) for path in found),
          "the store's catalogue is composed from the metainfo, with the icon")


def languages():
    """Each of the program's own is in it, and found. GTK's and libadwaita's words come from the runtime."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../po/LINGUAS")) as file:
        wanted = file.read().split()
    said = {language: out("flatpak", "run", "--user", "--command=provisoctl", "--env=LC_ALL=en_US.UTF-8",
                          f"--env=LANGUAGE={language}", ID, "--help").stdout for language in ("en", *wanted)}
    check(all(said.values()) and len(set(said.values())) == len(said), f"the program speaks {', '.join(wanted)}")


def confinement():
    """From inside, the home folder, the network and other programs on the bus are out of reach."""
    secret = os.path.join(DOCUMENTS, "secret.txt")
    with open(secret, "w") as file:
        file.write("not for programs\n")
    check(in_sandbox(f"cat '{secret}'").returncode != 0, "a file in the home folder cannot be read")
    check("not for programs" in in_sandbox(f"cat '{secret}'", f"--filesystem={DOCUMENTS}").stdout,
          "(with a permission for the folder it could: the look is a real one)")
    in_sandbox(f"echo gone > '{secret}'; mkdir -p '{DOCUMENTS}/made'; rm -f '{secret}'")
    check(os.listdir(DOCUMENTS) == ["secret.txt"] and open(secret).read() == "not for programs\n",
          "nothing can be written or removed there")

    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    accepted = []
    threading.Thread(target=lambda: [accepted.append(listener.accept()) for _ in iter(int, 1)], daemon=True).start()
    connect = f"exec 3<>/dev/tcp/127.0.0.1/{port}"
    check(in_sandbox(connect).returncode != 0 and not accepted, "a port of this machine cannot be reached")
    check(in_sandbox(connect, "--share=network").returncode == 0, "(with the network shared it could)")
    interfaces = in_sandbox("tail -n +3 /proc/net/dev | cut -d: -f1").stdout.split()
    check(interfaces == ["lo"], f"there is no way out: the only network interface is {interfaces}")

    names = in_sandbox("gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus"
                       " --method org.freedesktop.DBus.ListNames").stdout
    others = sorted(name for name in set(re.findall(r"'([a-zA-Z][^']*)'", names))
                    if not name.startswith(("org.freedesktop.portal.", "org.freedesktop.DBus")) and name != ID)
    check(names and not others, f"no other name is seen on the session bus {others or ''}")
    os.unlink(secret)


def double_click(path):
    """What a file manager does: asks for the type, then for its default program, and hands the file over."""
    said = out("gio", "info", "-a", "standard::content-type", path).stdout
    check(TYPE in said, f"the file is known as {TYPE}")
    said = out("gio", "mime", TYPE).stdout
    check(f"{ID}.desktop" in said, f"{ID} is offered for it")
    # The release and a development build may be installed side by side.
    run("gio", "mime", TYPE, f"{ID}.desktop")
    started = out("gio", "open", path)
    check(started.returncode == 0, f"it is opened {started.stderr}")


def edit():
    path = os.path.join(DOCUMENTS, "harbour.proviso")
    with open(path, "w") as file:
        file.write(json.dumps(PROJECT, indent=2) + "\n")
    os.chmod(path, 0o640)
    before = os.stat(path)

    program = Sandboxed()
    double_click(path)
    window = program.window("Harbour Dues")
    check(program.running(), "it runs in its sandbox, started over the bus")
    draft = window.find("text", "Draft")
    wait_for(lambda: draft.text == "".join(PROJECT["draft"]), "the draft to be there")
    check(True, "the project that was handed in through the document portal is open")
    x_window = program.window_id("Harbour Dues")
    wait_for(lambda: window.find("text", "Draft").has("focused"), "the keyboard in the draft")
    key("ctrl+End")
    type_text("\n" + SENTENCE + "\n")
    wait_for(lambda: SENTENCE in draft.text, "the sentence in the draft")
    check(SENTENCE not in open(path).read(), "an edit is not in the file before it is saved")
    Screen().wait_until_still(timeout=5)
    run("maim", "--hidecursor", "--window", x_window, os.path.join(FOLDER, f"{ID}.png"))
    key("ctrl+s")
    saved = lambda: SENTENCE in "".join(json.load(open(path))["draft"])
    wait_for(saved, "the sentence in the file")
    check(True, "after Ctrl+S it is in the file on the host")
    check(stat.S_IMODE(os.stat(path).st_mode) == stat.S_IMODE(before.st_mode), "the file's mode is as it was")
    check(os.listdir(DOCUMENTS) == ["harbour.proviso"], "nothing else was left in its folder")
    return program, path


def save_as(program):
    """Over the file chooser portal, which shows a dialog of the host."""
    key("ctrl+shift+s")
    wait_for(lambda: out("xdotool", "search", "--onlyvisible", "--class", "xdg-desktop-portal").stdout.split(), "the chooser of the host")
    dialog = out("xdotool", "search", "--onlyvisible", "--class", "xdg-desktop-portal").stdout.split()[-1]
    run("xdotool", "windowactivate", "--sync", dialog)
    Screen().wait_until_still(timeout=5)
    copy = os.path.join(DOCUMENTS, "copy.proviso")
    key("ctrl+a")
    type_text(copy)
    key("Return")
    wait_for(lambda: os.path.exists(copy) and SENTENCE in "".join(json.load(open(copy))["draft"]), "the copy on the host")
    check(True, "a copy is saved where the host's file chooser says")


def recent(program):
    """What was opened is told by its name or its place on the host, not by the portal's path."""
    key("ctrl+shift+o")
    window = program.window(".*")
    entries = window.find("list", "Recent projects")
    labels = wait_for(lambda: [node.name for node in entries.find_all("label") if node.name], "the recent projects")
    check(not any("/doc/" in label or "/run/" in label for label in labels), f"the recent projects are told in the host's terms {labels}")
    key("Escape")


def leave(program, path):
    key("ctrl+q")
    wait_for(lambda: program.application() is None and not program.running(), "the program to end")
    check(True, "Ctrl+Q ends it")
    told = out("flatpak", "run", "--user", "--command=provisoctl", "--file-forwarding", ID, "validate", "@@", path, "@@")
    check(told.returncode == 0, f"provisoctl, from the same Flatpak, finds the file valid {told.stderr}")
    check(b"proviso" in open(path, "rb").read(20), "the file is a project")


def main():
    os.makedirs(DOCUMENTS, exist_ok=True)
    started = time.monotonic()
    # The bus was there before the screen; what it starts needs to know of it.
    run("dbus-update-activation-environment", "--all")
    try:
        exports()
        permissions()
        contents()
        languages()
        confinement()
        program, path = edit()
        save_as(program)
        recent(program)
        leave(program, path)
    except (AssertionError, Timeout, subprocess.SubprocessError) as error:
        picture = os.path.join(FOLDER, "failed.png")
        subprocess.run(["maim", picture], stderr=subprocess.DEVNULL)
        print(f"  {error}\n  The screen at that moment: {picture}", file=sys.stderr)
        return 1
    finally:
        out("flatpak", "kill", ID)
    print(f"  All of it holds ({time.monotonic() - started:.0f} s)", flush=True)
    return 0


sys.exit(main())
