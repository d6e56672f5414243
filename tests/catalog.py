"""The message catalogue: what the source says, and what Swedish makes of it.

``python tests/catalog.py`` brings ``klimatkontrakt.po`` up to date with the source and compiles it;
new messages stand there without translation, and a test fails until they have one.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from klimatkontrakt.app.explain import catalogue

PACKAGE = Path(__file__).parent.parent / "klimatkontrakt"
PO = PACKAGE / "data" / "locale" / "sv" / "LC_MESSAGES" / "klimatkontrakt.po"
MO = PO.with_suffix(".mo")
HEADERS = [
    ("Language", "sv"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
]


def source() -> Catalog:
    """Every message that is marked in the source, and the prose of rules, which is a docstring."""
    found = Catalog(domain="klimatkontrakt")
    keywords = {"N_": None, "NN_": (1, 2)}
    for _, _, message, _, _ in extract_from_dir(str(PACKAGE), keywords=keywords):
        found.add(message)
    for entry in catalogue():
        for text in (entry.what, entry.why, entry.remedy):
            found.add(text)
    return found


def swedish() -> Catalog:
    """The Swedish catalogue as it is kept."""
    return read_po(BytesIO(PO.read_bytes()), locale="sv", domain="klimatkontrakt")


class _Plain(Catalog):
    """A catalogue whose header names no date and no tool, so that it compiles to the same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext needs to know."""
        return HEADERS


def compiled(kept: Catalog) -> bytes:
    """What the program reads."""
    plain = _Plain(locale="sv", domain="klimatkontrakt")
    for message in kept:
        if message.id:
            plain.add(message.id, message.string)
    buffer = BytesIO()
    write_mo(buffer, plain)
    return buffer.getvalue()


def as_po(kept: Catalog) -> bytes:
    """The catalogue as text: sorted, without dates, so that a change shows what changed."""
    buffer = BytesIO()
    write_po(buffer, kept, width=100, sort_output=True, omit_header=True, no_location=True)
    header = "".join(f'"{name}: {value}\\n"\n' for name, value in HEADERS)
    return f'msgid ""\nmsgstr ""\n{header}\n'.encode() + buffer.getvalue()


def main() -> None:
    """Update the text from the source, and compile it."""
    kept = swedish() if PO.exists() else Catalog(locale="sv", domain="klimatkontrakt")
    kept.update(source(), no_fuzzy_matching=True)
    kept.obsolete.clear()
    PO.write_bytes(as_po(kept))
    MO.write_bytes(compiled(swedish()))


if __name__ == "__main__":
    main()
