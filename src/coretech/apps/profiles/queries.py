"""Profiles, versions and drafts, as far as somebody may see them."""

from collections.abc import Sequence

from django.db.models import F, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.profiles.access import allow_keeping, keeps, no_such_profile
from coretech.apps.profiles.models import Profile, ProfileDraft, ProfileVersion
from coretech.engines.profiles.content import Content, empty
from coretech.kit.refusal import not_found


def published() -> QuerySet[Profile]:
    """Every profile of which a version is published; public."""
    return Profile.objects.select_related("authority").filter(newest__gt=0)


def own_drafts(by: Acting) -> QuerySet[ProfileDraft]:
    """The drafts of somebody's agencies."""
    return ProfileDraft.objects.filter(profile__authority__code__in=by.standing.agencies).select_related(
        "profile"
    )


def profile_of(by: Acting, slug: str) -> Profile:
    """One profile: a published one for anybody, an unpublished one for its keepers.

    Raises:
        Refused: (HTTP 404) where there is none, or none for this reader.
    """
    found = Profile.objects.select_related("authority").filter(slug=slug).first()
    if found is None or not (found.newest or keeps(by, found)):
        raise no_such_profile(slug)
    return found


def kept_profile(by: Acting, slug: str) -> Profile:
    """One profile for whoever keeps it (HTTP 403 otherwise, HTTP 404 where there is none)."""
    found = profile_of(by, slug)
    allow_keeping(by, found.authority.code)
    return found


def newest_of(profile: Profile) -> ProfileVersion | None:
    """The version that counts; None where none is published."""
    return profile.versions.filter(number=profile.newest).first()


def version_of(profile: Profile, number: int) -> ProfileVersion:
    """One version (HTTP 404 where there is none)."""
    found = profile.versions.filter(number=number).first()
    if found is None:
        raise not_found("沒有這一版。", "There is no such version.")
    return found


def draft_of(profile: Profile) -> ProfileDraft | None:
    """The draft of the next version, where one was begun."""
    return ProfileDraft.objects.filter(profile=profile).first()


def begun_from(profile: Profile) -> Content:
    """What a draft begins with: the newest version, or nothing."""
    newest = newest_of(profile)
    return empty() if newest is None else newest.content


def profiles_of_item(number: int) -> Sequence[Profile]:
    """The profiles whose newest version describes an item of the list."""
    having = ProfileVersion.objects.filter(
        content__items__contains=[{"number": str(number)}], number=F("profile__newest")
    )
    return list(published().filter(versions__in=having))
