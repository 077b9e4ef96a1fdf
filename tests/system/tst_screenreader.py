#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A branch's morning by ear: the real programs under Xvfb, worked through AT-SPI as somebody would who sees nothing.

tst_screenreader.py BIN SOURCE: where the programs are, and the source tree. Exit code 77: this machine lacks something.
"""

import atexit
import ctypes
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

FOLDER = "TIEPDON_SCREENREADER_FOLDER"  # of this run; set on the bus of its own
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PASSWORD = "four words are enough"
CLOCK = "2026-03-10T09:00:00+07:00"  # a Tuesday morning that stands still


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(77)


def onBusOfItsOwn():
    """Starts this script once more on a session bus of its own: no desktop's windows are in the way."""
    for program in ("dbus-run-session", "Xvfb"):
        if not shutil.which(program):
            skip(f"{program} is not installed; packaging/packages names its package")
    if not os.path.exists(LAUNCHER):
        skip(f"{LAUNCHER} is not there: the package at-spi2-core is not installed")
    try:
        import pyatspi  # noqa: F401
    except ImportError as error:
        skip(f"{sys.executable} cannot import pyatspi ({error}): the package python3-pyatspi is not installed")
    # the bus and what it starts must not find a desktop either: they would put theirs in the place of its own
    folder = tempfile.mkdtemp(prefix="tiepdon-screenreader.")
    runtime = os.path.join(folder, "runtime")
    os.mkdir(runtime, 0o700)
    here = ("DISPLAY", "WAYLAND_DISPLAY", "TIEPDON_DEVICE", "QT_ACCESSIBILITY", "AT_SPI_BUS_ADDRESS")
    bare = {name: value for name, value in os.environ.items() if name not in here}
    bare.update({FOLDER: folder, "XDG_RUNTIME_DIR": runtime, "HOME": folder})
    os.execvpe("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv], bare)


class Stage:
    """Processes and files of one run. All of it ends with this process."""

    def __init__(self, binaries):
        self.binaries = binaries
        self.folder = os.environ[FOLDER]
        self.data = os.path.join(self.folder, "branch")
        self.running = []
        atexit.register(self.end)
        os.environ.update(TIEPDON_DATA=self.data, TIEPDON_SECRETS="file", QT_QPA_PLATFORM="xcb",
                          QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8", TZ="UTC")

    def path(self, name):
        return os.path.join(self.folder, name)

    def start(self, *command):
        name = os.path.basename(command[0])
        dieWithUs = ctypes.CDLL(None).prctl
        with open(self.path(name + ".log"), "wb") as log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       preexec_fn=lambda: dieWithUs(1, signal.SIGKILL))
        self.running.append((name, process))

    def startDisplay(self):
        read, write = os.pipe()
        os.set_inheritable(write, True)
        self.running.append(("Xvfb", subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=[write])))
        os.close(write)
        with os.fdopen(read) as number:
            display = number.readline().strip()
        if not display:
            raise AssertionError("Xvfb did not start")
        os.environ["DISPLAY"] = ":" + display

    def program(self, name, *options):
        self.start(os.path.join(self.binaries, name), *options)

    def ctl(self, *options, secrets=""):
        """What tiepdon-ctl answers."""
        done = subprocess.run([os.path.join(self.binaries, "tiepdon-ctl"), "--json", *options], input=secrets,
                              capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise AssertionError(f"tiepdon-ctl {' '.join(options)}: {done.stdout} {done.stderr}")
        return json.loads(done.stdout) if done.stdout.startswith("{") else {}

    def checkAllRun(self):
        for name, process in self.running:
            if process.poll() is not None:
                raise AssertionError(f"{name} ended with {process.returncode}: {self.lastWords(name)}")

    def lastWords(self, name):
        try:
            with open(self.path(name + ".log"), errors="replace") as log:
                return "".join(log.readlines()[-15:])
        except OSError:
            return ""

    def end(self):
        for _, process in reversed(self.running):
            process.terminate()
        for _, process in reversed(self.running):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def makeBranch(stage, source):
    """A branch that is not open yet, with a teller and a supervisor; what they need for their first sign-in."""
    oneTime = stage.ctl("init")["oneTimePassword"]
    stage.program("tiepdon-hub", "--port", "0", "--play-clock", CLOCK)
    until(lambda: "the hub does not listen: " + stage.lastWords("tiepdon-hub"),
          lambda: os.path.exists(os.path.join(stage.data, "hub.port")))
    stage.ctl("sign-in", "--account", "admin", "--password-file", "-", secrets=oneTime + "\n")
    stage.ctl("password", "--password-file", "-", "--new-password-file", "-", secrets=f"{oneTime}\n{PASSWORD}\n")
    stage.ctl("branch", "import", os.path.join(source, "resources/branch/bank-branch.toml"))
    teller = stage.ctl("staff", "add", "hanh", "--staff", "1", "--role", "teller")["oneTimePassword"]
    supervisor = stage.ctl("staff", "add", "phuong", "--staff", "3", "--role", "supervisor")["oneTimePassword"]
    return teller, supervisor


def signIn(program, account, oneTime):
    """Types account and one-time password, then a password of one's own."""
    program.find("text", r"^Account").write(account)
    program.find("password text", r"^Password").write(oneTime)
    program.press("push button", r"^Sign in\b")
    program.find("password text", r"^New password$").write(PASSWORD)
    program.find("password text", r"^New password once more").write(PASSWORD)
    program.press("push button", r"^Change password")


class Morning:
    """The story, step by step, each told where it should be heard."""

    def __init__(self, stage):
        self.stage = stage
        self.began = time.monotonic()
        self.focus = Focus()
        stage.program("tiepdon-supervisor", "--language", "en")
        stage.program("tiepdon-teller", "--language", "en", "--counter", "1", "--profile", "4")
        stage.program("tiepdon-lobby", "--language", "en", "--windowed")
        stage.program("tiepdon-kiosk", "--windowed", "--printer", "none")
        self.lobby, self.kiosk = Program("tiepdon-lobby"), Program("tiepdon-kiosk")
        self.teller, self.supervisor = Program("tiepdon-teller"), Program("tiepdon-supervisor")

    def heard(self, what, *programs):
        """Says how far it is, after a look whether all in these windows can be told by ear."""
        self.stage.checkAllRun()
        for program in programs:
            wrong = program.unnamed()
            if wrong:
                raise Missing(f"{program.name}: {'; '.join(wrong)}\n{program.tree()}")
        print(f"{time.monotonic() - self.began:5.1f} s  {what}", flush=True)

    def open(self, tellerOnce, supervisorOnce):
        self.lobby.find("label", r"^The branch is closed$")
        self.kiosk.find("label", r"^The branch is not open now$")
        self.heard("lobby and kiosk say that the branch is closed", self.lobby, self.kiosk)
        signIn(self.supervisor, "phuong", supervisorOnce)
        self.supervisor.press("push button", r"^Open the day")
        self.supervisor.find("push button", r"^Counter 1, Closed")
        self.heard("the supervisor has opened the day", self.supervisor)
        signIn(self.teller, "hanh", tellerOnce)
        self.teller.find("push button", r"^Call whoever comes, key F2")
        self.supervisor.find("push button", r"^Counter 1, Free", r"\bAll-round\b")
        self.heard("the teller is at counter 1, and the supervisor's tile says so", self.teller, self.supervisor)

    def takeTicket(self, service):
        """At the kiosk; the number it says."""
        self.kiosk.press("push button", r"^English$")
        self.kiosk.press("push button", r"^Accounts, cards and loans$")
        self.kiosk.find("push button", rf"^{service}$")
        self.heard("the kiosk asks what for", self.kiosk)
        self.kiosk.press("push button", rf"^{service}$")
        number = re.search(r"[A-Z]\d{3}$", self.kiosk.find("label", r"^Your number is ").name)[0]
        self.heard(f"the kiosk gave the number {number}", self.kiosk)
        self.kiosk.press("push button", r"^Done$")
        return number

    def call(self, number, service):
        self.teller.find("label", rf"^Next {number}$")
        self.teller.find("list item", rf"^{service}: 1 waiting")
        self.teller.press("push button", r"^Call next")
        self.teller.find("label", rf"^Ticket {number}$")
        self.teller.find("label", r"^Called$")
        self.lobby.find("label", rf"\b{number}\b.*\bCounter 1$")
        self.supervisor.find("push button", rf"^Counter 1, Called\b.*\b{number}\b")
        self.heard(f"{number} is called; lobby and supervisor hear it", self.teller, self.lobby, self.supervisor)

    def serve(self, number):
        self.teller.press("push button", r"^Start\b")
        self.teller.find("label", r"^Being served$")
        self.supervisor.find("push button", rf"^Counter 1, Serving\b.*\b{number}\b")
        self.heard(f"{number} is being served", self.teller, self.supervisor)
        for opens in ("Transfer", "Find a number"):
            self.teller.press("push button", rf"^{opens}\b.*, key (F7|Ctrl)")
            self.teller.find("push button", r", key Esc$")
            self.heard(f"the teller looks at what {opens} offers", self.teller)
            self.teller.press("push button", r", key Esc$")
            self.teller.gone("push button", r", key Esc$")
        self.teller.press("push button", r"^Finish\b")
        self.heard("the teller is asked how it came out", self.teller)
        self.teller.press("push button", r"^Done, key 1")
        self.teller.find("label", r"^served 1$")
        self.teller.find("push button", r"^Call whoever comes")
        self.supervisor.find("push button", r"^Counter 1, Free", r"\b1 served today")
        self.heard(f"{number} is finished", self.teller, self.supervisor)

    def takeBreak(self):
        self.teller.press("push button", r"^Break, key F10")
        self.teller.find("push button", r"^Meal, key 1")
        self.heard("the teller is asked why", self.teller)
        self.teller.press("push button", r"^Meal, key 1")
        self.supervisor.find("push button", r"^Counter 1, On break\b.*\bMeal\b")
        self.heard("the teller is at lunch, and the supervisor's tile says so", self.teller, self.supervisor)
        self.teller.press("push button", r"^Go on working, key F10")
        self.supervisor.find("push button", r"^Counter 1, Free")

    def moveCounter(self):
        """By the menu of the counter's tile, from All-round to Advice."""
        self.supervisor.press("push button", r"^Tickets$")
        self.supervisor.find("text", r"^Find by number")
        self.heard("the supervisor looks at the tickets", self.supervisor)
        self.supervisor.press("push button", r"^Floor$")
        self.supervisor.press("push button", r"^Counter 1, Free")
        self.supervisor.choose(self.focus, r"^Advice$")
        self.supervisor.find("label", r"Loans: 0 → 1 counters")
        self.heard("the supervisor hears what moving counter 1 would change", self.supervisor)
        self.supervisor.press("push button", r"^Move Counter 1\b")
        self.supervisor.press("push button", r"^Move all the same")  # cash is left without a counter
        self.supervisor.find("push button", r"^Counter 1, Free", r"\bAdvice\b")
        self.teller.find("list item", r"^Loans: ")
        self.teller.gone("list item", r"^Cash: ")
        self.heard("counter 1 is moved: its tile and the teller's queues say so", self.teller, self.supervisor)


def main(binaries, source):
    stage = Stage(binaries)
    try:
        stage.startDisplay()
        oneTime = makeBranch(stage, source)
        day = Morning(stage)
        day.open(*oneTime)
        first = day.takeTicket("Accounts and cards")
        day.call(first, "Accounts and cards")
        day.serve(first)
        day.takeBreak()
        day.moveCounter()
        day.call(day.takeTicket("Loans"), "Loans")
        day.lobby.find("label", rf"Called before; {first} → 1$")
        day.heard(f"the lobby knows that {first} was called before", day.lobby)
    except (AssertionError, subprocess.SubprocessError, OSError, GLib.Error) as error:
        print(f"FAILED: {error}")
        return 1
    return 0


if __name__ == "__main__":
    if FOLDER not in os.environ:
        onBusOfItsOwn()
    sys.dont_write_bytecode = True
    from gi.repository import GLib
    from screenreader import Focus, Missing, Program, until  # only now: it looks for the bus
    sys.exit(main(*sys.argv[1:]))
