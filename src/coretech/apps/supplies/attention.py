"""All rules of attention, the heaviest first: those of plans, and those of critical supplies."""

from collections.abc import Callable

from django.db.models import QuerySet

from coretech.apps.reports.attention.dashboard import is_demonstration
from coretech.apps.reports.attention.measures import MEASURES
from coretech.apps.reports.attention.owed import OWED
from coretech.apps.reports.attention.rules import AnyRule, Kind, Noted, Rule, Scope
from coretech.apps.supplies.models import Alert, Batch
from coretech.kit.sentence import Sentence


def _open(kind: Alert.Kind) -> Callable[[Scope], QuerySet[Alert]]:
    def rows(scope: Scope) -> QuerySet[Alert]:
        found = Alert.objects.filter(kind=kind, closed_at=None).select_related("commodity")
        if scope.agencies is not None:
            found = found.filter(commodity__authority__in=list(scope.agencies))
        return (found.filter(commodity__public=True) if scope.public else found).order_by("day", "pk")

    return rows


def _told(kind: Kind) -> Callable[[Alert, Scope], Noted]:
    def noted(row: Alert, _: Scope) -> Noted:
        reason = Sentence(row.zh, row.en)
        return Noted(kind, reason, f"/supplies/{row.commodity.slug}/", name=row.commodity.name)

    return noted


SUPPLIES = (
    Rule(
        Kind.BELOW_STANDARD,
        100,
        Sentence("低於安全存量的物資", "Supplies below their standard"),
        _open(Alert.Kind.BELOW),
        _told(Kind.BELOW_STANDARD),
        public=True,
    ),
    Rule(
        Kind.LATE_RETURN,
        50,
        Sentence("逾期未報的物資", "Supplies reported late"),
        _open(Alert.Kind.LATE),
        _told(Kind.LATE_RETURN),
    ),
)
_ALL: tuple[AnyRule, ...] = (*MEASURES, *OWED, *SUPPLIES)
RULES: tuple[AnyRule, ...] = tuple(sorted(_ALL, key=lambda rule: -rule.weight))
RULE_OF = {rule.kind: rule for rule in RULES}


def is_made_up(scope: Scope) -> bool:
    """Whether anything a dashboard may tell is made up: of its plans, or of supplies."""
    return is_demonstration(scope) or Batch.objects.filter(demonstration=True).exists()
