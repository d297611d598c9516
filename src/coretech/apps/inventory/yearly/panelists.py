"""Who sits on an agency's panel on a day."""

import datetime as dt

from coretech.apps.bodies.models import Body
from coretech.apps.bodies.queries import appointments_on
from coretech.apps.people.models import Agency, Person


def panelists_of(agency: Agency, day: dt.date) -> list[Person]:
    """The people in office on the agency's panel, by name."""
    panels = Body.objects.filter(kind=Body.Kind.PANEL, agency=agency)
    sitting = {each.person_id for panel in panels for each in appointments_on(panel, day)}
    return list(Person.objects.filter(pk__in=sitting).order_by("name_zh", "pk"))
