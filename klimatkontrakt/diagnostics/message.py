"""A sentence that is not yet in any language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


class Translator(Protocol):
    """What :class:`gettext.NullTranslations` and its catalogues can do."""

    def gettext(self, message: str, /) -> str:
        """The message in the catalogue's language."""

    def ngettext(self, singular: str, plural: str, number: int, /) -> str:
        """The form of the message that fits the number."""


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence with ``{names}`` and what stands in their place.

    An argument may itself be a message. With ``plural``, the argument ``n`` picks the form.
    """

    key: str
    arguments: tuple[tuple[str, object], ...] = ()
    plural: str | None = None

    def words(self, translator: Translator) -> str:
        """The sentence in the translator's language."""
        arguments = {
            name: value.words(translator) if isinstance(value, Message) else value
            for name, value in self.arguments
        }
        if not self.key:
            return ""  # gettext keeps the catalogue's header under the empty message
        if self.plural is None:
            return translator.gettext(self.key).format(**arguments)
        number = arguments["n"]
        form = translator.ngettext(self.key, self.plural, number if isinstance(number, int) else 0)
        return form.format(**arguments)

    def values(self) -> Mapping[str, object]:
        """The arguments, for machines: the English key stands for a nested sentence."""
        return {
            name: value.key if isinstance(value, Message) else value
            for name, value in self.arguments
        }


def say(key: str, /, **arguments: object) -> Message:
    """Build a message: ``say("goal {id} has no year", id=goal.id)``."""
    return Message(key, tuple(arguments.items()))


def count(forms: tuple[str, str], n: int, /, **arguments: object) -> Message:
    """Build a message about ``n`` things from its form for one and its form for many."""
    singular, plural = forms
    return Message(singular, (("n", n), *arguments.items()), plural)
