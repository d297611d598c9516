"""A process that uses the embedded server: each line it reads is a statement, each line it prints the rows.

Run as ``python client.py <home>``; says ``ready`` once the server runs, and leaves when its input ends.
"""

import json
import sys
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from coretech import embedded


def main(home: Path) -> None:
    embedded.ensure(home)
    say("ready")
    for statement in sys.stdin:
        address = embedded.wait(home)
        where = make_conninfo(**address.libpq(), dbname=address.dbname)
        with psycopg.connect(where, autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            say(json.dumps(cursor.fetchall() if cursor.description else []))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
