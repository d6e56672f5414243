"""A template: a text with Jinja's marks, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Template:
    """One file under ``templates/``, of the workspace or of those that ship with kk."""

    text: str
    file: str
    """From the workspace, or from where kk's own lie: ``templates/2025/chapters/roadmap.md.j2``."""
    own: bool
    """Whether it is the workspace's."""
