"""Commodities, batches and files, as far as somebody may see them."""

from collections.abc import Iterable

from django.db.models import Case, Count, Q, QuerySet, When

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.supplies.access import no_such_commodity, reads_within, require_shown
from coretech.apps.supplies.models import (
    Alert,
    Batch,
    Commodity,
    CoverStandard,
    Intake,
    Reporter,
    SupplyReturn,
)
from coretech.kit.refusal import not_found
from coretech.law.access import Action


def commodities(by: Acting) -> QuerySet[Commodity]:
    """The commodities somebody may know of, in the order of the list."""
    found = Commodity.objects.select_related("authority").prefetch_related(
        "authority__names", "standards", "reporters"
    )
    return found if reads_within(by) else found.filter(public=True)


def own_commodities(by: Acting) -> QuerySet[Commodity]:
    """The commodities whose returns somebody files."""
    return commodities(by).filter(authority__code__in=by.standing.agencies)


def commodity_of(by: Acting, slug: str) -> Commodity:
    """One commodity.

    Raises:
        Refused: (HTTP 404) where there is none, or none for this reader.
    """
    found = Commodity.objects.select_related("authority").filter(slug=slug).first()
    if found is None:
        raise no_such_commodity(slug)
    require_shown(by, found)
    return found


def locked_commodity(slug: str) -> Commodity:
    """The commodity's row, locked for an operation (HTTP 404 where there is none)."""
    found = (
        Commodity.objects.select_for_update(of=("self",))
        .select_related("authority")
        .filter(slug=slug)
        .first()
    )
    if found is None:
        raise no_such_commodity(slug)
    return found


def standards_of(commodity: Commodity) -> QuerySet[CoverStandard]:
    """Every standard that was ever set, oldest first."""
    return commodity.standards.order_by("start", "pk")


def open_alerts(by: Acting, of: Iterable[Commodity] | None = None) -> QuerySet[Alert]:
    """The alerts that are open, the graver kinds first; for whoever sees the internal view (HTTP 403 otherwise)."""
    allow(by, Action.READ_SUPPLIES)
    graveness = Case(*(When(kind=kind, then=place) for place, kind in enumerate(Alert.Kind)))
    found = Alert.objects.filter(closed_at=None).select_related("commodity").order_by(graveness, "-pk")
    return found if of is None else found.filter(commodity__in=list(of))


def alerts_of(by: Acting, commodity: Commodity) -> list[Alert]:
    """All alerts of a commodity, the open ones first; none for whoever sees the public view."""
    if not reads_within(by):
        return []
    found = commodity.alerts.select_related("closed_by").order_by("-pk")
    return sorted(found, key=lambda each: each.closed_at is not None)


def reporters_of(commodity: Commodity) -> list[tuple[Reporter, int]]:
    """Whoever reports or has reported it, with how many returns stand."""
    standing = Count("returns", filter=Q(returns__restated_by=None))
    found = commodity.reporters.annotate(many=standing).order_by("code")
    counts = dict(found.values_list("pk", "many"))
    return [(each, counts[each.pk]) for each in commodity.reporters.all()]


def batch_of(by: Acting, number: int) -> Batch:
    """A batch, for whoever sees the internal view.

    Raises:
        Refused: (HTTP 403) for others, (HTTP 404) where there is none.
    """
    allow(by, Action.READ_SUPPLIES)
    found = Batch.objects.select_related("filed_by").filter(pk=number).first()
    if found is None:
        raise not_found("沒有這一批申報。", "There is no such batch of returns.")
    return found


def rows_of_batch(batch: Batch) -> QuerySet[SupplyReturn]:
    """What a batch brought, in the order of the file."""
    return batch.returns.select_related("commodity", "reporter", "restates").order_by("pk")


def file_of(by: Acting, number: int) -> Intake:
    """A file handed in, for whoever handed it in or sees the internal view.

    Raises:
        Refused: (HTTP 403) for others, (HTTP 404) where there is none.
    """
    allow(by, Action.READ_SUPPLIES)
    found = Intake.objects.defer("content").select_related("filed_by", "batch").filter(pk=number).first()
    if found is None:
        raise not_found("沒有這個檔案。", "There is no such file.")
    return found
