"""What a command knows of the world: handed in at the door, so that tests can hand in another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TextIO

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import count, say
from klimatkontrakt.i18n import N_, NN_
from klimatkontrakt.resources import shipped_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from klimatkontrakt.app.render import Written
    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.changes._comparison import Comparison
    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.diagnostics.outcome import Outcome
    from klimatkontrakt.i18n import Translations

FAILED_FINDINGS = 1
NOTHING_TO_CHECK = 3
NEVER = "never"
"""What ``--fail-on`` says instead of a level when findings should not fail the run."""
MANY = 40
"""Contracts from which a run may take more than a second and shows a progress bar."""


class ReaderLeft(Exception):  # noqa: N818  nothing is wrong
    """Whoever read our output has left; what they saw they have."""


@dataclass(slots=True)
class World:
    """Streams, environment, folder, clock, language, and the options that all commands share."""

    stdout: TextIO
    stderr: TextIO
    environment: Mapping[str, str]
    folder: Path
    clock: Callable[[], date]
    translator: Translations
    given: dict[str, Any] = field(default_factory=dict)
    stdin: TextIO | None = None

    def words(self, message: Message) -> str:
        """A message in the language of this run."""
        return message.words(self.translator)

    def show(self, text: str) -> None:
        """Write the answer."""
        try:
            self.stdout.write(text)
            self.stdout.flush()
        except BrokenPipeError:
            raise ReaderLeft from None

    def tell(self, message: Message) -> None:
        """Write a line beside the answer."""
        self.stderr.write(f"{self.words(message)}\n")

    def tell_left_out(self, errors: int) -> None:
        """Say that something is missing from the answer, and how to see what."""
        if errors:
            self.tell(
                count(
                    NN_(
                        "note: {n} error in the data, so something is left out: kk validate",
                        "note: {n} errors in the data, so something is left out: kk validate",
                    ),
                    errors,
                )
            )

    def tell_written(self, written: Iterable[Written], *, check: bool) -> None:
        """Say of each file whether it was written, or whether a check found it out of date."""
        found = {
            "outdated": N_("{file} is out of date"),
            "missing": N_("{file} is missing"),
            "edited": N_("{file} is not as kk made it: see what differs with kk check-document"),
        }
        for item in written:
            changed = found[item.found] if check else N_("wrote {file}")
            name = self._named(item.path)
            if item.put is None:
                said = changed if item.changed else N_("{file} was already up to date")
                self.tell(say(said, file=name))
                continue
            new = self._named(item.put.path)
            said = N_("{file} is open in another program, so the new version is in {new}")
            self.tell(say(said, file=name, new=new))
            if item.put.lock is not None:
                left = N_("    if it is not, remove {lock}, which the program left behind")
                self.tell(say(left, lock=self._named(item.put.lock)))

    def _named(self, path: Path) -> str:
        """A file as a person here would type it."""
        inside = path.is_relative_to(self.folder)
        return str(path.relative_to(self.folder) if inside else path)

    def ask(self, question: Message) -> str | None:
        """What a person at a terminal answers; ``None`` where nobody can, or wants to."""
        if self.stdin is None or not self.stdin.isatty():
            return None
        self.stderr.write(f"{self.words(question)} ")
        self.stderr.flush()
        return self.stdin.readline().strip() or None

    def today(self) -> date:
        """``--today``, else ``KK_TODAY``, else the machine's date.

        Raises:
            Failure: the day is written in another way than 2026-11-22.
        """
        word = self.given.get("today") or self.environment.get("KK_TODAY")
        try:
            return date.fromisoformat(word) if word else self.clock()
        except ValueError:
            message = say(N_('"{word}" is not a day'), word=word)
            raise Failure(message, say(N_("write it as in 2026-11-22"))) from None

    def colour(self) -> bool:
        """``--color``, else ``NO_COLOR`` or ``FORCE_COLOR``, else whether stdout is a terminal."""
        match self.given.get("color") or "auto":
            case "always":
                return True
            case "never":
                return False
        if self.environment.get("NO_COLOR"):
            return False
        return bool(self.environment.get("FORCE_COLOR")) or self.stdout.isatty()

    def root(self) -> Path | None:
        """The workspace's folder: ``--root``, else the nearest upward."""
        from klimatkontrakt.store.layout import find_root

        given = self.given.get("root")
        return (self.folder / given) if given else find_root(self.folder)

    def workspace(self) -> Workspace:
        """The workspace that is to be checked.

        Raises:
            Failure: there is none here.
        """
        from klimatkontrakt.app.workspace import open_workspace

        root = self.root()
        if root is None:
            message = say(
                N_("there is no workspace here: no klimatkontrakt.toml in this folder or above")
            )
            remedy = say(
                N_(
                    "make one with kk init, go to the folder with your contracts, "
                    "or name it with --root"
                )
            )
            raise Failure(message, remedy, exit_code=NOTHING_TO_CHECK)
        return open_workspace(root)

    def workspace_to_change(self) -> Workspace:
        """The workspace in which something is to be made.

        Raises:
            Failure: there is none here.
        """
        if self.root() is None:
            message = say(
                N_("there is no workspace here: no klimatkontrakt.toml in this folder or above")
            )
            raise Failure(message, say(N_("make one with kk init, or name it with --root")))
        return self.workspace()

    def workspace_or_shipped(self) -> Workspace:
        """The workspace here, else the one that ships with kk, saying so."""
        from klimatkontrakt.app.workspace import open_workspace

        root = self.root()
        if root is None:
            self.tell(
                say(N_("note: no workspace here, so the contracts that ship with kk are used"))
            )
        return open_workspace(root or shipped_workspace())

    def compare(self, old: str, new: str, who: str | None) -> Comparison:
        """Two sides as they were typed, compared.

        Raises:
            Failure: a side, or the municipality, is not there.
        """
        from klimatkontrakt.app.diff import diff
        from klimatkontrakt.app.sides import side_of
        from klimatkontrakt.app.workspace import one_municipality

        root = self.root()
        workspace = self.workspace() if root else None
        reader = workspace.reader if workspace else None
        sides = [side_of(word, reader, root, self.folder) for word in (old, new)]
        codes = sides[1].reader.codes
        slug = one_municipality(codes, who).slug if who else None
        return diff(sides[0], sides[1], slug, self.progress)

    def write_comparison(self, comparison: Comparison, writer: str, *, judge: bool) -> None:
        """Print a comparison in one of its forms."""
        from klimatkontrakt.reports.comparison._writer import WRITERS

        write = WRITERS.discover()[writer].write
        self.show(write(comparison, self.translator, judge=judge))

    def report(
        self,
        outcome: Outcome,
        printer: str | None,
        fail_on: str,
        outputs: Sequence[Path] = (),
    ) -> int:
        """Show an outcome, keep it in the files that are named, and give the exit code."""
        from klimatkontrakt.cli.report import report

        report(self, outcome, printer, outputs)
        failed = fail_on != NEVER and outcome.reaches(Level(fail_on))
        return FAILED_FINDINGS if failed else 0

    def fail(self, failure: Failure) -> int:
        """Say on stderr why nothing more could be done, and give the exit code."""
        if failure.outcome is not None:
            from klimatkontrakt.printers._printer import PRINTERS

            full = PRINTERS.discover()["full"]
            self.stderr.write(full.write(failure.outcome, self.translator, colour=False))
        self.tell(say(N_("kk: {message}"), message=failure.message))
        if failure.remedy is not None:
            self.tell(say(N_("    {remedy}"), remedy=failure.remedy))
        return failure.exit_code

    def progress(self, items: Iterable[Any], total: int | None = None) -> Iterable[Any]:
        """The items, with a bar on stderr where there are many and a person is watching."""
        if total is None:
            items = list(items)
            total = len(items)
        if total < MANY or not self.stderr.isatty():
            return items
        from rich.console import Console
        from rich.progress import track

        console = Console(file=self.stderr)
        return track(items, description="kk", total=total, console=console, transient=True)
