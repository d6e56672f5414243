"""Contract + outline + templates → document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document import words
from klimatkontrakt.document.cover import cover_of, extract_notice, notice_of, subtitle_of
from klimatkontrakt.document.dialect import OutsideDialectError, read_blocks
from klimatkontrakt.document.document import Document, DocumentChapter, Subheading, plain
from klimatkontrakt.document.extract_view import extract_view
from klimatkontrakt.document.markdown import escape, flow
from klimatkontrakt.document.numbering import Numbering
from klimatkontrakt.document.pictures._picture import picture_names
from klimatkontrakt.document.sandbox import Sandbox
from klimatkontrakt.document.swedish import unbroken
from klimatkontrakt.document.template_fault import said_of, where_said
from klimatkontrakt.document.traced import traced
from klimatkontrakt.document.view import contract_view
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.known import is_known
from klimatkontrakt.model.outline import Chapter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from klimatkontrakt.document.document import Block
    from klimatkontrakt.document.extract_view import Beside
    from klimatkontrakt.document.pictures._picture import Illustration
    from klimatkontrakt.document.sandbox import TemplateOf
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.outline import Outline


def compose(  # noqa: PLR0913  what a document is made of are different things
    contract: Contract,
    outline: Outline,
    template_of: TemplateOf,
    place_of: Callable[[str], str],
    *,
    illustrations: Sequence[Illustration] = (),
    draft: bool = False,
) -> Document:
    """The whole contract in words.

    ``template_of`` gives a chapter's template by its name, ``place_of`` a municipality's name by
    its code; ``illustrations`` are the pictures that chapters may show, with what goes with them;
    ``draft`` says UTKAST whatever the contract's status.

    Raises:
        Failure: a template is missing or broken.
    """
    view = contract_view(contract, outline, place_of)
    composer = _Composer(contract, template_of, view, illustrations)
    chapters = tuple(composer.chapters(outline.chapters))
    cover = cover_of(contract, view["municipality"]["name"], draft=draft)
    return Document(
        title=outline.title,
        subtitle=subtitle_of(contract, cover),
        notice=notice_of(contract, view, draft=draft),
        chapters=chapters,
        cover=cover,
    )


def compose_extract(  # noqa: PLR0913  what of, in which words and beside what are different things
    contract: Contract,
    outline: Outline,
    template_of: TemplateOf,
    place_of: Callable[[str], str],
    beside: Beside,
    *,
    name: str,
    illustrations: Sequence[Illustration] = (),
    draft: bool = False,
) -> Document:
    """One extract: the template's first line is the title, and the rest one text below it.

    ``beside`` is what it tells besides the contract; the rest is as :func:`compose` has it.

    Raises:
        Failure: the template is missing or broken.
    """
    view = extract_view(contract, outline, place_of, beside)
    composer = _Composer(contract, template_of, view, illustrations)
    title, text = composer.letter(name)
    cover = cover_of(contract, view["municipality"]["name"], draft=draft)
    return Document(
        title=title,
        subtitle=subtitle_of(contract, cover),
        notice=extract_notice(contract, draft=draft),
        chapters=(text,),
        cover=cover,
        short=True,
    )


class _Composer:
    def __init__(
        self,
        contract: Contract,
        template_of: TemplateOf,
        view: Mapping[str, Any],
        illustrations: Sequence[Illustration],
    ) -> None:
        pictures = {item.name: item.picture for item in illustrations}
        self._contract = contract
        self._numbering = Numbering(pictures, picture_names())
        self._sandbox = Sandbox(template_of, self._numbering.functions())
        self._svg = {picture.name: picture.svg for picture in pictures.values()}
        drawn = [item.view() for item in illustrations]
        self._view = traced({**view, "illustrations": drawn})
        self._own_slugs = {s.chapter for s in contract.head.sections if s.is_own_chapter}
        self._titles = {s.chapter: s.title for s in contract.head.sections if s.title}

    def chapters(self, chapters: tuple[Chapter, ...]) -> Iterator[DocumentChapter]:
        """All chapters in order, numbered by their place, but those with nothing to be for."""
        held = {"signatories": self._view["signatories"], "pictures": self._svg}
        chapters = tuple(item for item in chapters if not item.only_with or held[item.only_with])
        bodies = self._with_own([chapter for chapter in chapters if not chapter.appendix])
        yield from self._numbered(bodies, "", 1)
        appendices = [chapter for chapter in chapters if chapter.appendix]
        for place, chapter in enumerate(appendices, 1):
            yield from self._chapter(chapter, f"Bilaga {place}", 1)

    def letter(self, name: str) -> tuple[str, DocumentChapter]:
        """The title and the text of an extract."""
        # The name is that of a file, and need not be one that an outline could have.
        chapter = Chapter.model_construct(slug=name, title=name)
        first, _, body = flow(self._write(chapter)).partition("\n\n")
        if not first.startswith("# ") or "\n" in first:
            message = say(N_("the extract {file} has no title"), file=f"{name}.md.j2")
            raise Failure(message, say(N_("let its first line be # and the title")))
        titles = self._blocks(chapter, first, -1)
        title = "".join(plain(item.parts) for item in titles if isinstance(item, Subheading))
        body = "\n\n".join([*filter(None, [body]), *self._numbering.take_notes()])
        blocks = self._blocks(chapter, body, 0)
        return title, DocumentChapter(name, "", "", 0, unbroken(body), blocks)

    def _write(self, chapter: Chapter) -> str:
        name = chapter.template or chapter.slug
        return self._sandbox.write(name, {**self._view, "chapter": chapter.slug})

    def _numbered(
        self, chapters: list[Chapter], prefix: str, level: int
    ) -> Iterator[DocumentChapter]:
        place = 0
        for chapter in chapters:
            place += chapter.numbered
            yield from self._chapter(chapter, f"{prefix}{place}" if chapter.numbered else "", level)

    def _chapter(self, chapter: Chapter, number_: str, level: int) -> Iterator[DocumentChapter]:
        title = self._titles.get(chapter.slug, chapter.title)
        body = "\n\n".join([*filter(None, [self._body(chapter)]), *self._numbering.take_notes()])
        blocks = self._blocks(chapter, body, level)
        yield DocumentChapter(chapter.slug, number_, title, level, unbroken(body), blocks)
        below = self._with_own(list(chapter.chapters))
        yield from self._numbered(below, f"{number_}.", level + 1)

    def _with_own(self, chapters: list[Chapter]) -> list[Chapter]:
        """The chapters with the municipality's own put in where they say they stand."""
        found: list[Chapter] = []
        for chapter in chapters:
            found.append(chapter)
            for place in (chapter.slug, *chapter.parts):
                found += self._following(place)
        return found

    def _following(self, slug: str) -> Iterator[Chapter]:
        for section in self._contract.head.sections:
            if section.after == slug and section.title is not None:
                yield Chapter(slug=section.chapter, title=section.title, party="municipality")
                yield from self._following(section.chapter)

    def _body(self, chapter: Chapter) -> str:
        sections = self._view["sections"]
        own = [str(escape(paragraph)) for paragraph in sections[chapter.slug]]
        if chapter.slug in self._own_slugs:
            return "\n\n".join(own) or words.UNTOLD[self._contract.head.record]
        parts = any(sections[slug] for slug in chapter.parts)
        if chapter.needs and not (own or parts or _holds(self._contract, chapter.needs)):
            absent = words.ABSENT[self._contract.head.record]
            return absent.format(needs=chapter.needs_name or chapter.title)
        rendered = self._write(chapter)
        return "\n\n".join(part for part in (flow(rendered), *own) if part)

    def _blocks(self, chapter: Chapter, body: str, level: int) -> tuple[Block, ...]:
        try:
            return read_blocks(unbroken(body), level, self._svg)
        except OutsideDialectError as error:
            message = say(
                N_("the text of the chapter {title} holds something that kk cannot show: {what}"),
                title=chapter.title,
                what=said_of(error.what),
            )
            line = body.split("\n")[error.line - 1]
            name = f"{chapter.template or chapter.slug}.md.j2"
            file = where_said(line, self._sandbox.loaded.values()) or name
            remedy = say(
                N_("use paragraphs, lists, headings, links, tables and pictures only, in {file}"),
                file=file,
            )
            if error.what.startswith("table"):
                example = "{{ table(rubrik, huvud, rader) }}"
                remedy = say(N_("write it as {example}, in {file}"), example=example, file=file)
            raise Failure(message, remedy) from None


def _holds(contract: Contract, need: str) -> bool:
    """Whether the contract has what a chapter needs."""
    head, roadmap, plan = contract.head, contract.roadmap, contract.investment
    match need:
        case "motivation":
            return is_known(head.motivation)
        case "links":
            return bool(head.links)
        case "goals":
            return bool(contract.goals.goals)
        case "roadmap":
            return bool(roadmap.priorities or roadmap.efforts or roadmap.actions)
        case "investment":
            held = (plan.text, plan.milestones, plan.needs, plan.instruments, plan.items)
            return plan.plan_state != "unknown" or any(held)
        case _:
            chosen = contract.commitments
            return bool(chosen.shared_commitments or chosen.cooperation_areas)
