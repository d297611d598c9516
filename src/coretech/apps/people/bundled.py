"""The agencies under their names in time, from the bundled facts."""

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
