"""One value as it is written in YAML, so that it is read back as the same."""

from __future__ import annotations

import json
import re

from klimatkontrakt.store.yaml12 import plain, reads_differently

_PLAIN = re.compile(r"[^\W_](?:[\w%/.+-]|:(?=\w))*(?: [\w%/.+-]+)*").fullmatch
"""Nothing that YAML has a meaning for, in brackets and outside them."""


def as_yaml(value: str | int) -> str:
    """The value as YAML: plain where that is safe, else in straight double quotes."""
    if isinstance(value, int):
        return str(value)
    safe = _PLAIN(value) and plain(value) == value and not reads_differently(value)
    return value if safe else json.dumps(value, ensure_ascii=False)


def without_typographic_quotes(text: str) -> str | None:
    """What stands between quotes that Word has made typographic; ``None`` if nothing does."""
    found = re.fullmatch(r"[”“„»«’‘‚](.+?)[”“»«’‘]", text.strip())
    return found[1].strip() if found else None
