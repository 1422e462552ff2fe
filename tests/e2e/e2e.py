# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the test_ functions of a module, each with a home of its own, and speaks TAP."""
import inspect
import os
import sys
import time
import traceback

from proviso import Home


def equal(what, wanted):
    if isinstance(what, list) and isinstance(wanted, list):
        for one, other in zip(what, wanted):
            if one != other:
                equal(one, other)
    assert what == wanted, f"{what!r} is not {wanted!r}"


def contains(what, wanted):
    assert wanted in what, f"{wanted!r} is not in {what!r}"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def main():
    module = sys.modules["__main__"]
    tests = [test for test in inspect.getmembers(module, inspect.isfunction) if test[0].startswith("test_")]
    tests.sort(key=lambda test: test[1].__code__.co_firstlineno)
    if len(sys.argv) > 1:
        tests = [test for test in tests if any(word in test[0] for word in sys.argv[1:])]
    program = os.path.splitext(os.path.basename(module.__file__))[0]
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for i, (name, function) in enumerate(tests, 1):
        started = time.monotonic()
        try:
            function(Home(f"{program}-{name}"))
        except Exception:
            failed += 1
            print(f"not ok {i} {name}")
            print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()), end="")
        else:
            print(f"ok {i} {name} # {time.monotonic() - started:.1f} s")
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
