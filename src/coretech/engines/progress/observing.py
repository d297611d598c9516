"""Which of the reported figures stands for a year."""

from collections.abc import Iterable, Sequence
from datetime import date

from coretech.engines.progress.figures import Observed, TargetPoint
from coretech.engines.progress.kinds import Nature
from coretech.engines.progress.refusals import Repeated
from coretech.engines.progress.spans import begun
from coretech.kit.roc import OFFSET, said_year
from coretech.kit.sentence import Sentence


def told_once(observed: Sequence[Observed], targets: Sequence[TargetPoint]) -> None:
    """Refuse a period with two figures of the same nature, and a year with two targets.

    Raises:
        Repeated: where the caller gave a restated figure beside the one it replaces.
    """
    seen: set[tuple[int, int | None, Nature]] = set()
    for each in observed:
        period = (each.year, each.quarter, each.nature)
        if period in seen:
            raise Repeated(_twice(each))
        seen.add(period)
    planned: set[int] = set()
    for point in targets:
        if point.year in planned:
            year = said_year(OFFSET + point.year)
            raise Repeated(
                Sentence(
                    f"{year.zh}有兩個目標值；請擇一，或分為兩個指標。",
                    f"{year.en} has two targets; keep one, or make them two indicators.",
                )
            )
        planned.add(point.year)


def actuals(observed: Iterable[Observed], today: date) -> list[Observed]:
    """The actuals with a figure or a yes or no, oldest first; none of a year that has not begun, no forecasts."""
    reported = (each for each in observed if each.value is not None or each.done is not None)
    return sorted(
        (each for each in reported if each.nature is Nature.ACTUAL and begun(each, today)), key=_when
    )


def standing(observed: Iterable[Observed], year: int, nature: Nature) -> Observed | None:
    """The figure that stands for a year: the year's own, else its last quarter's."""
    of_year = (
        each
        for each in observed
        if each.year == year and each.nature is nature and (each.value is not None or each.done is not None)
    )
    return max(of_year, key=_when, default=None)


def _when(each: Observed) -> tuple[int, int]:
    return each.year, 5 if each.quarter is None else each.quarter


def _twice(each: Observed) -> Sentence:
    year = said_year(OFFSET + each.year)
    quarter_zh, quarter_en = (
        ("", "") if each.quarter is None else (f"第 {each.quarter} 季", f", Q{each.quarter}")
    )
    return Sentence(
        f"{year.zh}{quarter_zh}的{each.nature.said.zh}出現兩次；重述後只採最後一次，請只給一個。",
        f"{year.en}{quarter_en} has two {each.nature.said.en} figures; of restated ones give only the last.",
    )
