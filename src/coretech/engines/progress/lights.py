"""Traffic lights by dated rules that the controller sets; each light names the rule that decided."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from coretech.engines.progress.reckoned import Reckoned, Status
from coretech.engines.progress.said import share
from coretech.engines.progress.schedule import Counted, Standing
from coretech.engines.progress.thresholds import REASONS, Rules
from coretech.kit.roc import OFFSET, said_year
from coretech.kit.sentence import Sentence

__all__ = ["REASONS", "Judged", "Light", "Rule", "Rules", "behind", "differs", "light"]


class Light(StrEnum):
    """Green as planned, amber behind, red far behind, grey nothing to judge by."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"

    @property
    def said(self) -> Sentence:
        """The light's name."""
        return _LIGHTS[self]


class Rule(StrEnum):
    """Which rule decided a light."""

    PACE = "pace"
    MISSED_YEAR = "missed_year"
    OVERDUE = "overdue"
    NOTHING_DUE = "nothing_due"
    NOTHING_REPORTED = "nothing_reported"
    NO_SHARE = "no_share"


_LIGHTS = {
    Light.GREEN: Sentence("綠燈", "green"),
    Light.AMBER: Sentence("黃燈", "amber"),
    Light.RED: Sentence("紅燈", "red"),
    Light.GREY: Sentence("灰燈", "grey"),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A light, the rule that decided, and why in words with the figures."""

    light: Light
    rule: Rule
    sentence: Sentence


def light(found: Reckoned | Counted, rules: Rules) -> Judged:
    """The light of an indicator or of a measure's schedule."""
    return _of_schedule(found, rules) if isinstance(found, Counted) else _of_indicator(found, rules)


def behind(judged: Iterable[Judged]) -> int:
    """How many indicators fall short of the pace that is green."""
    return sum(each.rule is Rule.PACE and each.light in {Light.AMBER, Light.RED} for each in judged)


def differs(computed: Light, own: Light) -> Sentence | None:
    """What to say where the officer's own light is another than the computed one; None where they agree."""
    if computed is own:
        return None
    return Sentence(
        f"系統計算為{computed.said.zh}，承辦人判斷為{own.said.zh}；請說明理由。",
        f"The rules say {computed.said.en}, the officer says {own.said.en}; say why.",
    )


def _of_indicator(found: Reckoned, rules: Rules) -> Judged:
    if found.expected is None or found.expected <= 0:
        return _GREYS[Rule.NO_SHARE if found.expected is None else Rule.NOTHING_DUE]
    if found.progress is None:
        return _GREYS[Rule.NOTHING_REPORTED]
    return _with_gaps(found, _missed(found, _by_pace(found.progress / found.expected, rules), rules))


def _with_gaps(found: Reckoned, judged: Judged) -> Judged:
    """The same light, saying which finished years lack their figure: the light may rest on old ones."""
    years = [said_year(OFFSET + year.year) for year in found.years if year.status is Status.UNREPORTED]
    if not years:
        return judged
    zh, en = "、".join(each.zh for each in years), ", ".join(each.en for each in years)
    said = Sentence(
        f"{judged.sentence.zh}{zh}尚無完整實績。",
        f"{judged.sentence.en} No final figure yet for {en}.",
    )
    return replace(judged, sentence=said)


def _by_pace(pace: Decimal, rules: Rules) -> Judged:
    if pace >= rules.green:
        colour, zh, en = Light.GREEN, f"不低於 {share(rules.green)}", f"at least {share(rules.green)}"
    elif pace >= rules.amber:
        colour, zh, en = Light.AMBER, f"不低於 {share(rules.amber)}", f"at least {share(rules.amber)}"
    else:
        colour, zh, en = Light.RED, f"低於 {share(rules.amber)}", f"below {share(rules.amber)}"
    return Judged(
        colour,
        Rule.PACE,
        Sentence(
            f"完成至今應有的 {share(pace)}，{zh}。", f"{share(pace)} of what is due by now is there, {en}."
        ),
    )


def _missed(found: Reckoned, judged: Judged, rules: Rules) -> Judged:
    """Amber where all is well but the last year that is settled missed its target."""
    settled = [year for year in found.years if year.status in {Status.MET, Status.MISSED}]
    if not rules.missed_year or judged.light is not Light.GREEN or not settled:
        return judged
    last = settled[-1]
    if last.status is Status.MET:
        return judged
    year = said_year(OFFSET + last.year)
    sentence = Sentence(
        f"整體符合進度，但{year.zh}未達成目標。", f"On pace as a whole, but {year.en} missed its target."
    )
    return Judged(Light.AMBER, Rule.MISSED_YEAR, sentence)


def _of_schedule(found: Counted, rules: Rules) -> Judged:
    known = found.total - found.by[Standing.UNKNOWN]
    if not known:
        return _GREYS[Rule.NOTHING_REPORTED]
    if known == found.by[Standing.NOT_YET]:
        return _GREYS[Rule.NOTHING_DUE]
    overdue, late = found.by[Standing.OVERDUE], found.by[Standing.LATE]
    colour = Light.AMBER if overdue or late else Light.GREEN
    if overdue and Decimal(overdue) / known >= rules.overdue:
        colour = Light.RED
    return Judged(
        colour,
        Rule.OVERDUE,
        Sentence(
            f"已知進度的 {known} 項中，逾期 {overdue} 項、應開始而未開始 {late} 項；"
            f"逾期達 {share(rules.overdue)} 者為紅燈。",
            f"Of {known} work items with a known standing {overdue} are overdue and {late} are late to begin; red from"
            f" {share(rules.overdue)} overdue.",
        ),
    )


_GREYS = {
    Rule.NOTHING_DUE: Judged(
        Light.GREY, Rule.NOTHING_DUE, Sentence("至今尚無到期的部分。", "Nothing is due by now.")
    ),
    Rule.NOTHING_REPORTED: Judged(
        Light.GREY,
        Rule.NOTHING_REPORTED,
        Sentence("尚無回報，無從判斷。", "Nothing is reported to judge by."),
    ),
    Rule.NO_SHARE: Judged(
        Light.GREY,
        Rule.NO_SHARE,
        Sentence("這項指標沒有可計算的比率。", "This indicator has no share to reckon with."),
    ),
}
