"""What is wrong with the answers of a form, and what is still to be mended without being wrong."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from coretech.apps.cases.asking import Asked, Kind, asked_of
from coretech.apps.cases.choices import GROUNDS, GROUPS
from coretech.apps.cases.content import Claim, Content, Definition, Form, StakeholderViews
from coretech.apps.cases.content_walk import leaves
from coretech.kit.days import parse_day
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

F = TypeVar("F", bound=Form)
Change = Callable[[Asked, str], str]

_PATTERNS = {
    Kind.NUMBER: re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,12})?"),
    Kind.YEAR: re.compile(r"[0-9]{1,4}"),
    Kind.LINK: re.compile(r"https?://[^\s<>\"]{3,2000}"),
    Kind.LINE: re.compile(r".{0,500}"),
    Kind.FILE: re.compile(r".{0,500}"),
}
_NUMERIC = {Kind.NUMBER, Kind.YEAR}
_CHECKED = {
    Kind.DAY: Sentence(
        "請填日期，例如114.11.24或2025-11-24。", "Write a day, such as 2025-11-24 or 114.11.24 (ROC)."
    ),
    Kind.NUMBER: Sentence(
        "請填數字，例如0.5；單位另填。", "Write a figure, such as 0.5; its unit goes beside it."
    ),
    Kind.YEAR: Sentence("請填年度，例如114或2025。", "Write a year, such as 2025 or 114 (ROC)."),
    Kind.LINK: Sentence("請填以http開頭的完整網址。", "Write the whole address, beginning with http."),
    Kind.CHOICE: Sentence("請由列出的選項中選擇。", "Choose from the options listed."),
    Kind.FILE: Sentence("請由本案的附件中選擇。", "Choose one of this case’s attachments."),
    Kind.LINE: Sentence("請寫成一行，500字以內。", "Write one line of at most 500 characters."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One answer that cannot be taken: its path in the form, where that is, and what to do."""

    path: tuple[str, ...]
    where: Sentence
    sentence: Sentence


class Unsound(Refused):
    """A form with answers that cannot be taken (HTTP 422); ``problems`` are all of them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Say the first; a page shows them all."""
        first = problems[0]
        said = Sentence(f"{first.where.zh}：{first.sentence.zh}", f"{first.where.en}: {first.sentence.en}")
        super().__init__(said, status=422, field=".".join(first.path))
        self.problems = problems


def settled(content: Content) -> Content:
    """The form as it is kept: stripped, blank rows gone, days and figures in one form.

    Raises:
        Unsound: where an answer cannot be taken.
    """
    tidy = _tidy(content)
    problems = tuple(_problems(tidy))
    if problems:
        raise Unsound(problems)
    return _normal(tidy)


def warnings(content: Content) -> tuple[Sentence, ...]:
    """What a reviewer would ask for: evidence for each claim, a view of each group; blank rows are none."""
    tidy = _tidy(content)
    if isinstance(tidy, Definition):
        return tuple(_unsupported(tidy))
    return tuple(_unheard(tidy)) if isinstance(tidy, StakeholderViews) else ()


def claims(content: Definition) -> tuple[str, ...]:
    """The grounds that are claimed."""
    return tuple(ground for ground in GROUNDS if getattr(content, ground).claimed)


def _problems(content: Content) -> Iterator[Problem]:
    for leaf in leaves(content):
        if isinstance(leaf.value, str) and leaf.value and _read(leaf.asked, leaf.value) is None:
            yield Problem(leaf.path, leaf.where, _CHECKED[leaf.asked.kind])


def _read(asked: Asked, value: str) -> str | None:
    """The answer in the form it is kept in; None where it is none of its kind."""
    if asked.kind is Kind.DAY:
        return _day(value)
    if asked.kind is Kind.CHOICE:
        return value if value in (asked.choices or {}) else None
    if asked.kind in _NUMERIC:
        value = unicodedata.normalize("NFKC", value).replace(",", "").strip()
    pattern = _PATTERNS.get(asked.kind)
    return value if pattern is None or pattern.fullmatch(value) else None


def _day(value: str) -> str | None:
    try:
        return parse_day(value).isoformat()
    except ValueError:
        return None


def _tidy(form: F) -> F:
    """Stripped and without blank rows."""
    return _each(form, lambda _, value: value.strip())


def _normal(form: F) -> F:
    return _each(form, lambda asked, value: _read(asked, value) or "" if value else "")


def _each(form: F, change: Change) -> F:
    """The form with every text answer changed and blank rows left out."""
    return replace(
        form,
        **{each.name: _changed(getattr(form, each.name), asked_of(each), change) for each in fields(form)},
    )


def _changed(value: Any, asked: Asked, change: Change) -> Any:  # noqa: ANN401 - an answer, a form or rows
    if isinstance(value, tuple):
        rows = (_each(row, change) for row in value)
        return tuple(row for row in rows if row != type(row)())
    if isinstance(value, Claim):
        return _each(value, change)
    return change(asked, value) if isinstance(value, str) else value


def _unsupported(content: Definition) -> Iterator[Sentence]:
    for ground in claims(content):
        claim: Claim = getattr(content, ground)
        name = GROUNDS[ground]
        if not claim.argument:
            yield Sentence(f"主張「{name.zh}」，但未寫理由。", f"“{name.en}” is claimed without an argument.")
        if not claim.evidence:
            yield Sentence(f"主張「{name.zh}」，但沒有佐證。", f"“{name.en}” is claimed without evidence.")


def _unheard(content: StakeholderViews) -> Iterator[Sentence]:
    heard = {view.group for view in content.views if view.view}
    for group, name in GROUPS.items():
        if group not in heard:
            yield Sentence(
                f"還沒有「{name.zh}」類別的意見。", f"There is no view from {name.en.lower()} yet."
            )
