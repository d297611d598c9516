"""The stage's pages as plain SQL, asked for by name on standard input; each answer is a count of rows.

Run as a program with ``CORETECH_HOME`` set, on a stage that is filled.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

QUERIES = Path(__file__).with_name("plans_peer.sql")


def main() -> int:
    """Answer line by line until the input ends."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "coretech.config.settings"
    import_module("django").setup()
    known = queries()
    connection = import_module("django.db").connection
    connection.ensure_connection()
    for line in sys.stdin:
        many = 0
        for query in known[line.strip()]:
            with connection.connection.cursor() as cursor:
                cursor.execute(query)
                many += len(cursor.fetchall())
        sys.stdout.write(f"{many}\n")
        sys.stdout.flush()
    return 0


def queries() -> dict[str, list[str]]:
    """The statements of each page by its name."""
    parts = QUERIES.read_text(encoding="utf-8").split("-- name: ")[1:]
    named = (part.split("\n", 1) for part in parts)
    return {name.strip(): [each for each in text.split(";\n") if each.strip()] for name, text in named}


if __name__ == "__main__":
    sys.exit(main())
