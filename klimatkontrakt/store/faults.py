"""What can be wrong before a rule is asked: reading and shape, KK1xx."""

from __future__ import annotations

from klimatkontrakt.diagnostics.entry import Entry, Level
from klimatkontrakt.i18n import N_

FAULTS: dict[str, Entry] = {}

_GOAL = (
    "# goals.yaml\ngoals:\n- id: koncern-2030\n  statement: En klimatneutral kommunkoncern\n"
    "  boundary: [municipal_group]\n"
)


def _head(year: str, code: str) -> str:
    return (
        f"# commitments/lulea/{year}/contract.yaml\nmunicipality: {code}\nkind: contract\n"
        "record: partial\nwording: summary\nstatus: signed"
    )


def _fault(  # noqa: PLR0913  an entry of the catalogue has this many columns
    code: str,
    name: str,
    what: str,
    *,
    why: str,
    remedy: str,
    wrong: str,
    right: str,
    level: Level = Level.ERROR,
) -> Entry:
    entry = Entry(code, name, level, what, why, remedy, wrong, right)
    FAULTS[code] = entry
    return entry


BAD_ENCODING = _fault(
    "KK101",
    "bad-encoding",
    N_("The file is not UTF-8."),
    why=N_("letters such as å, ä and ö would be read differently on different computers"),
    remedy=N_("open the file in your editor and save it with the encoding UTF-8"),
    wrong="# contract.yaml (sparad som Windows-1252)\nmotivation: Luleå",
    right="# contract.yaml (sparad som UTF-8)\nmotivation: Luleå",
)
CONTROL_CHARACTER = _fault(
    "KK102",
    "control-character",
    N_("A character that cannot be seen stands in the text."),
    why=N_("it comes along when text is pasted from Word or a PDF, and breaks lines or files"),
    remedy=N_("delete the character and type an ordinary space or line break"),
    wrong="# contract.yaml\nmotivation: före<U+2028>efter",
    right="# contract.yaml\nmotivation: före efter",
)
TAB = _fault(
    "KK103",
    "tab",
    N_("A tab stands in the file."),
    why=N_("YAML shows what belongs together by spaces, and a tab has no fixed width"),
    remedy=N_("use spaces instead of the tab"),
    wrong="# roadmap.yaml\npriorities:\n-\ttitle: Energi",
    right="# roadmap.yaml\npriorities:\n- title: Energi",
)
BYTE_ORDER_MARK = _fault(
    "KK104",
    "byte-order-mark",
    N_("The file begins with an invisible mark (BOM)."),
    why=N_("some programs read the mark as part of the first word"),
    remedy=N_('save the file as "UTF-8", not as "UTF-8 with BOM"'),
    wrong="# contract.yaml (sparad som UTF-8 med BOM)\nmotivation: Luleå",
    right="# contract.yaml (sparad som UTF-8)\nmotivation: Luleå",
)
UNREADABLE = _fault(
    "KK105",
    "unreadable-yaml",
    N_("The file cannot be read as YAML from here."),
    why=N_("what follows could mean several things, so nothing in the file is used"),
    remedy=N_("look at the indentation, and put quotes around a text with a colon in it"),
    wrong="# contract.yaml\nmotivation: Målet: bli klimatneutral",
    right='# contract.yaml\nmotivation: "Målet: bli klimatneutral"',
)
UNCLOSED = _fault(
    "KK106",
    "unclosed",
    N_("A bracket or quote that opens here is never closed."),
    why=N_("the rest of the file is then taken as part of it"),
    remedy=N_("close it with the character that belongs to it"),
    wrong="# goals.yaml\nmethods: [koldioxidbudget, scenarier",
    right="# goals.yaml\nmethods: [koldioxidbudget, scenarier]",
)
DUPLICATE_KEY = _fault(
    "KK107",
    "duplicate-key",
    N_("A key stands twice in the same place."),
    why=N_("only one of the values could be used, and the other would be lost without a word"),
    remedy=N_("keep one of them"),
    wrong="# contract.yaml\nfocus: Energi\nfocus: Transporter",
    right="# contract.yaml\nfocus: Energi och transporter",
)
NOT_USED = _fault(
    "KK108",
    "yaml-not-used",
    N_("A part of YAML that contracts do not use: alias, anchor, tag, several documents."),
    why=N_("it hides what the file says from those who read it"),
    remedy=N_(
        "write out the value where it belongs; a text that begins with & * or ! needs quotes"
    ),
    wrong="# contract.yaml\nfocus: *energi",
    right='# contract.yaml\nfocus: "*energi"',
)
TOO_LARGE = _fault(
    "KK109",
    "too-large",
    N_("The file is too large or too deeply nested."),
    why=N_("no contract is; something else has been saved under this name"),
    remedy=N_("check that it is the right file"),
    wrong=f"# goals.yaml\ngoals: {'[' * 33}{']' * 33}",
    right="# goals.yaml\ngoals: []",
)
READ_DIFFERENTLY = _fault(
    "KK110",
    "read-differently",
    N_("A word that other YAML programs read as something else."),
    why=N_("older programs take no for false, 012 for ten and 12:30 for 750"),
    remedy=N_("put quotes around it"),
    level=Level.WARNING,
    wrong="# contract.yaml\nfocus: no",
    right='# contract.yaml\nfocus: "no"',
)
UNKNOWN_KEY = _fault(
    "KK111",
    "unknown-key",
    N_("There is no such key here."),
    why=N_("what stands under it would not reach the contract"),
    remedy=N_("correct the spelling or remove the key"),
    wrong=f"{_GOAL}  end_state: climate_neutral\n  målår: 2030",
    right=f"{_GOAL}  end_state: climate_neutral\n  target_year: 2030",
)
MISSING_KEY = _fault(
    "KK112",
    "missing-key",
    N_("A key that must be here is missing."),
    why=N_("without it the item cannot be used"),
    remedy=N_("add the key"),
    wrong=f"{_GOAL}  target_year: 2030",
    right=f"{_GOAL}  end_state: climate_neutral\n  target_year: 2030",
)
WRONG_TYPE = _fault(
    "KK113",
    "wrong-type",
    N_("The value is of the wrong kind: a number for a text, a text for a list."),
    why=N_("nothing is guessed: a guess could change what the contract says"),
    remedy=N_("write the value in the form that the key asks for"),
    wrong="# goals.yaml\nmethods: koldioxidbudget",
    right="# goals.yaml\nmethods: [koldioxidbudget]",
)
WRONG_WORD = _fault(
    "KK114",
    "wrong-word",
    N_("The value is not one of the words that may stand here."),
    why=N_("the words are fixed so that contracts can be compared"),
    remedy=N_("choose one of the words"),
    wrong=f"{_GOAL}  end_state: klimatneutral",
    right=f"{_GOAL}  end_state: climate_neutral",
)
WRONG_VALUE = _fault(
    "KK115",
    "wrong-value",
    N_("The value cannot be understood: a date, number, id or amount in another form."),
    why=N_("nothing is guessed: a guess could change what the contract says"),
    remedy=N_("write the value in the form that the key asks for"),
    wrong="# roadmap.yaml\npriorities_period: 2026 till 2030",
    right="# roadmap.yaml\npriorities_period: 2026/2030",
)
UNQUOTED_CODE = _fault(
    "KK116",
    "unquoted-code",
    N_("A municipality code or point number stands without quotes."),
    why=N_("it is then a number: 0114 loses its zero, and 1.10 becomes 1.1"),
    remedy=N_("put quotes around it"),
    wrong=_head("2025", "2580"),
    right=_head("2025", '"2580"'),
)
UNKNOWN_FILE = _fault(
    "KK117",
    "unknown-file",
    N_("A file or folder that kk does not know, so nothing in it is read."),
    why=N_("a misspelt name would make a part of the contract vanish without a word"),
    remedy=N_("correct the name, or move the file out of commitments/"),
    wrong="# goal.yaml\ngoals: []",
    right="# goals.yaml\ngoals: []",
)
UNUSED_WAIVER = _fault(
    "KK701",
    "unused-waiver",
    N_("A waiver silences nothing."),
    why=N_("a waiver that stays behind could hide the next fault of its kind"),
    remedy=N_("remove it, or correct its code and ref"),
    level=Level.WARNING,
    wrong=(
        "# waivers.yaml\nwaivers:\n- code: KK205\n  ref: decision:finns-inte\n"
        "  reason: Beslutet är uppskjutet\n  date: 2026-01-15"
    ),
    right="# waivers.yaml\nwaivers: []",
)


