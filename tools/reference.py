"""Write the generated pages of docs/reference: states, permissions, operations, commands, API, from the code itself.

Run ``python -m tools.reference`` to write them; ``--check`` says which are out of date and exits 1.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import django

from coretech.kit.sentence import Sentence
from tools.api_reference import api_operations
from tools.command_reference import commands

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference"
_MADE = "<!-- made by tools/reference.py; change the code and run `make reference` -->"


def states() -> Iterator[str]:
    """The life of a case: a diagram, the states, and the steps with article, who takes each, and what must hold."""
    from coretech.apps.cases.states import ARROWS, STATE_NAMES, State  # noqa: PLC0415 - Django must be set up first
    from coretech.law.permissions import PERMISSIONS, Role  # noqa: PLC0415 - as above

    yield from (
        "# The states of a case",
        _MADE,
        "",
        "```mermaid",
        "stateDiagram-v2",
        "    [*] --> draft: open_case",
    )
    for step, arrow in ARROWS.items():
        for source in (state for state in State if state in arrow.sources):
            yield f"    {source} --> {arrow.target or source}: {step}"
    yield from ("```", "", "| state | 中文 | English |", "| --- | --- | --- |")
    yield from (f"| `{state}` | {name.zh} | {name.en} |" for state, name in STATE_NAMES.items())
    yield from (
        "",
        "| step | 中文 | English | who | articles | 須符合 | what must hold |",
        "| --- " * 7 + "|",
    )
    for step, arrow in ARROWS.items():
        articles = ", ".join(arrow.articles) or "practice"
        who = ", ".join(f"`{role}`" for role in Role if role in PERMISSIONS[arrow.action].roles)
        holds = f"{arrow.holds.zh} | {arrow.holds.en}"
        yield f"| `{step}` | {arrow.name.zh} | {arrow.name.en} | {who} | {articles} | {holds} |"


def sheet_states() -> Iterator[str]:
    """The life of a sheet of the reporting cycle, in the same form."""
    from coretech.apps.reports.sheets.states import ARROWS, STATE_NAMES  # noqa: PLC0415 - as above

    yield from ("# The states of a sheet", _MADE, "")
    yield from _life(ARROWS, STATE_NAMES, "open_period")


def evaluation_states() -> Iterator[str]:
    """The lives of an evaluation and of what it found, in the same form."""
    from coretech.apps.reports.evaluations import states as lives  # noqa: PLC0415 - as above

    yield from ("# The states of an evaluation", _MADE, "")
    yield from _life(lives.ARROWS, lives.STATE_NAMES, "prepare_evaluation")
    yield from ("", "## The states of a finding", "")
    yield from _life(lives.FOLLOW_ARROWS, lives.STANDING_NAMES, "find")


def issue_states() -> Iterator[str]:
    """The life of a coordination issue, in the same form."""
    from coretech.apps.reports.coordination.states import ARROWS, STATE_NAMES  # noqa: PLC0415 - as above

    yield from ("# The states of a coordination issue", _MADE, "")
    yield from _life(ARROWS, STATE_NAMES, "raise_issue")


def question_states() -> Iterator[str]:
    """The life of an official scope question, in the same form."""
    from coretech.apps.scope.states import ARROWS, STATE_NAMES  # noqa: PLC0415 - as above

    yield from ("# The states of a scope question", _MADE, "")
    yield from _life(ARROWS, STATE_NAMES, "ask_question")


def _life(arrows: Mapping[Any, Any], names: Mapping[Any, Sentence], begun: str) -> Iterator[str]:
    """A diagram of the states, their names, and the steps with who takes each and what must hold."""
    from coretech.law.permissions import PERMISSIONS, Role  # noqa: PLC0415 - as above

    yield from ("```mermaid", "stateDiagram-v2", f"    [*] --> {next(iter(names)).value}: {begun}")
    for step, arrow in arrows.items():
        for source in (state for state in names if state in arrow.sources):
            yield f"    {source.value} --> {(arrow.target or source).value}: {step}"
    yield from ("```", "", "| state | 中文 | English |", "| --- | --- | --- |")
    yield from (f"| `{state.value}` | {name.zh} | {name.en} |" for state, name in names.items())
    yield from ("", "| step | 中文 | English | who | 須符合 | what must hold |", "| --- " * 6 + "|")
    for step, arrow in arrows.items():
        who = ", ".join(f"`{role}`" for role in Role if role in PERMISSIONS[arrow.action].roles)
        holds = getattr(arrow, "holds", Sentence("–", "–"))
        yield f"| `{step}` | {arrow.name.zh} | {arrow.name.en} | {who} | {holds.zh} | {holds.en} |"


def permissions() -> Iterator[str]:
    """Who holds which power, by which article."""
    from coretech.law.access import role_name  # noqa: PLC0415 - as above
    from coretech.law.permissions import PERMISSIONS, Role  # noqa: PLC0415 - as above

    yield from ("# Roles and permissions", _MADE, "", "| role | 中文 | English |", "| --- | --- | --- |")
    yield from (f"| `{role}` | {role_name(role).zh} | {role_name(role).en} |" for role in Role)
    yield from ("", "| permission | held by | reaches | articles |", "| --- | --- | --- | --- |")
    for action, permission in PERMISSIONS.items():
        holders = ", ".join(f"`{role}`" for role in Role if role in permission.roles)
        reach = "everything" if permission.bound == "all" else "the holder's own agency"
        yield f"| `{action}` | {holders} | {reach} | {', '.join(permission.articles)} |"


def operations() -> Iterator[str]:
    """Every operation, with what it promises."""
    yield from ("# Operations", _MADE, "", "Each runs in one transaction and writes one act.", "")
    yield from ("| operation | what it does |", "| --- | --- |")
    for name, run in sorted(every_operation().items()):
        promise = (run.__doc__ or "").splitlines()[0]
        yield f"| `{name.removeprefix('coretech.apps.')}` | {promise} |"


def every_operation() -> dict[str, Callable[..., object]]:
    """The operations of all apps, by dotted name; importing them registers them."""
    from coretech.apps.audit.operation import OPERATIONS  # noqa: PLC0415 - as above

    for app in sorted((ROOT / "src/coretech/apps").glob("*/operations")):
        package = f"coretech.apps.{app.parent.name}.operations"
        for module in iter_modules([str(app)]):
            import_module(f"{package}.{module.name}")
    return dict(OPERATIONS)


def api() -> Iterator[str]:
    """Every operation of the API, by noun, with who may call it."""
    yield from ("# The API", _MADE, "", *api_operations())


def command() -> Iterator[str]:
    """Every command with what it takes."""
    yield from ("# Commands", _MADE, "", *commands())


PAGES = {
    "states.md": states,
    "sheet-states.md": sheet_states,
    "evaluation-states.md": evaluation_states,
    "issue-states.md": issue_states,
    "question-states.md": question_states,
    "permissions.md": permissions,
    "operations.md": operations,
    "api.md": api,
    "commands.md": command,
}


def outdated() -> list[str]:
    """The pages that do not say what the code says."""
    return [name for name, page in PAGES.items() if _read(name) != _text(page)]


def _text(page: Callable[[], Iterator[str]]) -> str:
    return "\n".join(page()) + "\n"


def _read(name: str) -> str:
    path = FOLDER / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def main() -> int:
    """Write the pages, or with ``--check`` only look."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coretech.config.settings")
    django.setup()
    if "--check" in sys.argv:
        late = outdated()
        sys.stderr.writelines(f"docs/reference/{name} is out of date: run make reference\n" for name in late)
        return 1 if late else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(_text(page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
