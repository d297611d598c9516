"""Rules of attention about measures, over their standings at the newest published period."""

from collections.abc import Callable
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from coretech.apps.reports.attention.rules import Kind, Noted, Rule, Scope, among
from coretech.apps.reports.models import MeasureStanding
from coretech.engines.progress.lights import Light
from coretech.kit.sentence import Sentence

_COLUMNS = (
    "period",
    "agency",
    "element_key",
    "light",
    "own_light",
    "overdue",
    "out_of_pace",
    "period__plan_id",
)
_PAIRS = {(Light.RED, Light.AMBER), (Light.RED, Light.GREEN), (Light.AMBER, Light.GREEN)}
"""The computed light, and an own one that is greener."""
_GREENER = reduce(or_, (Q(light=computed, own_light=own) for computed, own in sorted(_PAIRS)))


def standings(scope: Scope) -> QuerySet[MeasureStanding]:
    """Each measure once: as a whole, or the agencies' own share of it; only columns that an index holds."""
    rows = MeasureStanding.objects.filter(among("period", scope.periods))
    own = rows.filter(agency=None) if scope.agencies is None else rows.filter(among("agency", scope.agencies))
    return own.select_related("period").only(*_COLUMNS).order_by("-overdue", "-out_of_pace", "pk")


def _where(condition: Q) -> Callable[[Scope], QuerySet[MeasureStanding]]:
    return lambda scope: standings(scope).filter(condition)


def _noted(
    kind: Kind, reason: Callable[[MeasureStanding], Sentence]
) -> Callable[[MeasureStanding, Scope], Noted]:
    def noted(row: MeasureStanding, scope: Scope) -> Noted:
        plan = scope.plans[row.period.plan_id]
        path = f"/plans/{plan.slug}/entries/{row.element_key}/"
        return Noted(kind, reason(row), path, plan.id, row.element_key)

    return noted


def _why(row: MeasureStanding) -> Sentence:
    """What stands behind the light, and the officer's own where that is greener; the light where there is nothing."""
    parts = [
        (row.overdue, Sentence(f"{row.overdue}項工作逾期", f"{_many(row.overdue, 'work item')} overdue")),
        (
            row.out_of_pace,
            Sentence(f"{row.out_of_pace}項指標落後", f"{_many(row.out_of_pace, 'indicator')} behind"),
        ),
        (_is_greener(row), _own(row)),
    ]
    told = [words for there, words in parts if there]
    if not told:
        light = Light(row.light).said
        return Sentence(light.zh, light.en.capitalize())
    return Sentence("、".join(each.zh for each in told), ", ".join(each.en for each in told))


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _is_greener(row: MeasureStanding) -> bool:
    return (row.light, row.own_light) in _PAIRS


def _own(row: MeasureStanding) -> Sentence:
    own = Light(row.own_light).said if row.own_light else Sentence("–", "–")
    return Sentence(f"承辦人判斷為{own.zh}", f"the officer says {own.en}")


def _greener(row: MeasureStanding) -> Sentence:
    computed, own = Light(row.light).said, Light(row.own_light).said
    return Sentence(
        f"系統計算為{computed.zh}，承辦人判斷為{own.zh}",
        f"The rules say {computed.en}, the officer says {own.en}",
    )


def _behind(row: MeasureStanding) -> Sentence:
    return Sentence(
        f"{row.out_of_pace}項指標落後應有進度",
        f"{_many(row.out_of_pace, 'indicator')} behind what is due by now",
    )


def _lit(kind: Kind, light: Light, weight: int = 0) -> Rule[MeasureStanding]:
    title = Sentence(f"{light.said.zh}措施", f"{light.said.en.capitalize()} measures")
    return Rule(
        kind, weight, title, _where(Q(light=light)), _noted(kind, _why), "period__plan_id", public=True
    )


MEASURES = (
    _lit(Kind.RED, Light.RED, weight=90),
    Rule(
        Kind.OWN_GREENER,
        70,
        Sentence("承辦人判斷較系統樂觀", "Judged greener than computed"),
        _where(_GREENER),
        _noted(Kind.OWN_GREENER, _greener),
        "period__plan_id",
        public=True,
    ),
    Rule(
        Kind.OUT_OF_PACE,
        40,
        Sentence("未達紅燈而指標落後", "Not red, with indicators behind"),
        _where(Q(out_of_pace__gt=0) & ~Q(light=Light.RED)),
        _noted(Kind.OUT_OF_PACE, _behind),
        "period__plan_id",
        public=True,
    ),
    _lit(Kind.AMBER, Light.AMBER),
    _lit(Kind.GREEN, Light.GREEN),
    _lit(Kind.GREY, Light.GREY),
)
