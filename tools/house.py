"""The house's own checks, for what ruff, mypy and import-linter do not see. Run by ``make check``."""

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src", "tests", "tools", "bench", "docs", ".ci")
WRITTEN = {".py", ".jinja", ".css", ".js", ".md", ".toml", ".csv", ".json", ".txt", ".svg", ""}
SKIPPED = {"__pycache__", "built", "migrations"}
LONGEST = 300
PURE = ("src/coretech/kit", "src/coretech/law")
TIMELESS = (*PURE, "src/coretech/engines")
CLOCK = "src/coretech/kit/clock.py"
CLOCK_READERS = {"now", "today", "utcnow"}
STANDARD = sys.stdlib_module_names | {"_typeshed"}  # the latter for types only
EXPECTED = (
    *("README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
    *("docs/adr", ".ci/run"),
)

FOREIGN = {
    "a path of one machine": re.compile(r"(?<![\w.])/(?:root|home|Users)/\w+|[A-Z]:\\Users"),
    "the address of a package registry": re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org"),
}
UNREAL = {
    "a mock where the real part runs": re.compile(r"unittest\.mock|monkeypatch\.setattr|mocker\."),
    "something left undone": re.compile(r"\bNotImplementedError\b|\bFIXM[E]\b|\bTOD[O]\b"),
}
NOQA = re.compile(r"#\s*noqa")
NOQA_EXPLAINED = re.compile(r"#\s*noqa: [A-Z]+\d+(?:, [A-Z]+\d+)* - \w")
TYPE_IGNORE = re.compile(r"#\s*type:\s*ignore")
TYPE_IGNORE_EXPLAINED = re.compile(r"#\s*type: ignore\[[\w, -]+\]  # \w")
RULE = re.compile(r'^\s*"[A-Z]+\d*",?(?P<rest>.*)$')

Complaints = Iterator[str]


def files(root: Path, *suffixes: str) -> Iterator[Path]:
    """What people wrote here, by suffix; neither built nor brought files."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            parts = set(path.relative_to(root).parts)
            generated = parts & SKIPPED or any(part.endswith(".egg-info") for part in parts)
            if path.is_file() and not generated and path.suffix in (suffixes or WRITTEN):
                yield path
    yield from (path for path in sorted(root.glob("*.md")) if path.suffix in (suffixes or WRITTEN))


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The file's lines with their numbers."""
    yield from enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)


def expected_files(root: Path) -> Complaints:
    """What a visitor looks for is there."""
    yield from (f"{name}: missing" for name in EXPECTED if not (root / name).exists())


def small_files(root: Path) -> Complaints:
    """Code is read a screenful or two at a time."""
    for path in files(root, ".py", ".jinja", ".js"):
        if (count := sum(1 for _ in lines(path))) > LONGEST:
            yield f"{path}: {count} lines, more than {LONGEST}"


def nothing_foreign(root: Path) -> Complaints:
    """No machine, no registry, no undone work and no pretence is named in what we write."""
    yield from _found(files(root), FOREIGN)
    yield from _found((path for path in files(root, ".py") if path != Path(__file__)), UNREAL)


def _found(paths: Iterator[Path], unwanted: dict[str, re.Pattern[str]]) -> Complaints:
    for path in paths:
        for number, line in lines(path):
            for what, pattern in unwanted.items():
                if pattern.search(line):
                    yield f"{path}:{number}: {what}"


def explained_exceptions(root: Path) -> Complaints:
    """Every exception from a rule names the rule and says why."""
    for path in files(root, ".py"):
        for number, line in lines(path):
            if NOQA.search(line) and not NOQA_EXPLAINED.search(line):
                yield f"{path}:{number}: noqa without a code and a reason (# noqa: X123 - why)"
            if TYPE_IGNORE.search(line) and not TYPE_IGNORE_EXPLAINED.search(line):
                yield f"{path}:{number}: type: ignore without a code and a reason ([code]  # why)"


def explained_rules(root: Path) -> Complaints:
    """Every rule switched off in pyproject.toml says why on its line."""
    path = root / "pyproject.toml"
    for number, line in lines(path):
        if (rule := RULE.match(line)) and not rule["rest"].strip().startswith("#"):
            yield f"{path}:{number}: a rule switched off without a reason"


def clean_locks(root: Path) -> Complaints:
    """The lock files name versions and hashes, never where to fetch them."""
    for name in ("requirements.txt", "requirements-dev.txt", "package-lock.json"):
        for number, line in lines(root / name):
            if "://" in line or '"resolved"' in line or line.startswith("-"):
                yield f"{root / name}:{number}: an address or option in a lock file"


def everything_locked(root: Path) -> Complaints:
    """Whatever pyproject.toml asks for is pinned, so that set-up brings it."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
    }
    for lock, requirements in wanted.items():
        pinned = {line.partition("==")[0] for _, line in lines(root / lock) if "==" in line}
        names = (re.split(r"[^\w.-]", requirement)[0].lower() for requirement in requirements)
        yield from (
            f"{root / lock}: {name} is not pinned; run make lock" for name in names if name not in pinned
        )


def pure_core(root: Path) -> Complaints:
    """The law and the kit import the standard library and each other, whatever else is installed."""
    for path, node in _nodes(root, PURE):
        for name in _imported(node):
            if name.partition(".")[0] not in STANDARD and not name.startswith(
                ("coretech.kit", "coretech.law")
            ):
                yield f"{path}: imports {name}"


def clock_as_argument(root: Path) -> Complaints:
    """Nothing below the operations asks what time it is."""
    for path, node in _nodes(root, TIMELESS):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in CLOCK_READERS and path != root / CLOCK:
            yield f"{path}:{called.lineno}: reads the clock; take it as an argument"


def _nodes(root: Path, folders: tuple[str, ...]) -> Iterator[tuple[Path, ast.AST]]:
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            yield from ((path, node) for node in ast.walk(ast.parse(path.read_bytes())))


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []


CHECKS: tuple[Callable[[Path], Complaints], ...] = (
    expected_files,
    small_files,
    nothing_foreign,
    explained_exceptions,
    explained_rules,
    clean_locks,
    everything_locked,
    pure_core,
    clock_as_argument,
)


def main() -> int:
    """Print every complaint and return how the house stands."""
    complaints = [complaint for check in CHECKS for complaint in check(ROOT)]
    sys.stdout.writelines(f"{complaint.replace(f'{ROOT}/', '')}\n" for complaint in complaints)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
