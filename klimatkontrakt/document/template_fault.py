"""What went wrong in a template, in words, with the file and line where an author can find it."""

from __future__ import annotations

import re
import traceback
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.document.grammar import no_filter, no_test
from klimatkontrakt.document.traced import TemplateFault
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.model.template import Template

FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What a template can bring about: Jinja's own, and Python's about values or much nesting."""
TAGS = ("block", "else", "elif", "extends", "for", "if", "include", "macro", "set", "with")
_NO = re.compile(r"No (filter|test) named '(\w+)'")


def failure(
    error: Exception, name: str, loaded: Mapping[str, Template], known: Iterable[str]
) -> Failure:
    """The failure that a fault in the template ``name``, or in one that it uses, stands for.

    ``loaded`` holds the templates by the names that Jinja has for their files, ``known`` the
    variables that a template has.
    """
    found = _place(error, loaded)
    if found is None:
        return _no_template(error, name)
    file, line = found
    said, remedy = _words(error, known)
    template = loaded[file]
    whose = (
        N_("the template {place} cannot be used: {reason}")
        if template.own
        else N_("kk's own template {place} cannot be used: {reason}")
    )
    mend = say(N_("correct the template, or remove your copy so that the shipped one is used"))
    return Failure(say(whose, place=f"{template.file}:{line}", reason=said), remedy or mend)


def _no_template(error: Exception, name: str) -> Failure:
    missing = error.name if isinstance(error, TemplateNotFound) else name
    message = say(N_('there is no template "{name}"'), name=missing or name)
    return Failure(message, say(N_("see those there are with {command}"), command=LISTED))


LISTED = "kk templates list"


def _place(error: Exception, loaded: Mapping[str, Template]) -> tuple[str, int] | None:
    """The file, as Jinja knows it, and the line: of the innermost template that was at work."""
    if isinstance(error, TemplateFault) and error.at:
        return error.at
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    steps = [
        (frame.f_code.co_filename, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename in loaded
    ]
    if steps or isinstance(error, TemplateNotFound):
        return steps[-1] if steps else None
    # It fell while it was made ready to run, which only the last one to be loaded can have done.
    return (list(loaded)[-1], 1) if loaded else None


def _words(error: Exception, known: Iterable[str]) -> tuple[Message, Message | None]:
    match error:
        case TemplateFault():
            near = nearest(error.unknown, known) if error.unknown else None
            return error.said, say(
                N_('did you mean "{near}"?'), near=near
            ) if near else error.remedy
        case TemplateNotFound():
            said = say(N_('there is no template "{name}"'), name=error.name or "")
            return said, say(N_("see those there are with {command}"), command=LISTED)
        case TemplateSyntaxError():
            return _syntax(error.message or "")
        case TemplateError():
            return _named_in_a_text(error.message or "")
    return next(say(words) for kind, words in PYTHONS.items() if isinstance(error, kind)), None


PYTHONS: Mapping[type[Exception], str] = {
    RecursionError: N_("it uses itself, or holds too many things inside each other"),
    MemoryError: N_("it uses itself, or holds too many things inside each other"),
    SyntaxError: N_("it uses itself, or holds too many things inside each other"),
    ZeroDivisionError: N_("something is divided by nothing"),
    Exception: N_("the values on that line do not fit what is done with them"),
}


def _named_in_a_text(text: str) -> tuple[Message, Message | None]:
    """A filter or test that a template names in a text: ``map("upper")``, ``select("odd")``."""
    found = _NO.search(text)
    if found is None:
        return say(N_("it cannot be read: {text}"), text=text), None
    return no_filter(found[2]) if found[1] == "filter" else no_test(found[2])


def _syntax(text: str) -> tuple[Message, Message | None]:
    """Jinja has one type for all faults of syntax, so its words are all there is to go by.

    What is not recognised is shown as Jinja has it.
    """
    for pattern, words in SYNTAX:
        if found := pattern.search(text):
            return words(found)
    return say(N_("it cannot be read: {text}"), text=text), None


def _never_ended(found: re.Match[str]) -> tuple[Message, Message | None]:
    end = say(N_("write {tag} where it should end"), tag=f"{{% end{found[1]} %}}")
    return say(N_("{tag} is never ended"), tag=f"{{% {found[1]} %}}"), end


def _wrong_end(found: re.Match[str]) -> tuple[Message, Message | None]:
    tags = {"tag": f"{{% {found[1]} %}}", "open": f"{{% {found[2]} %}}"}
    end = say(N_("write {tag} where it should end"), tag=f"{{% end{found[2]} %}}")
    return say(N_("{tag} stands where {open} is not ended"), **tags), end


def _unknown_tag(found: re.Match[str]) -> tuple[Message, Message | None]:
    near = nearest(found[1], TAGS)
    said = say(N_('"{word}" may not be used in templates'), word=f"{{% {found[1]} %}}")
    return said, say(N_('did you mean "{near}"?'), near=near) if near else None


def _twice(found: re.Match[str]) -> tuple[Message, Message | None]:
    said = say(N_('the block "{word}" is there twice'), word=found[1])
    return said, say(N_("give one of them another name"))


def _open(_: re.Match[str]) -> tuple[Message, Message | None]:
    remedy = N_("see that each {open} has its {close}")
    return (
        say(N_("something that is begun is never ended")),
        say(remedy, open="{{, {%, {#", close="}}, %}, #}"),
    )


def _unreadable(found: re.Match[str]) -> tuple[Message, Message | None]:
    return say(N_('it cannot be read at "{word}"'), word=found[2]), None


SYNTAX = (
    (
        re.compile(r"Unexpected end of template\..*needs to be closed is '(\w+)'", re.DOTALL),
        _never_ended,
    ),
    (
        re.compile(r"unknown tag '(\w+)'\..*needs to be closed is '(\w+)'", re.DOTALL),
        _wrong_end,
    ),
    (re.compile(r"unknown tag '(\w+)'"), _unknown_tag),
    (re.compile(r"block '(\w+)' defined twice"), _twice),
    (re.compile(r"(?:got|unexpected|unexpected char) ([\'\"])(.+?)\1(?: at \d+)?$"), _unreadable),
    (re.compile(r"^unexpected end of template|Missing end of comment"), _open),
)


KINDS = {
    "blockquote": N_("a quotation"),
    "code_block": N_("code"),
    "code_inline": N_("code"),
    "fence": N_("code"),
    "footnote in a footnote": N_("a footnote in a footnote"),
    "footnote of several paragraphs": N_("a footnote of several paragraphs"),
    "footnote shown twice": N_("the same footnote twice"),
    "footnote that nothing refers to": N_("a footnote that nothing refers to"),
    "footnote without a number": N_("a footnote without a number"),
    "hardbreak": N_("a line break inside a paragraph"),
    "heading in a list": N_("a heading in a list"),
    "heading without words": N_("a heading without words"),
    "hr": N_("a rule"),
    "image": N_("a picture among words"),
    "picture shown twice": N_("the same picture twice"),
    "picture without a caption": N_("a picture without a caption"),
    "picture without a description": N_("a picture without a description"),
    "table": N_("a table in a list"),
    "table shown twice": N_("the same table twice"),
    "table with a column without a heading": N_("a table with a column without a heading"),
    "table without a caption": N_("a table without a caption"),
}
"""What a Markdown parser's names mean, of that which documents may not hold."""


def said_of(what: str) -> object:
    """What is outside the dialect, in words."""
    if heading := _HEADING.fullmatch(what):
        marks, fitting = "#" * int(heading[1]), "#" * (int(heading[2]) + 1)
        return say(
            N_("a heading with {marks} where it should be {fitting}"), marks=marks, fitting=fitting
        )
    if picture := _PICTURE.fullmatch(what):
        return say(N_('a picture "{name}" that is not there'), name=picture[1])
    return say(KINDS[what]) if what in KINDS else what


_PICTURE = re.compile(r"picture named (.*)")
_HEADING = re.compile(r"heading of level (\d+) below level (\d+)")


def where_said(line: str, templates: Iterable[Template]) -> str | None:
    """The file and line of a template whose own words begin a line of the finished text.

    Nothing where the words come from the data, or from several pieces.
    """
    found = [
        (len(words), f"{template.file}:{number}")
        for template in templates
        for number, source in enumerate(template.text.split("\n"), 1)
        if (words := source.strip()) and line.startswith(words)
    ]
    return max(found)[1] if found else None
