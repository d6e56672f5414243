"""The one exception for "cannot go on"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.diagnostics.outcome import Outcome


class Failure(Exception):  # noqa: N818  a failure of the run, not an error in the program
    """Nothing further can be done: what happened, what to do, and the exit code to leave with."""

    def __init__(
        self,
        message: Message,
        remedy: Message | None = None,
        *,
        exit_code: int = 2,
        outcome: Outcome | None = None,
    ) -> None:
        super().__init__(message.key)
        self.message = message
        self.remedy = remedy
        self.exit_code = exit_code
        self.outcome = outcome
        """The findings that stand in the way, if that is what stopped the run."""

    def __reduce__(self) -> tuple[Callable[..., Failure], tuple[object, ...]]:
        """An exception with more than its words, so that another process can hand it back."""
        return _again, (self.message, self.remedy, self.exit_code, self.outcome)


def _again(
    message: Message, remedy: Message | None, exit_code: int, outcome: Outcome | None
) -> Failure:
    return Failure(message, remedy, exit_code=exit_code, outcome=outcome)
