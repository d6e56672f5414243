"""``kk validate --fix`` and ``--diff``: what is said of edits that were made, or would be."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import count, say
from klimatkontrakt.i18n import N_, NN_

if TYPE_CHECKING:
    from klimatkontrakt.app.fix import Changed, Check, Fixed
    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.cli.world import World
    from klimatkontrakt.diagnostics.outcome import Outcome

WOULD_CHANGE = 1
CARRIAGE_RETURN = "\r"


def mend(world: World, workspace: Workspace, check: Check) -> Outcome:
    """Mend what can be mended for certain, say what was, and give what remains."""
    from klimatkontrakt.app.fix import fix

    fixed = fix(workspace, check, write=True)
    for item in fixed.mended:
        place = f"{item.file}:{item.line}"
        world.tell(say(N_("{place}: {message}"), place=place, message=item.message))
    _tell_refused(world, fixed)
    forms = NN_("mended: {n} fault", "mended: {n} faults")
    world.tell(count(forms, len(fixed.mended)) if fixed.mended else say(NOTHING))
    return fixed.outcome


NOTHING = N_("nothing here can be mended for certain")


def show_diff(world: World, workspace: Workspace, check: Check) -> int:
    """Show what ``--fix`` would change, write nothing, and give 1 if it would change anything."""
    from klimatkontrakt.app.fix import fix

    fixed = fix(workspace, check, write=False)
    world.show("".join(_diff(item) for item in fixed.changed))
    _tell_refused(world, fixed)
    if not fixed.changed:
        world.tell(say(NOTHING))
    return WOULD_CHANGE if fixed.changed else 0


def _tell_refused(world: World, fixed: Fixed) -> None:
    for message in fixed.refused:
        world.tell(say(N_("kk: {message}"), message=message))


def _diff(item: Changed) -> str:
    old, new = (_lines(data) for data in (item.old, item.new))
    return "".join(unified_diff(old, new, f"a/{item.file}", f"b/{item.file}"))


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8")
    return [f"{line.rstrip(CARRIAGE_RETURN)}\n" for line in text.removesuffix("\n").split("\n")]
