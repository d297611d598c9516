"""Who keeps an agency's inventory on a day (art. 9(1))."""

import datetime as dt
from collections.abc import Mapping, Sequence

from coretech.apps.bodies.queries import posted_at
from coretech.apps.inventory.models import Keeper
from coretech.apps.people.models import Agency, Person, Posting


def keepers_on(agencies: Sequence[Agency], day: dt.date) -> Mapping[int, Keeper]:
    """The newest keeper of each agency on a day, by the agency's number; who is no longer its officer keeps nothing."""
    rows = Keeper.objects.filter(agency__in=agencies, since__lte=day).select_related("person")
    newest = rows.order_by("agency_id", "-since", "-pk").distinct("agency_id")
    there = {(post.agency_id, post.person_id) for post in posted_at([agency.pk for agency in agencies], day)}
    return {
        keeper.agency_id: keeper
        for keeper in newest
        if keeper.person_id is None or (keeper.agency_id, keeper.person_id) in there
    }


def keeper_on(agency: Agency, day: dt.date) -> Keeper | None:
    """The agency's keeper on a day, or None where there is none."""
    return keepers_on([agency], day).get(agency.pk)


def officers_on(agency: Agency, day: dt.date) -> list[Person]:
    """Who serves as an officer of the agency on a day, and so may keep its inventory."""
    posts = posted_at([agency.pk], day).filter(kind=Posting.Kind.OFFICER)
    return [post.person for post in posts]
