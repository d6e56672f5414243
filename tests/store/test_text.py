"""Bytes → text: what is let through, and what is refused with its place."""

from __future__ import annotations

import pytest

from klimatkontrakt.store.text import MAX_BYTES, read_text


def refused(data: bytes) -> list[tuple[str, int, int]]:
    text, found = read_text(data)
    assert text is None
    return [(fault.entry.code, fault.span.line, fault.span.column) for fault in found]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a: b\n", "a: b\n"),
        (b"a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        ("å: ä\u0301\u00a0ö 😀\n".encode(), "å: ä\u0301\u00a0ö 😀\n"),
        (b"x" * MAX_BYTES, "x" * MAX_BYTES),
    ],
    ids=["empty", "plain", "Windows line breaks", "all letters", "the largest"],
)
def test_text_that_is_let_through(data: bytes, text: str) -> None:
    assert read_text(data) == (text, [])


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"x" * (MAX_BYTES + 1), [("KK109", 1, 1)]),
        (b"\xef\xbb\xbfa: b\n", [("KK104", 1, 1)]),
        (b"a: b\nc: \xe5\n", [("KK101", 2, 4)]),
        ("åäö: ".encode() + b"\xff", [("KK101", 1, 6)]),
        (b"a:\tb\n\tc\n", [("KK103", 1, 3), ("KK103", 2, 1)]),
        (b"a: b\rc: d\n", [("KK102", 1, 5)]),
        (b"a: b\r", [("KK102", 1, 5)]),
        (b"a\x00b\x01\tc\n", [("KK102", 1, 2)]),
        ("å\u2028ä\n\ufffe\n\u007f".encode(), [("KK102", 1, 2), ("KK102", 2, 1), ("KK102", 3, 1)]),
    ],
    ids=lambda value: "" if isinstance(value, list) else repr(value[:12]),
)
def test_text_that_is_refused(data: bytes, found: list[tuple[str, int, int]]) -> None:
    assert refused(data) == found
