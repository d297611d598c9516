"""The profiles that come with the program, each row with its source, stored once as their first versions."""

from django.db import transaction

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.locks import hold
from coretech.apps.audit.record import record
from coretech.apps.people.models import Agency
from coretech.apps.profiles.models import Profile, ProfileVersion
from coretech.engines.profiles.bundled import Bundled, bundled_profiles


def missing_profiles() -> list[Bundled]:
    """The bundled profiles that are not stored; one that its authority has changed since stays as it is."""
    stored = set(Profile.objects.values_list("slug", flat=True))
    return [each for each in bundled_profiles() if each.slug not in stored]


@transaction.atomic
def load_profiles() -> bool:
    """Write the bundled profiles that are missing, in one act; says whether there were any."""
    hold("profiles")
    missing = missing_profiles()
    if not missing:
        return False
    by = Acting(at=now(), username="system")
    versions = [_made(each, by) for each in missing]
    record(
        by,
        "profile.bundled",
        "profiles",
        public={"profiles": [each.slug for each in missing]},
        rows=versions,
        why="the profiles that come with the program, from the bundled data",
    )
    return True


def _made(bundled: Bundled, by: Acting) -> ProfileVersion:
    agency = Agency.objects.get(code=bundled.authority)
    profile = Profile.objects.create(
        slug=bundled.slug, zh=bundled.name.zh, en=bundled.name.en, authority=agency, newest=1
    )
    return ProfileVersion.objects.create(
        profile=profile, number=1, content=bundled.content, published_at=by.at, why=bundled.source
    )
