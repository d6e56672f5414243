"""``python -m klimatkontrakt`` is ``kk``."""

from klimatkontrakt.cli.door import main

if __name__ == "__main__":
    main()
