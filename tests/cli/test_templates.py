"""A workspace's own templates: found, copied, compared, and rendered chapter by chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from klimatkontrakt import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Golden = Callable[[str, str], None]

ROADMAP = """\
actions:
- id: buss
  title: Elbussar
  status: in_progress
"""
CHAPTER = "templates/2025/chapters"


def chapter(text: str, heading: str) -> str:
    """The text under a heading, up to the next chapter."""
    return text.partition(f"{heading}\n\n")[2].partition("\n\n### ")[0]


def said(root: Path, ran: Ran) -> str:
    return f"{ran.out}--- stderr\n{ran.err}--- exit {ran.code}\n".replace(str(root), "…")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_list(kk: Callable[..., Ran], golden: Golden, language: str) -> None:
    ran = kk("templates", "list", "2025", "--lang", language)

    assert (ran.code, ran.err) == (0, "")
    golden(f"cli/templates-list-{language}.txt", ran.out)


def test_list_has_every_folder(kk: Callable[..., Ran]) -> None:
    ran = kk("templates", "list")

    assert (ran.code, ran.err) == (0, "")
    assert [name for name in ran.out.split("\n") if name.startswith(("20", "letter"))] == [
        "2022  Klimatkontrakt 2030",
        "2023  Klimatkontrakt 2030",
        "2025  Klimatkontrakt 2030",
        "letter_of_intent  Avsiktsförklaring",
    ]


def test_a_block_is_copied_changed_compared_and_rendered(
    kk: Callable[..., Ran], small: Callable[..., Path], golden: Golden
) -> None:
    root = small({"roadmap.yaml": ROADMAP})
    before = kk("render", "påhittköping", folder=root).out
    ran = kk("templates", "copy", "2025/roadmap", "--block", "actions", folder=root)
    path = root / CHAPTER / "roadmap.md.j2"
    copied = path.read_text(encoding="utf-8")

    assert (ran.code, ran.out, ran.err) == (0, "", f"skrev {CHAPTER}/roadmap.md.j2\n")
    golden("templates/copy-block.txt", copied.replace(f"kk {__version__}", "kk …"))
    assert kk("render", "påhittköping", folder=root).out == before

    same = kk("templates", "diff", folder=root).out
    path.write_text(
        copied.replace("Prioriterade insatser i omställningsportföljen", "Våra insatser"),
        encoding="utf-8",
    )
    after = kk("render", "påhittköping", folder=root)
    other = kk("templates", "diff", "2025/roadmap", folder=root)
    listed = kk("templates", "list", "2025", folder=root).out

    assert same == f"{CHAPTER}/roadmap.md.j2 är likadan som kk:s egen\n"
    assert (after.code, chapter(after.out, "### 5.2 Klimatfärdplan 2030")) == (
        0,
        "#### Våra insatser\n\n##### Elbussar\n\n"
        "Insatsen pågår. Kontraktet beskriver inte insatsen närmare.",
    )
    assert other.code == 0
    golden("templates/diff.txt", other.out)
    row = next(line for line in listed.split("\n") if "roadmap" in line)
    assert " ".join(row.split()) == (
        f"5.2 roadmap {CHAPTER}/roadmap.md.j2 priorities, actions* Klimatfärdplan 2030"
    )
    assert "* eget block; resten av den mallen är kk:s\n" in listed


def test_a_block_keeps_what_ships_with_super(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    own = (
        '{% extends "kk:roadmap" %}\n{% block actions %}\n'
        "Här står först ord med en *stjärna*.\n\n{{ super() }}\n{% endblock %}\n"
    )
    root = small({"roadmap.yaml": ROADMAP, f"{CHAPTER}/roadmap.md.j2": own})

    assert chapter(kk("render", "påhittköping", folder=root).out, "Klimatfärdplan 2030") == (
        "Här står först ord med en *stjärna*.\n\n"
        "#### Prioriterade insatser i omställningsportföljen\n\n##### Elbussar\n\n"
        "Insatsen pågår. Kontraktet beskriver inte insatsen närmare."
    )


def test_a_version_to_come_takes_over_own_templates_of_the_one_before(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    """The outline of 2026 extends that of 2025: its chapters, own ones first, and kk's by name."""
    files = {
        "commitments/shared/2026.yaml": "version: 2026\nlabel: 2026/27\n"
        "parties:\n- {id: vc, kind: programme, legal_name: Viable Cities, short_name: VC}\n",
        "commitments/pahittkoping/2026/contract.yaml": 'municipality: "9999"\nkind: contract\n'
        "record: partial\nwording: summary\nstatus: draft\n",
        "templates/2026/outline.yaml": "version: 2026\nextends: 2025\ntitle: Kontrakt\n"
        "chapters:\n- slug: parties\n  title: Parter\n- slug: ours\n  title: Eget\n"
        "- slug: both\n  title: Båda\n",
        f"{CHAPTER}/parties.md.j2": '{% extends "kk:parties" %}'
        "{% block parties %}\nVåra parter.\n{% endblock %}",
        "templates/2026/chapters/ours.md.j2": "{% block signatures %}Ingen.{% endblock %}",
        "templates/2026/chapters/both.md.j2": '{% extends "2025:parties" %}'
        "{% block parties %}\n{{ super() }}\n\nOch fler.\n{% endblock %}",
    }
    root = small(files)
    ran = kk("render", "påhittköping", "2026", folder=root)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.partition("## 1")[2] == (
        " Parter\n\nVåra parter.\n\n## 2 Eget\n\nIngen.\n\n"
        "## 3 Båda\n\nVåra parter.\n\nOch fler.\n\n" + ran.out.partition("Och fler.\n\n")[2]
    )


