"""An id stands for something else than in the version before.

Why: comparing the versions would tell that the one became the other, which it did not.

Do: give what is new an id of its own; if the two are the same thing, say so in waivers.yaml.

Wrong::

    # 2024/roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Solceller på skolornas tak

Right::

    # 2024/roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Fler cykelvägar
"""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.diagnostics.suggest import fold, likeness
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.lineage import items
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.model.lineage import Item
    from klimatkontrakt.rules._case import Case

RULE = rule("KK603", Level.WARNING, __name__, __doc__)

NAMES = {"goal": N_("a goal"), "action": N_("an action"), "milestone": N_("a milestone")}

ALIKE = 60
"""Per cent of likeness from which two names are taken for one thing with another name."""
STEM = 4
"""Letters by which two words are taken for forms of one: cykelplan and cykelvägar."""
IN_COMMON = 5
"""Words in two texts that make them tell of the same thing."""
SHORTENED = 60


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Hold every item against the one with its id in the version before.

    Anything that they have in common is enough for silence: things change their names.
    """
    if case.before is None or not case.is_whole("goals", "roadmap", "investment"):
        return
    old = items(case.before)
    by_id = {item.id: item for item in old.values() if item.kind in NAMES}
    for item in items(case.contract).values():
        earlier = old.get(item.ref) or by_id.get(item.id)
        if item.kind not in NAMES or earlier is None or _are_alike(earlier, item):
            continue
        words = {"id": item.id, "label": case.before.version.label}
        if earlier.kind == item.kind:
            message = say(
                N_('"{id}" is "{title}" here, but was "{other}" in version {label}'),
                **words,
                title=_short(item),
                other=_short(earlier),
            )
        else:
            message = say(
                N_('"{id}" is {kind} here, but was {other} in version {label}'),
                **words,
                kind=say(NAMES[item.kind]),
                other=say(NAMES[earlier.kind]),
            )
        yield RULE.finding(Route(item.document, (*item.steps, "id")), message)


def _are_alike(old: Item, new: Item) -> bool:
    """Whether the new item may be the old one, by its name, its text or what marks it."""
    if old.kind != new.kind:
        return False
    name, told = fold(_name(new)), _stems(_text(old)) & _stems(_text(new))
    return (
        likeness(_name(old), name) >= ALIKE
        or any(stem in name for stem in _stems(_name(old)) | _stems(old.id))
        or len(told) >= IN_COMMON
        or bool(_traits(old) & _traits(new))
    )


def _name(item: Item) -> str:
    return str(item.value.statement if item.kind == "goal" else item.label)


def _short(item: Item) -> str:
    return shorten(_name(item), SHORTENED, placeholder=" …")


def _text(item: Item) -> str:
    keys = ("purpose", "text")
    return " ".join(text for key in keys if (text := getattr(item.value, key, None)))


def _stems(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", fold(text))
    return {word[:STEM] for word in words if len(word) >= STEM}


def _traits(item: Item) -> set[object]:
    """What marks it as the same thing whatever it is called."""
    value = item.value
    match item.kind:
        case "goal":
            return {(value.end_state, boundary) for boundary in value.boundary}
        case "action":
            project = {value.project.name} if value.project else set()
            return project | {milestone.id for milestone in value.milestones}
        case _:
            return {(value.due or value.done).text} if value.undated is None else set()
