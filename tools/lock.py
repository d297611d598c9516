"""Re-make both requirements files from pyproject.toml: every version pinned, every file hashed.

Run by ``make lock``. No index address goes into the files, so that any mirror will do.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = (
    *("--generate-hashes", "--strip-extras", "--allow-unsafe", "--no-header", "--no-annotate", "--quiet"),
    "--no-emit-options",  # no index address, no folder of wheels
)
HEADER = "# Made by `make lock` from pyproject.toml; do not edit by hand.\n"


def main(upgrade: list[str]) -> None:
    """Lock what the program needs, then what its makers need on top, agreeing on every shared version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    lock(needed, ROOT / "requirements.txt", upgrade)
    makers = [*needed, *project["dependency-groups"]["dev"], f"-c {(ROOT / 'requirements.txt').as_uri()}"]
    lock(makers, ROOT / "requirements-dev.txt", upgrade)


def lock(wanted: list[str], target: Path, upgrade: list[str]) -> None:
    """Have pip-compile resolve a list into a file; versions already there stay unless told to move."""
    command = [
        sys.executable,
        "-m",
        "piptools",
        "compile",
        *OPTIONS,
        *upgrade,
        "--output-file",
        str(target),
        "-",
    ]
    subprocess.run(  # noqa: S603 - our own words
        command, input="\n".join(wanted), text=True, check=True, cwd=ROOT, stdout=subprocess.DEVNULL
    )
    target.write_text(HEADER + target.read_text(encoding="utf-8").removeprefix(HEADER), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