def test_a_whole_version_is_copied_with_its_outline(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    root = small({"roadmap.yaml": ROADMAP})
    before = kk("render", "påhittköping", folder=root).out
    ran = kk("templates", "copy", "2025/26", folder=root)
    made = sorted(path.name for path in (root / "templates").rglob("*.*"))

    assert (ran.code, ran.err.count("\n"), len(made)) == (0, len(made), len(made))
    assert {"outline.yaml", "roadmap.md.j2", "action.md.j2", "milestones.md.j2"} <= set(made)
    assert kk("render", "påhittköping", folder=root).out == before
    assert {
        line.partition("/")[2].partition(" ")[2]
        for line in kk("templates", "diff", "2025", folder=root).out.splitlines()
    } == {"är likadan som kk:s egen"}
    assert "kk:" not in kk("templates", "list", "2025", folder=root).out


def test_a_template_that_chapters_share_is_said_to_be_so(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    ran = kk("templates", "copy", "2025", "governance", folder=small())

    assert (ran.code, ran.err) == (
        0,
        f"skrev {CHAPTER}/promise.md.j2\nnotis: 10 kapitel använder den här mallen\n",
    )


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("alone", []),
        ("no-such-command", ["lits"]),
        ("exists", ["copy", "2025/parties"]),
        ("no-such-version", ["copy", "2024/parties"]),
        ("no-such-template", ["copy", "2025/rodmap"]),
        ("nothing-like-it", ["diff", "2025", "xyzåäö"]),
        ("no-such-block", ["copy", "2025/roadmap", "--block", "action"]),
        ("nothing-like-the-block", ["copy", "2025/roadmap", "--block", "xyzåäö"]),
        ("without-blocks", ["copy", "extracts/contact", "--block", "text"]),
        ("block-of-nothing", ["copy", "2025", "--block", "text"]),
        ("only-here", ["copy", "2025/parter"]),
        ("missing", ["copy"]),
        ("outside", ["list", "../commitments"]),
    ],
)
def test_wrong_usage(
    kk: Callable[..., Ran],
    small: Callable[..., Path],
    golden: Golden,
    name: str,
    arguments: list[str],
    language: str,
) -> None:
    root = small({f"{CHAPTER}/parties.md.j2": "P", f"{CHAPTER}/parter.md.j2": "P"})
    ran = kk("templates", *arguments, folder=root, KK_LANG=language)

    golden(f"cli/wrong/templates-{name}-{language}.txt", said(root, ran))


def test_what_no_chapter_uses_is_pointed_out(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    files = {f"{CHAPTER}/rodmap.md.j2": "R", f"{CHAPTER}/xyzxyz.md.j2": "X"}
    root = small(files)

    assert kk("templates", "list", "2025", folder=root).out.endswith(
        f"\n\n{CHAPTER}/rodmap.md.j2 används inte av något kapitel; menade du ”roadmap”?\n"
        f"\n{CHAPTER}/xyzxyz.md.j2 används inte av något kapitel\n"
    )
    assert kk("templates", "diff", folder=root).out == (
        f"{CHAPTER}/rodmap.md.j2 finns bara här; kk har ingen med det namnet\n"
        f"{CHAPTER}/xyzxyz.md.j2 finns bara här; kk har ingen med det namnet\n"
    )
    assert kk("templates", "diff", folder=small({})).code == 0


@pytest.mark.parametrize(
    ("name", "said", "remedy"),
    [
        ("actons", "; menade du ”actions”?", "menade du ”actions”?"),
        (
            "xyzxyz",
            ", för mallen som den bygger på har inget sådant block",
            "välj något av priorities, actions",
        ),
    ],
)
def test_a_block_that_nothing_shows_is_pointed_out(
    kk: Callable[..., Ran], small: Callable[..., Path], name: str, said: str, remedy: str
) -> None:
    file = f"{CHAPTER}/roadmap.md.j2"
    own = f'{{% extends "kk:roadmap" %}}\n\n{{% block {name} %}}\nVårt.\n{{% endblock %}}\n'
    root = small({"roadmap.yaml": ROADMAP, file: own})
    ran = kk("render", "påhittköping", folder=root)
    listed = kk("templates", "list", "2025", folder=root).out

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"kk: mallen {file}:3 går inte att använda: mallen kk:roadmap har inget block ”{name}”\n"
        f"    {remedy}\n",
    )
    assert listed.endswith(f"\n\n{file}: blocket ”{name}” visas inte{said}\n")
    row = next(line for line in listed.split("\n") if " roadmap " in line)
    assert " ".join(row.split()) == f"5.2 roadmap {file} priorities, actions Klimatfärdplan 2030"
    assert kk("templates", "diff", folder=root).out == (
        f"{file}: blocket ”{name}” visas inte{said}\n"
    )


