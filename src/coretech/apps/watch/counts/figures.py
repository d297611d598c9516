"""What was counted, as pages and the API show it: by technology, by country, with intervals."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max, QuerySet

from coretech.apps.watch.counts.alerts import top_with_country
from coretech.apps.watch.counts.countries import TAIWAN
from coretech.apps.watch.models import Counted, CountryFigure, Run, WatchedTechnology
from coretech.apps.watch.queries import find_technology
from coretech.engines.watching.intervals import Interval, wilson
from coretech.kit.refusal import not_found


@dataclass(frozen=True, slots=True)
class Share:
    """A country's row with the interval of its share; none where there is no share."""

    row: CountryFigure
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A technology in a run, with the leader's row and Taiwan's; none where they have none."""

    counted: Counted
    leader: CountryFigure | None
    taiwan: CountryFigure | None


def counted_in(run: Run) -> QuerySet[Counted]:
    """Every technology of a run."""
    return run.counted.select_related("technology", "definition").order_by("technology_id")


def find_counted(run: Run, code: str) -> Counted | None:
    """A technology of a run; None where the run does not have it (HTTP 404 for one that is not watched)."""
    return counted_in(run).filter(technology=find_technology(code)).first()


def standings(run: Run) -> list[Standing]:
    """Every technology of a run with its leader and Taiwan."""
    wanted = CountryFigure.objects.filter(counted__run=run, place=1)
    leaders = {row.counted_id: row for row in wanted}
    own = CountryFigure.objects.filter(counted__run=run, country=TAIWAN)
    taiwan = {row.counted_id: row for row in own}
    return [Standing(each, leaders.get(each.pk), taiwan.get(each.pk)) for each in counted_in(run)]


def standing_of(run: Run, technology: WatchedTechnology) -> Standing | None:
    """One technology of a run with its leader and Taiwan; None where the run does not have it."""
    counted = counted_in(run).filter(technology=technology).first()
    if counted is None:
        return None
    rows = counted.countries
    return Standing(counted, rows.filter(place=1).first(), rows.filter(country=TAIWAN).first())


def shares(counted: Counted) -> list[Share]:
    """Every country of a technology by rank, each share with its interval."""
    of = top_with_country(counted)
    return [share(row, of) for row in counted.countries.all()]


def share(row: CountryFigure, of: int) -> Share:
    """A row with its interval; ``of`` are the top papers that name a country."""
    return Share(row, None if row.top10_share is None else wilson(row.top10_share, of))


def of_country(run: Run, country: str) -> list[Share]:
    """A country in every technology of a run that it has works in, its best rank first.

    Raises:
        Refused: (HTTP 404) where no work of the run names it.
    """
    rows = CountryFigure.objects.filter(counted__run=run, country=country)
    found = list(rows.select_related("counted__technology").order_by("rank", "-works", "pk"))
    if not found:
        raise not_found("這次計算沒有這個國家的著作。", "No work of this run names that country.")
    return [share(row, top_with_country(row.counted)) for row in found]


def countries_of(run: Run) -> Sequence[str]:
    """Every country that a work of a run names, the one with most works in a technology first."""
    rows = CountryFigure.objects.filter(counted__run=run).values("country").annotate(most=Max("works"))
    return list(rows.order_by("-most", "country").values_list("country", flat=True))
