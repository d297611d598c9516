"""The agencies under their names in time and with their kinds, from the bundled facts."""

from coretech.apps.people.kinds import bundled_kinds
from coretech.apps.people.models import Agency, AgencyName
from coretech.kit.agencies import bundled_names

_LONGEST_SOURCE = 200


def load_agencies() -> None:
    """Write the bundled agencies and names where they are missing; what is there stays."""
    for name in bundled_names():
        agency, _ = Agency.objects.get_or_create(code=name.code)
        AgencyName.objects.get_or_create(
            agency=agency,
            valid_from=name.valid_from,
            defaults={
                "zh": name.name.zh,
                "en": name.name.en,
                "valid_until": name.valid_until,
                "source": name.source[:_LONGEST_SOURCE],
            },
        )
    _tell_kinds()


def _tell_kinds() -> None:
    """Give agencies that have no kind yet the bundled one; a kind that was given stays."""
    untold = Agency.objects.filter(kind=Agency.Kind.OTHER, kind_source="")
    for code, bundled in bundled_kinds().items():
        if bundled.kind.value != Agency.Kind.OTHER:
            untold.filter(code=code).update(kind=bundled.kind.value)
