"""``kk templates``: the commands in this folder."""

from __future__ import annotations

from klimatkontrakt.i18n import N_

HELP = N_("List, copy and compare the templates that contracts are written out by.")
EPILOG = N_(
    "What a template may use stands in docs/templates.md.  Examples:  kk templates list 2025  ·  "
    "kk templates copy 2025/parties --block signatures  ·  kk templates diff"
)
