"""Figures that contradict each other: the whole term's, the years', and those of the goals in the schedule."""

import re
from collections.abc import Iterator, Sequence

from coretech.kit.folding import fold
from coretech.kit.roc import OFFSET
from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.programme.findings.figures import Figure, counterparts, figures, likeness, words
from coretech.readers.programme.findings.pairing import Goal, bare, goals, pairs
from coretech.readers.programme.findings.series import Yearly, disagreements
from coretech.readers.programme.read import Read
from coretech.readers.programme.records import Target

_ALIKE = 0.6
_YEAR = re.compile(
    r"(?<![0-9])(?:(1[0-9]{2})\s*年|(20[0-9]{2})(?=\s*[年~～\-－])|(?<=[~～\-－])(20[0-9]{2})(?![0-9]))"
)
_BEFORE = re.compile(r"(?<![0-9])([0-9]{2,3})\s*年\s*(前)?(?!\s*[度第])")
_GREGORIAN = 1000


def contradictions(read: Read) -> Iterator[Finding]:
    """One finding for each target whose figures do not agree with each other."""
    of_measure = goals(read)
    for target in read.targets:
        yield from _target(target, goal_of(target, of_measure.get(target.measure_code, [])), read.end)


def titles(read: Read) -> Iterator[Finding]:
    """Measures that the two chapters call by different names."""
    for part, code in pairs(read):
        title, line = read.table.titles[code], read.table.title_lines[code]
        if bare(part.title) != bare(title):
            yield Finding(
                Kind.CONTRADICTION,
                (part.line, line),
                Sentence(
                    f"措施 {part.code} 在期程表作「{part.title}」，在目標表（{code}）作「{title}」。",
                    f"Measure {part.code} is called “{part.title}” in its schedule and “{title}” in the target table "
                    f"({code}).",
                ),
            )


def last_year(text: str) -> int:
    """The latest ROC year a text names, 0 where it names none."""
    years = (int(year) for found in _YEAR.findall(text) for year in found if year)
    return max((year - OFFSET if year > _GREGORIAN else year for year in years), default=0)


def yearly_of(target: Target, wholes: Sequence[Figure]) -> list[Yearly]:
    """For each figure of the whole term, the years' figures of the same matter, in order."""
    found: list[Yearly] = [[] for _ in wholes]
    for year, cell in target.yearly.items():
        for place, figure in counterparts(wholes, figures(cell.text or "")).items():
            found[place].append((year, figure))
    return found


def goal_of(target: Target, of_measure: list[Goal]) -> Goal | None:
    """The goal in the schedule that says what the target says; of two that do, the one with its figures."""
    own, figured = words(target.text), _values(target.text)
    best = max(
        of_measure,
        key=lambda goal: (len(own & words(goal.text)), _values(goal.text) == figured),
        default=None,
    )
    return best if best is not None and likeness(own, words(best.text)) >= _ALIKE else None


def _values(text: str) -> list[tuple[float, float]]:
    return [(each.low, each.top) for each in figures(text)]


def _target(target: Target, goal: Goal | None, end: int | None) -> Iterator[Finding]:
    wholes = figures(target.text)
    later = end is not None and last_year(target.text) > end
    against = counterparts(wholes, figures(goal.text)) if goal else {}
    for place, (whole, yearly) in enumerate(zip(wholes, yearly_of(target, wholes), strict=True)):
        told = list(disagreements(whole, yearly, later=later or _is_met(whole, target)))
        other = against.get(place)
        if goal and other and (other.low, other.top) != (whole.low, whole.top):
            told.append(
                Sentence(
                    f"期程表 {goal.measure} 的目標為 {other.said()}",
                    f"the goal in schedule {goal.measure} is {other.said()}",
                )
            )
        if told:
            lines = {target.line} | ({goal.line} if goal and other else set())
            yield _finding(target, whole.said(), told, lines)
    if goal is not None and _other_deadline(goal.text, target.text):
        yield _finding(target, _short(target.text), [_says(goal)], {target.line, goal.line})


def _is_met(whole: Figure, target: Target) -> bool:
    """Whether the last year's cell counts up to the whole term's figure, be its unit written a little differently."""
    texts = [cell.text for cell in target.yearly.values() if cell.text]
    return any(
        each.low == whole.low and each.metric.cumulative and each.metric.unit.startswith(whole.metric.unit)
        for text in texts[-1:]
        for each in figures(text)
    )


def _other_deadline(one: str, other: str) -> bool:
    """Whether two texts that say the same want it by another year."""
    years = [set(_BEFORE.findall(text)) for text in (one, other)]
    rest = [re.sub(r"[\d年前於至在底\W]", "", fold(text)) for text in (one, other)]
    return all(years) and years[0] != years[1] and rest[0] == rest[1]


def _says(goal: Goal) -> Sentence:
    return Sentence(
        f"期程表 {goal.measure} 的目標為「{_short(goal.text)}」",
        f"the goal in schedule {goal.measure} is “{_short(goal.text)}”",
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004 - what one reads at a glance


def _finding(target: Target, whole: str, told: list[Sentence], lines: set[int]) -> Finding:
    zh, en = "；".join(each.zh for each in told), "; ".join(each.en for each in told)
    return Finding(
        Kind.CONTRADICTION,
        tuple(sorted(lines)),
        Sentence(
            f"目標 {target.code} 的全期目標為「{whole}」，與下列不符：{zh}。",
            f"Target {target.code} is “{whole}” for the whole term, but {en}.",
        ),
    )
