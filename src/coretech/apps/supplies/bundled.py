"""The commodities and standards that come with the program, each with its document and line, stored once."""

from django.db import transaction
from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.locks import hold
from coretech.apps.audit.record import record
from coretech.apps.people.models import Agency
from coretech.apps.supplies.models import Commodity, CoverStandard
from coretech.engines.supplies.commodities import Commodity as Bundled
from coretech.engines.supplies.commodities import bundled_commodities, bundled_standards
from coretech.engines.supplies.lateness import GRACE

_BUILDING = frozenset({"cement", "sand-and-gravel"})
"""The programme has a chapter of its own for sand and cement."""


def missing_commodities() -> list[Bundled]:
    """The bundled commodities that are not stored; one that somebody has changed since stays as it is."""
    stored = set(Commodity.objects.values_list("slug", flat=True))
    return [each for each in bundled_commodities() if each.slug not in stored]


@transaction.atomic
def load_commodities() -> bool:
    """Write the bundled commodities that are missing, with their standards, in one act; says whether there were any."""
    hold("supplies")
    missing = missing_commodities()
    if not missing:
        return False
    by = Acting(at=now(), username="system")
    made = [_made(each) for each in missing]
    standards = [standard for each in made for standard in _standards(each, by)]
    record(
        by,
        "supply.bundled",
        "supplies",
        public={"commodities": [each.slug for each in made], "standards": len(standards)},
        rows=standards,
        why="the commodities of the six-core programme, from the bundled data",
    )
    return True


def _made(bundled: Bundled) -> Commodity:
    order = [each.slug for each in bundled_commodities()].index(bundled.slug) + 1
    building = bundled.slug in _BUILDING
    return Commodity.objects.create(
        slug=bundled.slug,
        zh=bundled.name.zh,
        en=bundled.name.en,
        unit=bundled.unit,
        frequency=bundled.frequency.value,
        category=Commodity.Category.BUILDING if building else bundled.category.value,
        authority=Agency.objects.get(code=bundled.authority),
        use_rule=bundled.use_rule.value,
        days=GRACE[bundled.frequency],
        public=bundled.public,
        source=bundled.origin.document,
        line=bundled.origin.line,
        order=order,
    )


def _standards(commodity: Commodity, by: Acting) -> list[Model]:
    return [
        CoverStandard.objects.create(
            commodity=commodity,
            days=each.standard.days,
            basis=each.standard.basis.value,
            start=each.standard.start,
            until=each.standard.end,
            source=each.origin.document,
            line=each.origin.line,
            recorded_at=by.at,
        )
        for each in bundled_standards().get(commodity.slug, ())
    ]
