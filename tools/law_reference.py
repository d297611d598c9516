"""Write docs/reference/law.md: each paragraph of the regulation, what the code does with it, and where.

Run ``python -m tools.law_reference`` to write it; ``--check`` says whether it is out of date and exits 1.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from coretech.law import questions
from coretech.law.describe import Described
from coretech.law.duties import TITLES
from coretech.law.parameters import ENACTED
from coretech.law.permissions import PERMISSIONS
from coretech.law.provisions import Provision, provisions
from coretech.law.ruling import Level

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "law.md"
LAW = "../../src/coretech/law"

_MADE = "<!-- made by tools/law_reference.py; change the law and run `make reference` -->"
_INTRO = (
    "The regulation on determining core key technologies (國家核心關鍵技術認定辦法), paragraph by paragraph, in our"
    " own words, with what the code does about each. Where the words can be read in more than one way, see"
    " [the readings](../explanation/readings.md). A question is asked by `coretech law ask`, or by the buttons and"
    " pages that depend on it."
)


def page() -> str:
    """The page as it should be."""
    return "\n".join([*_articles(), *_explanations(), *_questions(), *_figures()]) + "\n"


def _articles() -> Iterator[str]:
    yield from ("# The law in code", _MADE, "", _INTRO, "", "## Articles", "")
    yield from _rows(each for each in provisions() if each.level is Level.TEXT)


def _explanations() -> Iterator[str]:
    yield from ("", "## What only the explanations add", "")
    yield "A ruling that rests on one of these says so: its `level` is `explanation`."
    yield ""
    yield from _rows(each for each in provisions() if each.level is Level.EXPLANATION)


def _rows(rows: Iterator[Provision]) -> Iterator[str]:
    yield from ("| article | kind | whose | in our words | in the code |", "| --- | --- | --- | --- | --- |")
    for each in rows:
        words = f"{each.says.zh}<br>{each.says.en}"
        yield f"| {each.number} | {each.kind} | {each.holder.zh}<br>{each.holder.en} | {words} | {_homes(each)} |"


def _homes(provision: Provision) -> str:
    homes = [_home(each) for each in provision.homes]
    if provision.kept is not None:
        homes.append(f"{provision.kept.zh}<br>{provision.kept.en}")
    if provision.level is Level.TEXT:
        held = [action for action, power in PERMISSIONS.items() if provision.number in power.articles]
        homes += [f"permission [`{action}`](permissions.md)" for action in held]
    return "<br>".join(homes)


def _home(name: str) -> str:
    if name.startswith("duty:"):
        code = name.removeprefix("duty:")
        return f"duty [{TITLES[code].en}]({LAW}/duties)"
    return f"[`{name}`]({_path(name)})"


def _path(question: str) -> str:
    return f"{LAW}/{question.replace('.', '/')}.py"


def _questions() -> Iterator[str]:
    yield from ("", "## Questions", "", "| question | articles | default reading | other readings |")
    yield "| --- | --- | --- | --- |"
    for described in questions():
        yield _question(described)


def _question(described: Described) -> str:
    question = described.question
    default = f"{question.in_force.zh}<br>{question.in_force.en}"
    if question.because is not None:
        default += f"<br>*{question.because.zh}*<br>*{question.because.en}*"
    readings = "<br>".join(f"`{name}` {words.zh} / {words.en}" for name, words in question.readings.items())
    articles = ", ".join(question.articles)
    return f"| [`{question.id}`]({_path(question.id)})<br>{question.title.zh} | {articles} | {default} | {readings} |"


def _figures() -> Iterator[str]:
    yield from ("", "## Figures", "")
    yield (
        "Dated data in [`parameters`](../../src/coretech/law/parameters). No source at hand gives the day the"
        " regulation was issued, so the first value of each holds from the beginning; an amendment adds a value"
        " with the day it begins."
    )
    yield from ("", "| figure | article | what | values |", "| --- | --- | --- | --- |")
    for figure in ENACTED.all.values():
        values = "; ".join(_dated(first, value) for first, value in figure.since)
        yield f"| `{figure.name}` | {figure.article} | {figure.says.zh}<br>{figure.says.en} | {values} |"


def _dated(first: date, value: object) -> str:
    words = ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)
    return words if first == date.min else f"{words} from {first.isoformat()}"


def outdated() -> bool:
    """Whether the page does not say what the law says."""
    return not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page()


def main() -> int:
    """Write the page, or with ``--check`` only look."""
    if "--check" in sys.argv:
        if outdated():
            sys.stderr.write("docs/reference/law.md is out of date: run make reference\n")
            return 1
        return 0
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
