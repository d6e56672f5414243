"""Swedish is complete, and what the program reads is what stands in the text."""

from __future__ import annotations

import re

import catalog


def forms(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def test_every_message_of_the_source_stands_in_the_catalogue() -> None:
    source = {message.id for message in catalog.source() if message.id}
    kept = {message.id for message in catalog.swedish() if message.id}

    assert kept == source


def test_every_message_is_translated_with_the_same_names() -> None:
    wrong = [
        message.id
        for message in catalog.swedish()
        if message.id
        and any(
            set(re.findall(r"{\w+}", text)) != set(re.findall(r"{\w+}", forms(message.id)[-1]))
            for text in forms(message.string)
        )
    ]
    untranslated = [m.id for m in catalog.swedish() if m.id and not all(forms(m.string))]

    assert (wrong, untranslated) == ([], [])


def test_the_compiled_catalogue_equals_the_text() -> None:
    assert catalog.MO.read_bytes() == catalog.compiled(catalog.swedish())


def test_the_text_is_kept_sorted_and_without_dates() -> None:
    assert catalog.PO.read_bytes() == catalog.as_po(catalog.swedish())
