"""Words and cells that the pages of the watch share."""

from collections.abc import Iterable, Sequence

from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from coretech.apps.watch.counts.countries import country_name
from coretech.apps.watch.counts.figures import Share
from coretech.apps.watch.counts.runs import current_run, find_run
from coretech.apps.watch.models import Counted, Run, WatchedTechnology
from coretech.engines.indicators.formulas import FORMULAS, PERCENTILES
from coretech.engines.indicators.thin import Warned
from coretech.engines.watching.intervals import Interval
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import say, tr

Origin = WatchedTechnology.Origin
ORIGINS = {
    Origin.REGISTER: Sentence("清單項目", "Items of the register"),
    Origin.AREA: Sentence("外國清單的領域", "Areas of foreign lists"),
    Origin.BRIEFING: Sentence("簡報所列", "Named in the briefing"),
    Origin.OWN: Sentence("自訂", "Defined by ourselves"),
}
RISKS = {
    "high": Tag(Sentence("高", "High"), "red"),
    "medium": Tag(Sentence("中", "Medium"), "orange"),
    "low": Tag(Sentence("低", "Low"), "grey"),
}
STATES = {
    Run.State.WAITING: Tag(Sentence("計算中", "Being counted"), "blue"),
    Run.State.HELD: Tag(Sentence("暫停", "Held"), "yellow"),
    Run.State.DONE: Tag(Sentence("完成", "Done"), "green"),
    Run.State.FAILED: Tag(Sentence("無法計算", "Failed"), "red"),
}
SHORT = {
    Warned.NOTHING: Sentence("無著作", "no works"),
    Warned.FEW_WORKS: Sentence("著作少", "few works"),
    Warned.FEW_TOP: Sentence("高被引少", "few top papers"),
    Warned.NO_COUNTRY: Sentence("缺國別", "countries missing"),
    Warned.NO_CITATIONS: Sentence("缺被引", "citations missing"),
    Warned.NO_PERCENTILE: Sentence("缺百分位", "percentiles missing"),
    Warned.ONE_LANGUAGE: Sentence("單一語言", "one language"),
    Warned.SMALL_BASE: Sentence("基數小", "small base"),
    Warned.INCOMPLETE_YEAR: Sentence("年份不完整", "incomplete year"),
    Warned.UNCITED_TOP: Sentence("被引太少", "hardly cited"),
}
_LONGEST_NUMBER = 18


def run_shown(request: HttpRequest) -> Run | None:
    """The run named by ``?run=``, where it is done; else the one that pages show; None where nothing was counted.

    Raises:
        Refused: (HTTP 404) for a number that is no run's, or one that is not done.
    """
    given = request.GET.get("run", "")
    if not given:
        return current_run()
    if not given.isascii() or not given.isdigit() or len(given) > _LONGEST_NUMBER:
        raise not_found("沒有這次計算。", "There is no such run.")
    found = find_run(int(given))
    if found.state != Run.State.DONE:
        raise not_found("這次計算尚未完成。", "This run is not done.")
    return found


def keeping(request: HttpRequest) -> str:
    """The end of an address that keeps the run a reader chose."""
    given = request.GET.get("run", "")
    return f"?run={given}" if given else ""


def warned(counted: Counted) -> list[str]:
    """What to beware of, in words."""
    return [say(Warned(name).said) for name in counted.warnings]


def warning_tags(counted: Counted) -> str:
    """The same in as few words as fit into a table; a technology's own page has them in full."""
    return tr("、", ", ").join(say(SHORT[Warned(name)]) for name in counted.warnings) or "–"


def percent(value: float | None) -> str:
    """A share as per cent with one decimal; a dash where there is none."""
    return "–" if value is None else f"{100 * value:.1f}%"


def ranging(interval: Interval | None) -> str:
    """An interval of a share as per cent."""
    return "–" if interval is None else f"{100 * interval.low:.1f}–{100 * interval.high:.1f}%"


def growth_of(counted: Counted) -> str:
    """The yearly growth with its interval."""
    if counted.growth is None:
        return "–"
    rate, low, high = (
        100 * (each or 0) for each in (counted.growth, counted.growth_low, counted.growth_high)
    )
    return tr(f"{rate:+.1f}%（{low:+.1f}至{high:+.1f}%）", f"{rate:+.1f}% ({low:+.1f} to {high:+.1f}%)")


def technology_link(technology: WatchedTechnology, kept: str = "", page: str = "watch_technology") -> Markup:
    """A technology's name, leading to its page, or another page about it."""
    address = reverse(page, args=[technology.code]) + kept
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(address, say(technology.name))


def country_link(code: str, kept: str = "") -> Markup | str:
    """A country's name, leading to its page."""
    if not code:
        return "–"
    address = reverse("watch_country", args=[code]) + kept
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(address, say(country_name(code)))


SHARE_COLUMNS = (
    Column(Sentence("名次", "Rank"), numeric=True),
    Column(Sentence("前10%占比", "Share of top 10 %"), numeric=True),
    Column(Sentence("95%區間", "Interval of 95 %"), numeric=True),
    Column(Sentence("著作", "Works"), numeric=True),
    Column(Sentence("分數計數", "Fractional"), numeric=True),
    Column(Sentence("h指數", "h-index"), numeric=True),
)
"""What ``share_cells`` fills."""


def share_cells(each: Share) -> list[object]:
    """A country's figures: rank, share, interval, works, fractional works, h-index."""
    row = each.row
    return [
        "–" if row.rank is None else row.rank,
        percent(row.top10_share),
        ranging(each.interval),
        f"{row.works:,}",
        f"{row.works_fractional:.1f}",
        row.h_index,
    ]


def methods(run: Run, columns: Iterable[str]) -> list[tuple[str, str]]:
    """How columns are reckoned, with who says what is top."""
    told = [(column, say(FORMULAS[column])) for column in columns]
    return [*told, (tr("前10%", "top 10 %"), say(PERCENTILES[run.percentile]))]


def denominators(counted: Counted) -> Sequence[tuple[Sentence, object]]:
    """What the figures rest on, and what they cannot see."""
    cover = counted.coverage
    top = f"{cover['top10']:,}{tr('，', ', ')}" + tr(
        f"其中{cover['top10_without_country']:,}篇沒有國別",
        f"{cover['top10_without_country']:,} without a country",
    )
    return [
        (Sentence("符合的著作", "Works that match"), f"{cover['works']:,}"),
        (Sentence("前10%高被引著作", "Of the 10 % most cited"), top),
        (Sentence("沒有國別", "Without a country"), f"{cover['without_country']:,}"),
        (Sentence("沒有被引次數", "Without a citation count"), f"{cover['without_citations']:,}"),
        (Sentence("不知是否前10%", "Not known whether top"), f"{cover['without_percentile']:,}"),
        (Sentence("沒有年份", "Without a year"), f"{cover['without_year']:,}"),
    ]
