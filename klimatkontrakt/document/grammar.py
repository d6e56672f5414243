"""A parsed template: refused where it uses what templates may not, and made to pay as it goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import nodes, pass_context

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.document.blocks import extended, lost
from klimatkontrakt.document.dialect import SCHEMES
from klimatkontrakt.document.language import FILTERS, TESTS
from klimatkontrakt.document.template_values import too_large
from klimatkontrakt.document.traced import TemplateFault
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.document.sandbox import Sandbox

ALLOWED: frozenset[type[nodes.Node]] = frozenset(
    {
        *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const),
        *(nodes.If, nodes.For, nodes.Macro, nodes.Assign, nodes.AssignBlock, nodes.With),
        *(nodes.Extends, nodes.Block, nodes.Include),
        *(nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword, nodes.Slice),
        *(nodes.Getattr, nodes.Getitem, nodes.Call, nodes.Filter, nodes.Test, nodes.CondExpr),
        *(nodes.Concat, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod),
        *(nodes.Neg, nodes.Pos, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand),
    }
)
WRITTEN: dict[type[nodes.Node], str] = {
    nodes.CallBlock: "{% call %}",
    nodes.FilterBlock: "{% filter %}",
    nodes.FromImport: "{% from %}",
    nodes.Import: "{% import %}",
    nodes.NSRef: "namespace",
    nodes.Pow: "**",
    nodes.Scope: "{% autoescape %}",
}
"""What else a template of plain Jinja can hold, as it is written there."""
WEIGHTS: dict[type[nodes.Node], int] = {
    nodes.Call: 10,
    nodes.Compare: 100,
    nodes.Filter: 10,
    nodes.Slice: 50,
    nodes.Test: 10,
}
"""Steps of what takes longer than a step where texts are long."""
TO_COMPILE = 5
"""Steps that it takes to make a piece ready to run."""
_LINK = re.compile(r"(!\[[^\[\]]*)?\]\(<?([^\s<>()]+)(?=[)>]|\s+[\"'(]|\()")
ENTER, TURNS = "enter a body", "turns of a loop"
"""Names that no template can write."""


def examine(template: nodes.Template, sandbox: Sandbox, file: str) -> None:
    """Refuse what templates may not use, and have every body pay when it is entered.

    Raises:
        TemplateFault: something is refused; it is named.
    """
    found = [template, *template.find_all(nodes.Node)]
    for node in found:
        _refuse(node, (file, node.lineno or 1))
    sandbox.spend(len(found) * TO_COMPILE)
    for node in found:
        match node:
            case nodes.For():
                again = [*node.body, *([node.test] if node.test else [])]
                weight = nodes.Const(_weight(again) + 1)
                node.iter = nodes.Filter(node.iter, TURNS, [weight], [], None, None)
            case nodes.Template() | nodes.Macro() | nodes.Block():
                weight = nodes.Const(_weight(node.body))
                pay = nodes.Filter(weight, ENTER, [], [], None, None)
                node.body.insert(0, nodes.ExprStmt(pay, lineno=node.lineno or 1))
    template.set_environment(sandbox)


def refuse_lost(text: str, file: str, below: Callable[[str], str | None]) -> None:
    """Refuse a block that nothing shows, since what the template extends has none of its name.

    ``below`` gives the text of a template by its name.

    Raises:
        TemplateFault: there is one; its line is named.
    """
    unshown, known = lost(text, below)
    for block in unshown:
        line = text.count("\n", 0, text.rindex("{%", 0, block.start)) + 1
        names = {"name": extended(text), "block": block.name}
        said = say(N_('the template {name} has no block "{block}"'), **names)
        whole = say(N_("it has no blocks, so copy the whole of it"))
        raise TemplateFault(said, _nearest(block.name, known) if known else whole, at=(file, line))


def paying(sandbox: Sandbox) -> dict[str, Callable[..., Any]]:
    """The filters that :func:`examine` puts in."""

    @pass_context  # so that Jinja does not work them out once, when it compiles
    def enter(_: object, weight: int) -> None:
        sandbox.spend(weight)

    @pass_context
    def turns(_: object, values: object, weight: int) -> list[Any]:
        return sandbox.turns(values, weight)

    return {ENTER: enter, TURNS: turns}


def _weight(body: Iterable[nodes.Node]) -> int:
    """The steps of one time through; what is inside another body pays there."""
    total = 0
    for node in body:
        total += WEIGHTS.get(type(node), 1)
        match node:
            case nodes.For():
                total += _weight([node.iter])
            case nodes.Macro() | nodes.Block():
                pass
            case _:
                total += _weight(node.iter_child_nodes())
    return total


def _refuse(node: nodes.Node, at: tuple[str, int]) -> None:
    match node:
        case nodes.Filter() if node.name not in FILTERS:
            raise TemplateFault(*no_filter(node.name), at=at)
        case nodes.Test() if node.name not in TESTS:
            raise TemplateFault(*no_test(node.name), at=at)
        case nodes.For(recursive=True):
            raise TemplateFault(_not_here("{% for … recursive %}"), at=at)
        case nodes.Const() if too_large(node.value):
            raise TemplateFault(say(N_("a number becomes too large")), at=at)
        case nodes.Name(name="self"):
            raise TemplateFault(_not_here("self"), at=at)
        case nodes.TemplateData():
            _refuse_link(node.data, at)
    if type(node) not in ALLOWED:
        word = WRITTEN.get(type(node), type(node).__name__)
        raise TemplateFault(_not_here(word), at=at)


def _refuse_link(text: str, at: tuple[str, int]) -> None:
    """An address that the template itself holds must lead somewhere; data goes through ``link``."""
    for found in _LINK.finditer(text):
        picture, address = found.groups()
        if picture or urlsplit(address).scheme.lower() in SCHEMES:
            continue
        line = at[1] + text.count("\n", 0, found.end())
        message = say(N_('"{address}" is no address that a document can lead to'), address=address)
        remedy = say(N_("begin it with https://, http:// or mailto:"))
        raise TemplateFault(message, remedy, at=(at[0], line))


def no_filter(word: str) -> tuple[Message, Message]:
    """What is said of a filter that templates have not, and of the nearest that they have."""
    return say(N_('templates have no filter "{word}"'), word=word), _nearest(word, FILTERS)


def no_test(word: str) -> tuple[Message, Message]:
    """The same of a test, as after ``is``."""
    return say(N_('templates have no test "{word}"'), word=word), _nearest(word, TESTS)


def _not_here(word: str) -> Message:
    return say(N_('"{word}" may not be used in templates'), word=word)


def _nearest(word: str, known: Iterable[str]) -> Message:
    near = nearest(word, known)
    if near:
        return say(N_('did you mean "{near}"?'), near=near)
    return say(N_("choose one of {words}"), words=", ".join(known))