def test_a_block_inside_another_may_have_any_name(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    own = (
        '{% extends "kk:roadmap" %}{% block actions %}\nFörst.\n{% block ours %}\n'
        "Vårt.\n{% endblock %}\n{% endblock %}\n"
    )
    root = small({"roadmap.yaml": ROADMAP, f"{CHAPTER}/roadmap.md.j2": own})
    ran = kk("render", "påhittköping", folder=root)

    assert (ran.code, chapter(ran.out, "Klimatfärdplan 2030")) == (0, "Först. Vårt.")


def test_a_numbered_list_stays_a_list(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    own = (
        "Vi gör så här:\n1. Planerar till\n   hösten 2029 eller\n   2030. Sedan\n2. bygger.\n"
        "2. Allt ska vara klart år\n2031. Så är det.\n\n"
        "{% for a in roadmap.actions %}\n{{ a.title }}\n{% endfor %}\n"
    )
    data = ROADMAP.replace("Elbussar", '"Elbussar\\n1. i staden"')
    root = small({"roadmap.yaml": data, f"{CHAPTER}/roadmap.md.j2": own})
    ran = kk("render", "påhittköping", folder=root)

    assert (ran.code, chapter(ran.out, "Klimatfärdplan 2030")) == (
        0,
        "Vi gör så här:\n1. Planerar till hösten 2029 eller 2030. Sedan\n2. bygger.\n"
        "2. Allt ska vara klart år 2031. Så är det.\n\nElbussar 1\\. i staden",
    )


def test_a_folder_without_an_outline_is_listed_too(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    root = small({"templates/notiser/kort.md.j2": "{% block text %}\nKort.\n{% endblock %}\n"})

    assert kk("templates", "list", "notiser", folder=root).out == (
        "notiser\n\nNamn  Mall                          Block\n"
        "kort  templates/notiser/kort.md.j2  text\n"
    )
    assert kk("templates", "diff", "notiser/kort", folder=root).out == (
        "templates/notiser/kort.md.j2 finns bara här; kk har ingen med det namnet\n"
    )
    assert kk("templates", "copy", "notiser/kort", folder=root).err == (
        "kk: kk har ingen mall ”notiser/kort” att kopiera\n"
        "    skriv en egen i templates/notiser/kort.md.j2\n"
    )


def test_a_missing_template_is_listed_as_missing(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    outline = "title: Kontrakt\nchapters:\n- slug: okand\n  title: Okänd\n"
    root = small({"templates/2025/outline.yaml": outline})

    assert kk("templates", "list", "2025", folder=root).out == (
        "2025  Kontrakt\ndisposition: templates/2025/outline.yaml\n\n"
        "Nr  Namn   Mall    Rubrik\n1   okand  saknas  Okänd\n"
    )


@pytest.mark.parametrize("name", ["pressmeddelande", "contact"])
def test_an_extract_and_a_part_of_one_are_copied_where_they_lie(
    kk: Callable[..., Ran], small: Callable[..., Path], name: str
) -> None:
    root = small()
    words = ("render", "påhittköping", "--extract", "pressmeddelande")
    before = kk(*words, folder=root).out
    file = {"contact": "chapters/contact"}.get(name, name)
    ran = kk("templates", "copy", f"extracts/{name}", folder=root)

    assert (ran.code, ran.err) == (0, f"skrev templates/extracts/{file}.md.j2\n")
    assert kk(*words, folder=root).out == before != ""
    assert kk("templates", "diff", "extracts", folder=root).out == (
        f"templates/extracts/{file}.md.j2 är likadan som kk:s egen\n"
    )


def test_no_own_templates(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    assert kk("templates", "diff", folder=small()).out == "här finns inga egna mallar\n"


def test_copying_needs_a_workspace(kk: Callable[..., Ran], tmp_path: Path) -> None:
    assert kk("templates", "copy", "2025", folder=tmp_path).code == 2
