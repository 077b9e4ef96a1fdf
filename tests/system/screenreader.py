# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader does with a program: looks for things by role and name, reads them, presses and types.

Everything goes through AT-SPI. There are no coordinates here, no pixels and no names from the source: what cannot be
found like this cannot be found by who does not see the window. Only what is showing counts.
"""

import re
import time

import pyatspi
from gi.repository import Atspi, GLib

PATIENCE_S = 25  # for one thing to appear; a busy machine runs other tests beside this one
POLL_S = 0.1

# What a person can act on. It needs a name, else a screen reader can only say "button".
ACTED_ON = {"push button", "toggle button", "check box", "radio button", "text", "password text", "combo box", "list",
            "list item", "table", "table cell", "tree", "tree item", "page tab", "menu item", "check menu item",
            "slider", "spin button", "link", "icon"}

Atspi.set_timeout(5000, 15000)  # ms for one question, and for a program's first; the library gives up after 800


class Missing(AssertionError):
    """Something is not there for who listens."""


class Element:
    """One thing in a window. Reading one that has gone meanwhile raises GLib.Error; the searches below look again."""

    def __init__(self, node):
        self.node = node
        self.role = node.getRoleName()
        self.name = node.name or ""
        self.description = node.description or ""

    def states(self):
        return {pyatspi.stateToString(state) for state in self.node.getState().getStates()}

    def children(self):
        """Those that are showing."""
        found = (self.node.getChildAtIndex(i) for i in range(self.node.childCount))
        return [Element(node) for node in found if node and node.getState().contains(pyatspi.STATE_SHOWING)]

    def below(self):
        """Everything that is showing below it, itself first."""
        yield self
        for child in self.children():
            yield from child.below()

    def actions(self):
        try:
            offered = self.node.queryAction()
        except NotImplementedError:
            return []
        return [offered.getName(i) for i in range(offered.nActions)]

    def text(self):
        """What is written in a field."""
        return self.node.queryText().getText(0, -1)

    def do(self, *wanted):
        """Does the first of the wanted actions it offers."""
        offered = self.actions()
        for action in wanted:
            if action in offered:
                self.node.queryAction().doAction(offered.index(action))
                return
        raise Missing(f"{self} offers {offered or 'no actions'}, not {' or '.join(wanted)}")

    def press(self):
        self.do("Press", "Toggle", "ShowMenu")

    def write(self, text):
        """Replaces what is written in a field."""
        try:
            self.node.queryEditableText().setTextContents(text)
        except NotImplementedError:
            raise Missing(f"nothing can be typed into {self}") from None

    def tree(self, depth=0):
        said = f' — {self.description}' if self.description else ""
        offered = [action for action in self.actions() if action != "SetFocus"]
        states = sorted(self.states() & {"focused", "selected", "checked", "expanded"})
        if self.states() & {"enabled", "sensitive"} == set():
            states.append("disabled")
        lines = ["  " * depth + f'{self.role} "{self.name}"{said} {" ".join(offered + states)}'.rstrip()]
        for child in self.children():
            lines += child.tree(depth + 1)
        return lines

    def __str__(self):
        return f'{self.role} "{self.name}"'


def until(what, look, patience=PATIENCE_S):
    """Calls look() until it gives something true, and returns that. what() says what was missing."""
    end = time.monotonic() + patience
    while True:
        try:
            found = look()
        except GLib.Error:
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Missing(what())
        time.sleep(POLL_S)


class Focus:
    """Follows the focus as a screen reader does: a menu that pops up is told by nothing else."""

    def __init__(self):
        self.node = None
        pyatspi.Registry.registerEventListener(self.note, "object:state-changed:focused")

    def note(self, event):
        if event.detail1:
            self.node = event.source

    def element(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return Element(self.node) if self.node else None


class Program:
    """A running program by the name it gives itself."""

    def __init__(self, name):
        self.name = name
        desktop = pyatspi.Registry.getDesktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)  # what is read is of now
        self.node = until(lambda: f"{name} is not on the accessibility bus",
                          lambda: next((each for each in desktop if each and each.name == name), None))

    def elements(self):
        return list(Element(self.node).below())

    def tree(self):
        try:
            return "\n".join(Element(self.node).tree())
        except GLib.Error as error:
            return f"(its window changed while it was read: {error.message})"

    def all(self, role, name="", description=""):
        """All of a role whose name and description contain a match of these regular expressions."""
        return [each for each in self.elements() if each.role == role and re.search(name, each.name)
                and re.search(description, each.description)]

    def find(self, role, name="", description="", enabled=True):
        """The first of them, waited for. It must be enabled, unless that does not matter."""
        def look():
            for each in self.all(role, name, description):
                if not enabled or "enabled" in each.states():
                    return each
            return None

        def what():
            said = f" that says /{description}/" if description else ""
            near = [str(each) for each in self.all(role)]
            return (f'{self.name}: no {"enabled " if enabled else ""}{role} named /{name}/{said} is showing. '
                    f'There {"are" if near else "is no"} {", ".join(near) or role}.\n{self.tree()}')

        return until(what, look)

    def gone(self, role, name=""):
        until(lambda: f"{self.name}: a {role} named /{name}/ is still showing\n{self.tree()}",
              lambda: not self.all(role, name))

    def press(self, role, name=""):
        self.find(role, name).press()

    def choose(self, focus, name):
        """Presses the item of this name in the menu that has the focus."""
        def menuItem():
            now = focus.element()
            return now if now and now.role.endswith("menu item") else None

        item = until(lambda: f"{self.name}: no menu took the focus, which is at {focus.element()}\n{self.tree()}",
                     menuItem)
        menu = Element(item.node.parent)
        for each in menu.children():
            if re.search(name, each.name):
                each.press()
                return
        raise Missing(f"{self.name}: the menu has no item named /{name}/\n" + "\n".join(menu.tree()))

    def unnamed(self):
        """What is showing and cannot be told by ear: things to act on without a name, texts without a role."""
        def wrong():
            found = []
            for each in self.elements():
                isActedOn = each.role in ACTED_ON or "Press" in each.actions()
                if isActedOn and not each.name:
                    found.append(f"{each.role} without a name")
                if each.role == "filler" and each.name and not each.children():
                    found.append(f'"{each.name}" is painted, but is no label')
            return found

        try:  # a window that is being filled is read once more
            return wrong() and (time.sleep(1) or wrong())
        except GLib.Error:
            time.sleep(1)
            return wrong()
