"""Mutation testing of the law: change one thing at a time, and see whether a test notices. Run by ``make mutate``.

A room is furnished with a copy of the law, its tests and what they read, and nothing else: no database, no settings,
nothing of the checkout is touched. There mutmut changes the law function by function and runs the tests that reach
the function. A mutant that no test noticed must stand in ``tools/equivalent_mutants.toml`` with the reason why it
changes no ruling. Any other is tried once more in a process of its own, where it is there while the law is imported
too; if it survives that, it is printed, and the run fails.

``python -m tools.mutate 'coretech.law.meeting.*'`` tries only what the pattern names; a full run also writes the
score into docs/explanation/mutation.md.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from tools.mutants import Mutant, excuse_of, mutants, score

ROOT = Path(__file__).resolve().parents[1]
ROOM = ROOT / "build" / "mutation"
PAGE = ROOT / "docs" / "explanation" / "mutation.md"
MARK = "<!-- the score, written by tools/mutate.py -->\n"
FURNITURE = (
    *("src/coretech/__init__.py", "src/coretech/kit", "src/coretech/law"),
    *("tests/law", "tests/spec", "tools/__init__.py", "tools/law_reference.py"),
    *("docs/reference", "docs/explanation"),
)
SETTINGS = """\
[tool.pytest.ini_options]
pythonpath = ["src", "."]
addopts = "--strict-markers --import-mode=importlib -p no:cacheprovider"
filterwarnings = ["error"]

[tool.mutmut]
source_paths = ["src/coretech/law"]
also_copy = ["src", "tools", "docs"]
pytest_add_cli_args_test_selection = ["tests/spec", "tests/law"]
use_git_change_detection = false
"""


def main(patterns: list[str]) -> int:
    """Try every mutant, or those the patterns name, and return 1 where one survives that may not."""
    furnish(ROOM)
    _python("-m", "mutmut", "run", "--max-children", "1", *patterns, folder=ROOM).check_returncode()
    if not _passes_alone(""):
        message = f"the tests fail in {ROOM / 'mutants'} without any mutant, so a failure there tells nothing"
        raise RuntimeError(message)
    tried = [_tried_again(mutant) if _unknown(mutant) else mutant for mutant in mutants(ROOM)]
    if not patterns:
        before, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
        PAGE.write_text("\n".join((f"{before}{mark}", *score(tried), "")), encoding="utf-8")
    unknown = [mutant for mutant in tried if _unknown(mutant)]
    sys.stdout.writelines(f"survived: {mutant.name}\n    {mutant.change}\n" for mutant in unknown)
    sys.stdout.write(f"{len(tried)} mutants, {len(unknown)} of them survived without a known reason\n")
    return int(bool(unknown))


def furnish(room: Path) -> None:
    """Copy in what the tests of the law need, beside settings of the room's own."""
    shutil.rmtree(room, ignore_errors=True)
    for name in FURNITURE:
        source, target = ROOT / name, room / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    shutil.copy(ROOT / "tools" / "mutation_conftest.py", room / "tests" / "conftest.py")
    (room / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")


def _unknown(mutant: Mutant) -> bool:
    return mutant.survived and excuse_of(mutant) is None


def _tried_again(mutant: Mutant) -> Mutant:
    return replace(mutant, survived=_passes_alone(mutant.name))


def _passes_alone(name: str) -> bool:
    """Whether all tests pass in a fresh process with this mutant, or with none for an empty name."""
    words = ("-m", "pytest", "-x", "-q", "tests/spec", "tests/law")
    done = _python(*words, folder=ROOM / "mutants", quiet=True, MUTANT_UNDER_TEST=name)
    return done.returncode == 0


def _python(
    *words: str, folder: Path, quiet: bool = False, **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, *words],
        cwd=folder,
        env=os.environ | more,
        check=False,
        stdout=subprocess.DEVNULL if quiet else None,
        stderr=subprocess.DEVNULL if quiet else None,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
