"""Technology profiles: read by anybody, drafted and published by their authority."""

from collections.abc import Iterable
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from pydantic import Field

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.schemas import NO_NUL, Code, Given, Moment, Shown, Words
from coretech.apps.profiles.models import Profile, ProfileVersion
from coretech.apps.profiles.operations.discard_draft import discard_draft
from coretech.apps.profiles.operations.draft_profile import NewProfile, draft_profile
from coretech.apps.profiles.operations.publish_profile import publish_profile
from coretech.apps.profiles.queries import (
    begun_from,
    draft_of,
    kept_profile,
    newest_of,
    profile_of,
    published,
    version_of,
)
from coretech.engines.profiles.comparing import changes
from coretech.engines.profiles.content import Row, digest_of
from coretech.kit.refusal import not_found

router = Router(tags=["profiles"])

_MOST_SECTIONS, _MOST_ROWS = 20, 40
_LARGEST = 9999
Slug = Annotated[
    str, Path(description="The profile, such as `ic-14nm`."), Field(pattern=r"^[a-z0-9-]{1,40}$")
]
Number = Annotated[int, Path(description="The version.", ge=1, le=_LARGEST)]
From = Annotated[int, Query(1, alias="from", description="The earlier version.", ge=1, le=_LARGEST)]
To = Annotated[
    int | None, Query(None, description="The later version; the newest by default.", ge=1, le=_LARGEST)
]
ColumnName = Annotated[str, Field(max_length=40, pattern=NO_NUL)]
CellText = Annotated[str, Field(max_length=2000, pattern=NO_NUL)]
RowGiven = Annotated[dict[ColumnName, CellText], Field(max_length=_MOST_SECTIONS)]
SectionRows = Annotated[list[RowGiven], Field(max_length=_MOST_ROWS)]
SeenDigest = Annotated[str, Field(max_length=64, pattern=r"^[0-9a-f]*$")]


class ProfileNameGiven(Given):
    """The names of a profile there is not yet, and the agency that will keep it."""

    zh: Annotated[str, Field(min_length=1, max_length=120, pattern=NO_NUL)]
    en: Annotated[str, Field(min_length=1, max_length=200, pattern=NO_NUL)]
    authority: Code


class ProfileDraftGiven(Given):
    """A whole draft: rows by section; ``seen`` is the digest of the draft it takes the place of, empty for none."""

    content: Annotated[dict[ColumnName, SectionRows], Field(max_length=_MOST_SECTIONS)]
    seen: SeenDigest = ""
    new: ProfileNameGiven | None = None


class ProfilePublishGiven(Given):
    """What a reader is told of the new version, and the digest of the draft that is published."""

    seen: SeenDigest
    why: Annotated[str, Field(min_length=1, max_length=300, pattern=NO_NUL)]


class ProfileDiscardGiven(Given):
    """The digest of the draft that is given up."""

    seen: SeenDigest


class ProfileBrief(Shown):
    """A profile by its name, with the version that counts."""

    slug: str
    name: Words
    authority: str
    newest: int


class ProfileShown(ProfileBrief):
    """A profile as it stands or stood, rows by section."""

    version: int
    published_at: Moment
    why: str
    content: dict[str, list[dict[str, str]]]


class ProfileDraftShown(Shown):
    """The draft of the next version with its digest; what a draft would begin from where there is none."""

    slug: str
    begun: bool
    digest: str
    content: dict[str, list[dict[str, str]]]


class ProfileChange(Shown):
    """The rows that came and went in one section; an altered row went and came."""

    section: str
    came: list[dict[str, str]]
    went: list[dict[str, str]]


@router.get("", response=list[ProfileBrief], auth=PUBLIC, summary="技術特徵 / Technology profiles")
def list_profiles(request: HttpRequest) -> list[ProfileBrief]:  # noqa: ARG001 - the framework gives it by name
    """Every profile of which a version is published."""
    return [ProfileBrief.model_validate(_brief(each)) for each in published()]


