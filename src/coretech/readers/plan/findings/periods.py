"""Tables of years to come that do not cover the plan's years."""

import re
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plan.read import Read
from coretech.readers.plans.finding import Finding, Kind

_ROC = re.compile(r"([0-9]{2,3})\s*年度?")


def other_years(read: Read) -> Iterator[Finding]:
    """A table of ROC years, some of them the plan's, that leaves out others of the plan's or goes beyond them."""
    if read.start is None or read.end is None:
        return
    own = set(range(read.start, read.end + 1))
    for table in read.tables:
        years = {int(match.group(1)) for name in table.header if (match := _ROC.fullmatch(name))}
        missing, beyond = sorted(own - years), sorted(years - own)
        if years & own and missing:
            yield Finding(
                Kind.PERIOD,
                (table.line,),
                Sentence(
                    f"計畫期間為 {read.start} 至 {read.end} 年，表{table.no}缺 {_all(missing, '、')} 年"
                    + (f"，另列期間以外的 {_all(beyond, '、')} 年。" if beyond else "。"),
                    f"The plan runs from {read.start} to {read.end}; table {table.no} leaves out {_all(missing, ', ')}"
                    + (f" and adds {_all(beyond, ', ')}, which are beyond it." if beyond else "."),
                ),
            )


def _all(years: list[int], mark: str) -> str:
    return mark.join(map(str, years))
