"""Where imports come from: the sources told in returns that stand, added up over a span."""

import datetime as dt
from decimal import Decimal

from django.db.models import Sum

from coretech.apps.supplies.models import Commodity, ImportOrigin
from coretech.engines.supplies.sources import Sources, concentration

DOMINANT = Decimal("0.7")
"""A source with this share of the imports of a year is told of. Our judgement."""
_A_YEAR = dt.timedelta(days=365)


def sources_of(commodity: Commodity, until: dt.date) -> Sources:
    """The sources of the periods that ended in the year up to a day."""
    told = (
        ImportOrigin.objects.filter(commodity=commodity, told_in__restated_by=None)
        .filter(end__gt=until - _A_YEAR, end__lte=until)
        .order_by("origin")
        .values_list("origin")
        .annotate(total=Sum("quantity"))
    )
    return concentration(dict(told))


def last_told(commodity: Commodity) -> dt.date | None:
    """The last day for which a source was told."""
    found = ImportOrigin.objects.filter(commodity=commodity, told_in__restated_by=None).order_by("-end")
    return found.values_list("end", flat=True).first()
