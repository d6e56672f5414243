"""Files laid over a tree are seen as if they were there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.store.tree import Folder, Laid

if TYPE_CHECKING:
    from pathlib import Path


def test_laid_files_stand_beside_and_before_those_below(tmp_path: Path) -> None:
    (tmp_path / "a" / "gammal").mkdir(parents=True)
    (tmp_path / "a" / "x.yaml").write_bytes(b"under")
    (tmp_path / "a" / "y.yaml").write_bytes(b"under")
    tree = Laid(Folder(tmp_path), {"a/x.yaml": b"laid", "a/ny/z.yaml": b"laid"})

    assert tree.folders("a") == ["gammal", "ny"]
    assert tree.files("a") == ["x.yaml", "y.yaml"]
    assert tree.files("a/ny") == ["z.yaml"]
    assert [tree.read(f"a/{name}") for name in ("x.yaml", "y.yaml", "q.yaml")] == [
        b"laid",
        b"under",
        None,
    ]
    assert list(tmp_path.rglob("z.yaml")) == []
