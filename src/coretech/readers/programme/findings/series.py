"""A figure for the whole term beside the figures of its years."""

from collections.abc import Iterator
from itertools import pairwise

from coretech.kit.sentence import Sentence
from coretech.readers.programme.findings.figures import Figure, said

Yearly = list[tuple[str, Figure]]


def disagreements(whole: Figure, yearly: Yearly, *, later: bool) -> Iterator[Sentence]:
    """What the years' figures say against the whole term's; ``later`` says that its time ends after theirs."""
    if not yearly:
        return
    if whole.recurring or all(each.recurring for _, each in yearly):
        yield from _recurring(whole, yearly)
    elif any(each.metric.cumulative for _, each in yearly):
        yield from _falling(yearly)
        yield from _cumulative(whole, yearly, later=later)
    elif not later:
        yield from _annual(whole, yearly)


def _recurring(whole: Figure, yearly: Yearly) -> Iterator[Sentence]:
    """Figures that should come back each year, and do not."""
    values = sum(each.low for _, each in yearly)
    if not whole.recurring and whole.low <= values <= whole.high:
        return
    for year, each in yearly:
        if each.top < whole.low or each.low > whole.high:
            yield Sentence(f"{year} 年為 {each.said()}", f"{each.said()} in {year}")


def _falling(yearly: Yearly) -> Iterator[Sentence]:
    """Figures that count from the start, and fall."""
    counted = [(year, each) for year, each in yearly if each.metric.cumulative]
    for (before, one), (year, other) in pairwise(counted):
        if other.top < one.low:
            yield Sentence(
                f"{before} 年累計 {one.said()}，{year} 年累計卻為 {other.said()}",
                f"{one.said()} in all by {before}, but {other.said()} by {year}",
            )


def _cumulative(whole: Figure, yearly: Yearly, *, later: bool) -> Iterator[Sentence]:
    """The last figure that counts from the start, beside the whole term's and beside the years before it."""
    year, last = yearly[-1]
    if not last.metric.cumulative:
        return
    if not later and (last.top < whole.low or last.low > whole.high):
        yield Sentence(f"{year} 年累計為 {last.said()}", f"{last.said()} in all by {year}")
    annual = [each for _, each in yearly[:-1] if not each.metric.cumulative]
    total = sum(each.low for each in annual)
    if total > last.top:
        unit = last.metric.unit
        yield Sentence(
            f"{year} 年之前各年已合計 {said(total)} {unit}，逾 {year} 年累計的 {last.said()}",
            f"the years before {year} come to {said(total)} {unit}, more than the {last.said()} in all by {year}",
        )


def _annual(whole: Figure, yearly: Yearly) -> Iterator[Sentence]:
    """Figures of single years, whose sum should be the whole term's."""
    lows, tops = [each.low for _, each in yearly], [each.top for _, each in yearly]
    unit, total = whole.metric.unit, said(sum(lows), sum(tops) if tops != lows else None)
    one_of_them = any(low >= whole.low for low in lows)
    if sum(tops) >= whole.low and sum(lows) <= whole.top:
        return
    if any(each.lasting for _, each in yearly) or {*lows, *tops} == {whole.low}:
        return
    if lows[-1] == whole.low and len(lows) > 1:
        if lows == sorted(set(lows)):
            yield Sentence(
                f"各年 {_list(lows)} {unit}相加為 {total} {unit}，未註明是否為累計",
                f"the years’ {_list(lows)} {unit} come to {total}, and nothing says that they count from the start",
            )
    elif not (whole.metric.at_least and one_of_them) and _tells(whole, yearly):
        years = "、".join(year for year, _ in yearly)
        yield Sentence(f"各年（{years}）相加為 {total} {unit}", f"the years ({years}) come to {total} {unit}")


def _tells(whole: Figure, yearly: Yearly) -> bool:
    """Whether the years speak of the same matter surely enough: several do, or none of its words is missing."""
    return len(yearly) > 1 or whole.around == yearly[0][1].around


def _list(values: list[float]) -> str:
    return "、".join(map(said, values))