def _twin(code: str) -> str:
    """A register in which somebody is the twin of this one."""
    return (
        '# commitments/register.yaml\nmunicipalities:\n- code: "9999"\n  name: Påhittköping\n'
        f'  slug: pahittkoping\n  role: twin_of\n  twin_of: "{code}"\n- code: "0780"\n'
        "  role: wave_1"
    )


UNKNOWN_TWIN = _fault(
    "KK606",
    "unknown-twin",
    N_("The register names a twin that does not exist or does not take part."),
    why=N_("who cooperates with whom would be told wrongly wherever the register is used"),
    remedy=N_("correct the code, or add the other municipality to the register"),
    level=Level.WARNING,
    wrong=_twin("0078"),
    right=_twin("0780"),
)
OTHER_MUNICIPALITY = _fault(
    "KK118",
    "other-municipality",
    N_("The folder and the contract name different municipalities."),
    why=N_("the contract would be counted as somebody else's"),
    remedy=N_("correct the code or move the folder"),
    wrong=_head("2025", '"1480"'),
    right=_head("2025", '"2580"'),
)
NO_VERSION = _fault(
    "KK119",
    "no-version",
    N_("The common side of this version is missing."),
    why=N_("parties and shared commitments stand there, so the contract cannot be checked"),
    remedy=N_("add commitments/shared/<year>.yaml, or correct the year"),
    wrong=_head("2052", '"2580"'),
    right=_head("2025", '"2580"'),
)
WRONG_YEAR = _fault(
    "KK121",
    "wrong-year",
    N_("The file's name and the version in it are different years."),
    why=N_("the version would be mistaken for another"),
    remedy=N_("correct the year in the file, or the file's name"),
    wrong="# commitments/shared/2026.yaml\nversion: 2025\nlabel: 2026/27",
    right="# commitments/shared/2026.yaml\nversion: 2026\nlabel: 2026/27",
)
CUT_SHORT = _fault(
    "KK122",
    "cut-short",
    N_("A text is cut short by #, which begins a comment in YAML."),
    why=N_("what stands behind # does not reach the contract"),
    remedy=N_("put quotes around the text, or a space after # if it is a comment"),
    level=Level.WARNING,
    wrong="# contract.yaml\nfocus: Åtgärd #3 i planen",
    right='# contract.yaml\nfocus: "Åtgärd #3 i planen"',
)
NO_SUCH_DAY = _fault(
    "KK123",
    "no-such-day",
    N_("A day or month that is not in the calendar."),
    why=N_("another day would have to be guessed, and deadlines are counted from days"),
    remedy=N_("correct the day, or leave it out"),
    wrong="# contract.yaml\nsigned_on: 2025-02-30",
    right="# contract.yaml\nsigned_on: 2025-02-28",
)
NO_CONTRACT = _fault(
    "KK120",
    "no-contract",
    N_("A year's folder has no contract.yaml."),
    why=N_("without its head nobody knows whose contract it is, or whether it is signed"),
    remedy=N_("add contract.yaml, or remove the folder"),
    wrong="# commitments/lulea/2025/goals.yaml\ngoals: []",
    right=_head("2025", '"2580"'),
)
