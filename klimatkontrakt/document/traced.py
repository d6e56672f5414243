"""What a template sees knows where it stands, so that a slip can be named: ``goals.goals[2]``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Undefined, UndefinedError
from jinja2.exceptions import TemplateRuntimeError
from jinja2.utils import missing

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.message import Message


class TemplateFault(TemplateRuntimeError):  # noqa: N818  a fault of the template, not of kk
    """What is wrong in a template and what to do."""

    def __init__(
        self,
        said: Message,
        remedy: Message | None = None,
        unknown: str = "",
        at: tuple[str, int] | None = None,
    ) -> None:
        super().__init__(said.key)
        self.said = said
        self.remedy = remedy
        self.unknown = unknown
        """A name that no variable has."""
        self.at = at
        """File and line, where they are known before the template runs."""


class Fields(dict[str, Any]):
    """A mapping that knows its path from the top of what the template sees."""

    __slots__ = ("path",)

    def __init__(self, path: str, values: dict[str, Any]) -> None:
        super().__init__(values)
        self.path = path


class Items(list[Any]):
    """A list that knows its path."""

    __slots__ = ("path",)

    def __init__(self, path: str, values: list[Any]) -> None:
        super().__init__(values)
        self.path = path


def traced(value: Any, path: str = "") -> Any:  # noqa: ANN401  any plain data
    """Plain data once more, in mappings and lists that know their paths."""
    if isinstance(value, dict):
        return Fields(path, {key: traced(item, step(path, key)) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return Items(path, [traced(item, f"{path}[{n}]") for n, item in enumerate(value)])
    return value


def step(path: str, key: object) -> str:
    """A path and one key more, as a template writes it."""
    if not isinstance(key, str):
        return f"{path}[{key}]"
    if not path:
        return key
    return f"{path}.{key}" if key.isidentifier() else f'{path}["{key}"]'


class Missing(StrictUndefined):
    """Something that is not there, which says its path and the nearest that is."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        fault = partial(_fault, obj, name)
        self._undefined_exception = fault  # type: ignore[assignment]  # it is only ever called


def _fault(obj: object, name: object, _: str) -> TemplateFault:
    if obj is not missing:
        return TemplateFault(*_no_part(obj, name))
    if name is None:
        return TemplateFault(say(N_("the list is empty, so it has no first and no last")))
    return TemplateFault(say(N_('"{word}" does not exist here'), word=name), unknown=str(name))


def _no_part(obj: object, name: object) -> tuple[Message, Message | None]:
    path = step(getattr(obj, "path", ""), name)
    match obj:
        case dict():
            near = nearest(str(name), map(str, obj))
            said = say(N_("{path} does not exist"), path=path)
            if near:
                return said, say(N_('did you mean "{near}"?'), near=near)
            return said, say(N_("what there is: {words}"), words=", ".join(map(str, obj)))
        case list() | tuple():
            said = say(N_("{path} does not exist; the list has {n} items"), path=path, n=len(obj))
            return said, say(N_("go through a list with {tag}"), tag=FOR)
        case str():
            return say(N_('a text has no part "{word}"'), word=name), None
        case None:
            said = say(N_('what should have "{word}" is missing in this contract'), word=name)
            return said, say(N_("ask first with {tag} whether it is there"), tag=IF)
    return say(N_('"{word}" may not be used in templates'), word=name), None


FOR = "{% for … in … %}"
IF = "{% if … %}"


def refuse_missing(value: object) -> None:
    """See that a value is there.

    Raises:
        TemplateFault: it is not.
    """
    if isinstance(value, Undefined):
        str(value)
