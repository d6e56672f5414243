"""The languages ``kk`` speaks. English is the source text; every other is a gettext catalogue."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DOMAIN = "klimatkontrakt"
LOCALES = Path(__file__).parent / "data" / "locale"
LANGUAGES = ("sv", "en")
SOURCE = "en"
DEFAULT = "sv"
"""Spoken where nothing says otherwise: contracts are kept by Swedish municipalities."""

Translations = gettext.NullTranslations


def N_(text: str) -> str:  # noqa: N802  the name that message extractors know
    """Mark a text for translation; it is translated when it is shown."""
    return text


def NN_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802  as above
    """Mark a text with a form for one and a form for many."""
    return singular, plural


def translations(language: str) -> Translations:
    """The catalogue of a language; English needs none."""
    return gettext.translation(DOMAIN, LOCALES, [language], fallback=language == SOURCE)


def pick_language(wishes: tuple[str | None, ...], environment: Mapping[str, str]) -> str:
    """The first wish that ``kk`` speaks, else the locale's language, else Swedish."""
    locale = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    for wish in (*wishes, *locale):
        language = (wish or "").partition("_")[0].partition(".")[0].lower()
        if language in LANGUAGES:
            return language
    return DEFAULT
