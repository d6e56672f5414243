"""The entry point. What can be answered without importing anything is answered here."""

from __future__ import annotations

import sys


def main() -> None:
    """Run ``kk`` with the process's arguments and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from klimatkontrakt import __version__

        sys.stdout.write(f"kk {__version__}\n")
        sys.exit(0)
    from klimatkontrakt.cli.main import start

    sys.exit(start())