@router.get("/{profile_slug}", response=ProfileShown, auth=PUBLIC, summary="一份技術特徵 / One profile")
def show_profile(request: HttpRequest, profile_slug: Slug) -> ProfileShown:
    """The version that counts."""
    profile = profile_of(acting(request), profile_slug)
    return _shown(profile, _newest(profile))


@router.get(
    "/{profile_slug}/versions/{profile_version}",
    response=ProfileShown,
    auth=PUBLIC,
    summary="較早的一版 / An earlier version",
)
def show_profile_version(request: HttpRequest, profile_slug: Slug, profile_version: Number) -> ProfileShown:
    """A version as it was published."""
    profile = profile_of(acting(request), profile_slug)
    return _shown(profile, version_of(profile, profile_version))


@router.get(
    "/{profile_slug}/compare",
    response=list[ProfileChange],
    auth=PUBLIC,
    summary="兩版之差 / Two versions compared",
)
def compare_profile(
    request: HttpRequest, profile_slug: Slug, earlier: From = 1, to: To = None
) -> list[ProfileChange]:
    """What came and went between two versions, by section."""
    profile = profile_of(acting(request), profile_slug)
    before = version_of(profile, earlier)
    after = _newest(profile) if to is None else version_of(profile, to)
    return [
        ProfileChange(section=each.section.key, came=_rows(each.came), went=_rows(each.went))
        for each in changes(before.content, after.content)
    ]


@router.get("/{profile_slug}/draft", response=ProfileDraftShown, summary="草稿 / The draft")
def show_profile_draft(request: HttpRequest, profile_slug: Slug) -> ProfileDraftShown:
    """The draft of the next version, for the authority's officers."""
    profile = kept_profile(acting(request), profile_slug)
    draft = draft_of(profile)
    content = begun_from(profile) if draft is None else draft.content
    return ProfileDraftShown.model_validate(
        {
            "slug": profile.slug,
            "begun": draft is not None,
            "digest": "" if draft is None else digest_of(draft.content),
            "content": content,
        }
    )


@router.put("/{profile_slug}/draft", response=WRITTEN, summary="寫草稿 / Write the draft")
def write_profile_draft(request: HttpRequest, profile_slug: Slug, given: ProfileDraftGiven) -> Status[Done]:
    """Keep a whole draft, of a new profile where ``new`` names one."""
    new = None if given.new is None else NewProfile(given.new.zh, given.new.en, given.new.authority)
    return written(request, lambda by: draft_profile(by, profile_slug, given.content, given.seen, new))


@router.post("/{profile_slug}/publish", response=WRITTEN, summary="發布新版 / Publish the draft")
def publish_profile_draft(
    request: HttpRequest, profile_slug: Slug, given: ProfilePublishGiven
) -> Status[Done]:
    """Make the draft the version that counts."""
    return written(request, lambda by: publish_profile(by, profile_slug, given.seen, given.why))


@router.post("/{profile_slug}/discard", response=WRITTEN, summary="刪除草稿 / Give up the draft")
def discard_profile_draft(
    request: HttpRequest, profile_slug: Slug, given: ProfileDiscardGiven
) -> Status[Done]:
    """Delete the draft; what is published stays."""
    return written(request, lambda by: discard_draft(by, profile_slug, given.seen))


def _newest(profile: Profile) -> ProfileVersion:
    newest = newest_of(profile)
    if newest is None:
        raise not_found("還沒有發布任何版本。", "No version is published yet.")
    return newest


def _brief(profile: Profile) -> dict[str, object]:
    return {
        "slug": profile.slug,
        "name": Words.of(profile.name),
        "authority": profile.authority.code,
        "newest": profile.newest,
    }


def _shown(profile: Profile, version: ProfileVersion) -> ProfileShown:
    return ProfileShown.model_validate(
        {
            **_brief(profile),
            "version": version.number,
            "published_at": version.published_at,
            "why": version.why,
            "content": version.content,
        }
    )


def _rows(rows: Iterable[Row]) -> list[dict[str, str]]:
    return [dict(each) for each in rows]
