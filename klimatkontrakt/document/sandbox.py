"""Jinja as templates get it: a small language, plain data, and an end to everything.

Jinja's own sandbox keeps templates from Python's insides, and says itself that it does not keep
them from using up time and memory. So each piece of a template pays for what it does: a loop for
every turn, a block or macro each time it is entered, a value for its size. What is paid follows the
template alone, never the clock, so the same template ends in the same way on every machine.
"""

from __future__ import annotations

from functools import wraps
from types import GeneratorType
from typing import TYPE_CHECKING, Any, cast

from jinja2 import FunctionLoader, Undefined
from jinja2.compiler import CodeGenerator
from jinja2.runtime import LoopContext, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.grammar import examine, paying, refuse_lost
from klimatkontrakt.document.language import LOOP, OWN_FUNCTIONS, filters, predicates
from klimatkontrakt.document.markdown import Markdown, escape
from klimatkontrakt.document.template_fault import FAULTS, failure
from klimatkontrakt.document.template_values import (
    LARGEST,
    join,
    named,
    size,
    text,
    too_large,
    too_long,
)
from klimatkontrakt.document.traced import Missing, TemplateFault, refuse_missing
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jinja2 import nodes
    from jinja2.runtime import Context

    from klimatkontrakt.model.template import Template

    TemplateOf = Callable[[str], Template | None]

STEPS = 300_000
"""What all templates of a document may do together; Luleå's contract of 2025 needs 9 000."""
LARGEST_FILE = 50_000
"""Characters in one template; the longest that ships has 4 000."""
OUTPUT = 2_000_000
"""Characters of all texts together."""
LETTERS_A_STEP = 10
NUMBERS = frozenset({"-", "*", "/", "//", "%"})
"""Operators that only numbers have here; ``+`` also joins texts and lists."""


