"""Words and cells that the pages of indicators share."""

from decimal import Decimal

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.reports.measured.indicators import Stated
from coretech.apps.reports.models import IndicatorTarget, Observation
from coretech.engines.progress.figures import Comparator
from coretech.engines.progress.kinds import Kind, Nature
from coretech.engines.progress.reckoned import Status, YearReckoned
from coretech.engines.progress.said import aim, plain, share
from coretech.kit.roc import OFFSET
from coretech.kit.sentence import Sentence
from coretech.web.plans.words import chinese
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import say, tr

PROPOSED = Tag(
    Sentence("系統建議，待管考機關確認", "Proposed; its controller has not confirmed it"), "yellow"
)
DEMONSTRATION = Sentence(
    "本頁含示範資料：標示「示範」的數值是虛構的，不是任何機關的實績。",
    "This page holds demonstration figures: what is marked “demonstration” is made up and nobody's actual.",
)
COMPARATORS = {
    Comparator.PLAIN: Sentence("依指標方向", "By the indicator's direction"),
    Comparator.AT_LEAST: Sentence("至少", "At least"),
    Comparator.AT_MOST: Sentence("至多", "At most"),
    Comparator.ABOUT: Sentence("約", "About"),
    Comparator.EXACTLY: Sentence("正好", "Exactly"),
}
STATUSES = {
    Status.MET: "green",
    Status.MISSED: "red",
    Status.UNDER_WAY: "blue",
    Status.NOT_YET: "grey",
    Status.UNREPORTED: "orange",
    Status.NO_TARGET: "grey",
}
NAME = Column(Sentence("指標", "Indicator"))
PROGRESS = Column(Sentence("進度", "Progress"), numeric=True)
LIGHT = Column(Sentence("燈號", "Light"))


def status_tag(status: Status) -> Tag:
    """How a year stands as a tag."""
    return Tag(status.said, STATUSES[status])


def indicator_link(stated: Stated) -> Markup:
    """An indicator's name, leading to its page."""
    address = reverse("indicator", args=[stated.indicator.plan.slug, stated.indicator.key])
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(address, chinese(stated.definition.name))


def kind_of(stated: Stated) -> str:
    """The kind and the unit on one line."""
    unit = stated.definition.unit
    return f"{say(stated.kind.said)}{tr('，', ', ')}{unit}" if unit else say(stated.kind.said)


def target_in(year: YearReckoned) -> Markup | str:
    """What a year wants; a year without a target says so, which is not zero."""
    point = year.target
    if point is None:
        return tr("無目標", "no target")
    if point.value is None:
        return chinese(point.words) or tr("文字目標", "in words")
    bound = "" if point.comparator is Comparator.PLAIN else f"{say(COMPARATORS[point.comparator])} "
    return f"{bound}{aim(point)}"


def actual_in(year: YearReckoned) -> str:
    """What a year reached, else its forecast said to be one, else a dash."""
    if year.actual is not None:
        return plain(year.actual)
    if year.forecast is not None:
        return tr(f"預估 {plain(year.forecast)}", f"{plain(year.forecast)} (forecast)")
    return "–"


def share_of(value: Decimal | None) -> str:
    """A share as per cent, or that there is none."""
    return "–" if value is None else share(value)


def year_words(year: int, quarter: int | None = None) -> str:
    """A ROC year, or a quarter of it, in both calendars."""
    if quarter is None:
        return tr(f"{year}年（{year + OFFSET}）", f"{year + OFFSET} (ROC {year})")
    return tr(f"{year}年（{year + OFFSET}）第{quarter}季", f"Q{quarter} {year + OFFSET} (ROC {year})")


def value_of(observation: Observation, unit: str) -> str:
    """A reported figure with what was given where that was in another unit."""
    if observation.done is not None:
        return tr("已完成", "done") if observation.done else tr("未完成", "not done")
    if observation.value is None:
        return "–"
    shown = f"{plain(observation.value)} {unit}".strip()
    if observation.given_unit and observation.given_unit != unit:
        given = f"{observation.given_value} {observation.given_unit}"
        return tr(f"{shown}（填報為 {given}）", f"{shown} (reported as {given})")
    return shown


def nature_of(observation: Observation) -> str:
    """Actual or forecast."""
    return say(Nature(observation.nature).said)


def printed_target(row: IndicatorTarget) -> Markup:
    """What the document says of a year's target, with its line."""
    line = "" if row.line is None else tr(f"（第{row.line}行）", f" (line {row.line})")
    return Markup("{}{}").format(chinese(row.words) if row.words else "–", line)


def by_yes_or_no(kind: Kind) -> bool:
    """Whether a report says done or not instead of a figure."""
    return kind in {Kind.MILESTONE, Kind.QUALITATIVE}
