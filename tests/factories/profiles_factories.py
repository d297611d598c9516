"""Technology profiles in tests: the bundled one, its officer, and contents to write."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.profiles.bundled import load_profiles
from coretech.apps.profiles.models import Profile
from coretech.apps.profiles.operations.draft_profile import draft_profile
from coretech.apps.profiles.queries import begun_from, draft_of
from coretech.engines.profiles.content import Content, digest_of
from tests import factories

SLUG, OFFICER, ELSEWHERE = "ic-14nm", "agency-moea", "agency-nstc"
FUNCTION = {"zh": "供測試用", "en": "for a test", "source": "test"}


def staged() -> Profile:
    """The bundled profile."""
    load_profiles()
    return Profile.objects.get(slug=SLUG)


def world() -> dict[str, object]:
    """One of everything of profiles that has an address, by the names that addresses have for it."""
    staged()
    return {
        "profile_slug": SLUG,
        "profile_version": 1,
        "profile_section": "readiness",
        "control_kind": "logic",
    }


def officer() -> Acting:
    """An officer of the authority."""
    return factories.acting(OFFICER)


def with_function(profile: Profile) -> Content:
    """The newest version with one function more."""
    content = begun_from(profile)
    return {**content, "functions": [*content["functions"], FUNCTION]}


def drafted(profile: Profile, content: Content | None = None) -> Act:
    """A draft with one function more, or of another content."""
    return draft_profile(officer(), profile.slug, content or with_function(profile), seen(profile))


def seen(profile: Profile) -> str:
    """The digest of the draft there is."""
    draft = draft_of(profile)
    return "" if draft is None else digest_of(draft.content)
