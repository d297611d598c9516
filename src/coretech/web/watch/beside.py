"""What stands beside a technology's publications on its page: its patents and its trade, each in a few lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coretech.apps.watch.counts.tables import Narrowed, narrowed, patented, traded
from coretech.apps.watch.counts.taking_in_tables import Kind
from coretech.apps.watch.models import KeptTable, WatchedTechnology
from coretech.engines.watching.beware import of_patents, of_trade
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import say, tr
from coretech.web.watch.patents import standing
from coretech.web.watch.table_words import KINDS, counted_by, land_name
from coretech.web.watch.trade import latest

Rows = Sequence[tuple[Sentence, object]]


@dataclass(frozen=True, slots=True)
class Beside:
    """One kind: its name, its page and chart by the names of their addresses, and what to beware of."""

    name: Sentence
    page: str
    chart: str
    alt: str
    words: str
    table: KeptTable
    counted_by: str
    rows: Rows
    warnings: Sequence[str]


def beside(technology: WatchedTechnology) -> list[Beside]:
    """The kinds there is a table of that counts for the technology, whose rows are there."""
    return [each for kind in Kind for each in _of(technology, kind)]


def _of(technology: WatchedTechnology, kind: Kind) -> Iterator[Beside]:
    found = narrowed(technology, kind)
    if found is None:
        return
    try:
        yield _patents(found) if kind is Kind.PATENTS else _trade(found)
    except Refused:  # its rows were taken away; the table's own page says so
        return


def _patents(found: Narrowed) -> Beside:
    made = patented(found)
    return Beside(
        KINDS[Kind.PATENTS],
        "watch_patents",
        "watch_patents_chart" if made.years else "",
        tr("前兩名國家與臺灣逐年的專利件數。", "Patents by year of the first two countries and of Taiwan."),
        tr(
            "依受理局、申請人國別、分類與年份的專利",
            "Patents by office, country of applicant, class and year",
        ),
        found.table,
        counted_by(found),
        standing(made),
        [say(each) for each in of_patents(made, narrowed=bool(found.codes))],
    )


def _trade(found: Narrowed) -> Beside:
    made = traded(found)
    unit = found.table.unit
    name = land_name(made.reporter) if made.reporter else tr("沒有", "none")
    first = made.partners[0].key if made.partners else ""
    rows: Rows = [
        (Sentence("申報國", "As told by"), name),
        (Sentence("最近一年", "Latest year"), f"{made.year or '–'}"),
        (Sentence("金額", "Value"), f"{latest(made) or '–'}{f' ({unit})' if unit else ''}"),
        (Sentence("最大對手國", "First partner"), land_name(first) if first else "–"),
    ]
    return Beside(
        KINDS[Kind.TRADE],
        "watch_trade",
        "watch_trade_chart" if made.year else "",
        tr("逐年的進出口金額。", "Value by year and flow."),
        tr("依對手國、流向與年份的貿易", "Trade by partner, flow and year"),
        found.table,
        counted_by(found),
        rows,
        [say(each) for each in of_trade(made, narrowed=bool(found.codes))],
    )