class Sandbox(ImmutableSandboxedEnvironment):
    """One document's templates. They pay from one purse, so a new document needs a new sandbox."""

    intercepted_binops = NUMBERS | {"+"}

    def __init__(
        self, template_of: TemplateOf, functions: Mapping[str, Callable[..., Any]] | None = None
    ) -> None:
        super().__init__(
            loader=FunctionLoader(self._load),
            undefined=Missing,
            finalize=self.printed,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
        )
        self._template_of = template_of
        self._left = STEPS
        self._output_left = OUTPUT
        self.loaded: dict[str, Template] = {}
        """Every template so far, by the file name that Jinja knows it by."""
        charged = {name: self._paying(function) for name, function in filters().items()}
        self.filters: Any = {**charged, **paying(self)}
        self.tests: Any = predicates()
        self.globals = {**OWN_FUNCTIONS, **(functions or {})}

    def write(self, name: str, view: Mapping[str, Any]) -> str:
        """What a template says of what it is shown, as :func:`traced` gives it, in Markdown.

        Raises:
            Failure: the template is missing, broken or refused; file, line and path are named.
        """
        try:
            return self.get_template(name).render(view)
        except FAULTS as error:
            raise failure(error, name, self.loaded, {*view, *self.globals}) from None

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = self._template_of(name)
        if found is None:
            return None
        file = found.file if found.own else f"kk:{found.file}"
        self.loaded[file] = found
        if len(found.text) > LARGEST_FILE:
            raise TemplateFault(say(N_("the file is too large")), at=(file, 1))
        refuse_lost(found.text, file, self._text)
        return found.text, file, lambda: True

    def _text(self, name: str) -> str | None:
        found = self._template_of(name)
        return found.text if found else None

    def spend(self, steps: int) -> None:
        """Pay for something.

        Raises:
            TemplateFault: nothing is left to pay with.
        """
        self._left -= steps
        if self._left < 0:
            remedy = say(N_("see whether something goes round in it, or goes through far too much"))
            raise TemplateFault(say(N_("it never gets done")), remedy)

    def turns(self, values: Any, weight: int) -> list[Any]:  # noqa: ANN401  what a template names
        """What a loop goes through, paid for whole before it begins."""
        refuse_missing(values)
        if isinstance(values, str | int | float | None):
            said = say(N_("{what} is no list, so it cannot be gone through"), what=named(values))
            raise TemplateFault(said)
        found = list(values)
        self.spend(len(found) * weight)
        return found

    def made(self, value: Any) -> Any:  # noqa: ANN401  as above
        """A value that a template made, paid for by its size.

        Raises:
            TemplateFault: it is too large.
        """
        if too_large(value):
            raise TemplateFault(say(N_("a number becomes too large")))
        length = size(value)
        self.spend(length // LETTERS_A_STEP)
        if length > LARGEST:
            raise too_long()
        return value

    def printed(self, value: object) -> Markdown:
        """What ``{{ … }}`` leaves behind: texts and numbers, nothing else.

        Raises:
            TemplateFault: it is neither.
        """
        if type(value) is Undefined:
            return Markdown()  # ``{{ a if b }}`` where b is not so
        return escape(text(value))

    def concat(self, parts: Iterable[str]) -> Markdown:
        """The pieces of a text, which are Markdown already, as one.

        Raises:
            TemplateFault: the text is longer than any contract.
        """
        kept = []
        for part in parts:
            self._output_left -= len(part)
            if self._output_left < 0:
                raise too_long()
            kept.append(part)
        return Markdown("".join(kept))

    def join_words(self, *values: object) -> str:
        """``a ~ b``, which is Markdown if any of them is."""
        found: str = self.made(join(values))
        return found

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401  as Jinja declares it
        """A field, or an item by its number: never a method or anything else of Python's."""
        refuse_missing(obj)
        if isinstance(obj, LoopContext) and argument in LOOP:
            return getattr(obj, argument)
        if isinstance(obj, dict | list | tuple | str):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                pass
        return self.undefined(obj=obj, name=argument)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  as above
        """The same: ``goal.label`` is ``goal["label"]``."""
        return self.getitem(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  as above
        """A function that templates have, a macro of their own, or ``super``."""
        for value in (obj, *args, *kwargs.values()):
            refuse_missing(value)
        if not callable(obj) or isinstance(obj, LoopContext | TemplateReference):
            said = say(N_("{what} is no function, so it cannot be used as one"), what=named(obj))
            raise TemplateFault(said)
        self.spend(size([*args, *kwargs.values()]) // LETTERS_A_STEP)
        return self.made(super().call(context, obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401  as Jinja declares it
        """Arithmetic with numbers; texts with texts and lists with lists by ``+``."""
        for value in (left, right):
            refuse_missing(value)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.join_words(left, right)
        both_lists = isinstance(left, list) and isinstance(right, list)
        both_numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if both_numbers or (operator == "+" and both_lists):
            return self.made(super().call_binop(context, operator, left, right))
        names = {"left": named(left), "right": named(right), "operator": operator}
        raise TemplateFault(say(N_('"{operator}" cannot be used with {left} and {right}'), **names))

    def _paying(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that pays by the size of what it is given."""
        place = 1 if hasattr(function, "jinja_pass_arg") else 0

        @wraps(function)
        def pay(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401  any filter
            self.spend(size(arguments[place]) // LETTERS_A_STEP)
            if function.__name__ != "do_default":
                for given in (*arguments, *named.values()):
                    refuse_missing(given)
            found = function(*arguments, **named)
            return self.made(list(found) if isinstance(found, GeneratorType) else found)

        return pay


class _Generator(CodeGenerator):
    """Jinja's compiler, for templates that have been examined and made to pay."""

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:  # noqa: ANN401, N802  as Jinja has it
        examine(node, cast("Sandbox", self.environment), self.filename or "")
        super().visit_Template(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Any) -> None:  # noqa: ANN401, N802  as above
        self.write("environment.join_words(")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")")

    def visit_List(self, node: nodes.List, frame: Any) -> None:  # noqa: ANN401, N802  as above
        self._made(super().visit_List, node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Any) -> None:  # noqa: ANN401, N802  as above
        self._made(super().visit_Dict, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Any) -> None:  # noqa: ANN401, N802  as above
        if node.ctx == "load":
            self._made(super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def _made(self, visit: Callable[..., None], node: nodes.Expr, frame: Any) -> None:  # noqa: ANN401  as above
        self.write("environment.made(")
        visit(node, frame)
        self.write(")")


Sandbox.code_generator_class = _Generator
