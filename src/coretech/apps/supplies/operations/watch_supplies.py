"""Watching supplies: alerts are opened and closed by rule, and whoever watches a commodity is written to once."""

from collections.abc import Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import Letter, post
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.supplies.models import Alert, Commodity, Watcher
from coretech.apps.supplies.watching import due
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_GONE = "情形已解除 / no longer so"


def check(by: Acting) -> None:
    """Whether this one sees the internal view of supplies."""
    allow(by, Action.READ_SUPPLIES)


@operation
def watch_supplies(by: Acting) -> Act:
    """Open the alerts that are due and close those whose reason is gone (HTTP 409 where there is neither)."""
    check(by)
    hold("supply-alerts")
    found = due(
        Commodity.objects.select_related("authority").prefetch_related("standards", "reporters"), by.today
    )
    if found.nothing:
        raise wrong_state("示警沒有變動。", "No alert is to be opened or closed.")
    opened = [
        Alert.objects.create(
            commodity=commodity,
            kind=reason.kind,
            key=reason.key,
            day=reason.day,
            zh=reason.said.zh,
            en=reason.said.en,
            opened_at=by.at,
        )
        for commodity, reason in found.opening
    ]
    closed = [each.pk for each in found.closing]
    Alert.objects.filter(pk__in=closed).update(closed_at=by.at, closed_why=_GONE)
    act = record(
        by,
        "supply.watched",
        "supplies",
        public={"opened": [each.subject for each in opened], "closed": [f"alert/{key}" for key in closed]},
        confidential={"keys": [each.key for each in opened]},
    )
    post(act, _letters(opened))
    return act


def _letters(opened: Sequence[Alert]) -> list[Letter]:
    """One letter for each watcher and commodity, however many alerts it has."""
    commodities = {each.commodity_id: each.commodity for each in opened}
    watchers = Watcher.objects.filter(commodity__in=commodities, person__account__is_active=True)
    pairs = watchers.order_by("pk").values_list("person__account_id", "commodity_id")
    return [_letter(account, commodities[key]) for account, key in pairs]


def _letter(account: int, commodity: Commodity) -> Letter:
    subject = Sentence(f"{commodity.zh}有新的示警，請查看", f"New alert about {commodity.en}: please look")
    return Letter(account, subject, f"/supplies/{commodity.slug}/")
