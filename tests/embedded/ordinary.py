"""Use the server with nothing but the standard library, as an ordinary user's bare Python would.

Run as ``python ordinary.py <home> <statement>``; prints what psql answers.
"""

import os
import subprocess
import sys
from pathlib import Path

from coretech import embedded
from coretech.embedded import programs


def main(home: Path, statement: str) -> int:
    address = embedded.ensure(home)
    words = [f"--host={address.host}", f"--username={address.user}", "-tAc", statement, address.dbname]
    psql = programs.bundled() / "bin" / "psql"
    return subprocess.run(
        [psql, *words], check=False, env={**os.environ, "PGPASSWORD": address.password}
    ).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
