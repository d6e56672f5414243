"""The fixed words have three homes, for three kinds of sentences; what they share stays alike.

``exporters/_hover.py`` explains a word in an editor, ``document/words.py`` has it in a contract's
sentences, and ``diagnostics/terms.py`` in what is said of a fault, in either language.
"""

from __future__ import annotations

import pytest

from klimatkontrakt.diagnostics.terms import TERMS
from klimatkontrakt.document import words
from klimatkontrakt.exporters._hover import WORDS, meaning

SHARED = {
    ("Action", "fields"): words.FIELDS,
    ("Effect", "kind"): words.EFFECTS,
    ("Effect", "certainty"): words.CERTAINTIES,
    ("Effect", "against"): words.AGAINST,
    ("Effect", "per"): words.PERIODS,
    ("Cost", "kind"): words.COSTS,
    ("Cost", "per"): words.PERIODS,
    ("Goal", "measure"): words.MEASURES,
}


@pytest.mark.parametrize("field", SHARED, ids=".".join)
def test_a_word_is_explained_as_the_document_writes_it(field: tuple[str, str]) -> None:
    written = {word: swedish for word, swedish in SHARED[field].items() if swedish}

    assert {word: meaning(*field, word) for word in written} == written


def test_only_fixed_words_of_the_model_have_a_name_in_messages() -> None:
    assert TERMS.keys() - WORDS.keys() == set()
