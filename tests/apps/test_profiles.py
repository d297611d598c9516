"""Technology profiles: drafted and published by their authority, in versions that are never changed."""

import pytest
from django.db import DatabaseError, transaction

from coretech.apps.audit.models import Act
from coretech.apps.profiles.bundled import load_profiles
from coretech.apps.profiles.models import Profile, ProfileVersion
from coretech.apps.profiles.operations.discard_draft import discard_draft
from coretech.apps.profiles.operations.draft_profile import NewProfile, draft_profile
from coretech.apps.profiles.operations.publish_profile import publish_profile
from coretech.apps.profiles.queries import draft_of, newest_of, profile_of, profiles_of_item, published
from coretech.apps.register.related import related_to
from coretech.engines.profiles.content import empty
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import profiles_factories as profiles


@pytest.fixture
def profile(stage: None) -> Profile:  # noqa: ARG001 - asked for, not read
    return profiles.staged()


def published_next(profile: Profile) -> ProfileVersion:
    profiles.drafted(profile)
    publish_profile(profiles.officer(), profile.slug, profiles.seen(profile), "one function more")
    profile.refresh_from_db()
    newest = newest_of(profile)
    assert newest is not None
    return newest


def test_the_bundle_is_stored_once_and_left_alone(profile: Profile) -> None:
    published_next(profile)

    assert load_profiles() is False
    assert [each.newest for each in published()] == [2]


def test_a_draft_becomes_the_next_version_and_the_first_stays(profile: Profile) -> None:
    second = published_next(profile)
    first = profile.versions.get(number=1)

    assert second.number == 2
    assert second.content["functions"][-1] == profiles.FUNCTION
    assert profiles.FUNCTION not in first.content["functions"]
    assert draft_of(profile) is None
    act = Act.objects.latest("seq")
    assert (act.kind, act.subject, act.public["version"]) == ("profile.published", "profile/ic-14nm", 2)


def test_the_database_refuses_to_change_a_version(profile: Profile) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        profile.versions.update(why="something else")


def test_only_the_authority_s_officers_write(profile: Profile) -> None:
    stranger = factories.acting(profiles.ELSEWHERE)

    with pytest.raises(Refused) as told:
        draft_profile(stranger, profile.slug, profiles.with_function(profile))
    assert told.value.status == 403
    profiles.drafted(profile)
    with pytest.raises(Refused) as told:
        publish_profile(stranger, profile.slug, profiles.seen(profile), "mine now")
    assert told.value.status == 403
    with pytest.raises(Refused) as told:
        discard_draft(stranger, profile.slug, profiles.seen(profile))
    assert told.value.status == 403


def test_whoever_has_not_seen_the_draft_overwrites_nothing(profile: Profile) -> None:
    profiles.drafted(profile)
    content = profiles.with_function(profile)

    with pytest.raises(Refused, match="草稿已有變動"):
        draft_profile(profiles.officer(), profile.slug, content, "")
    with pytest.raises(Refused, match="草稿已有變動"):
        publish_profile(profiles.officer(), profile.slug, "0" * 64, "blind")
    with pytest.raises(Refused, match="草稿已有變動"):
        discard_draft(profiles.officer(), profile.slug, "")


def test_what_says_nothing_new_is_not_published(profile: Profile) -> None:
    newest = newest_of(profile)
    assert newest is not None
    profiles.drafted(profile, newest.content)

    with pytest.raises(Refused, match="現行版本相同"):
        publish_profile(profiles.officer(), profile.slug, profiles.seen(profile), "the same")


def test_a_faulty_row_is_named_and_nothing_is_kept(profile: Profile) -> None:
    wrong = {**profiles.with_function(profile), "readiness": [{"of_zh": "x", "level": "12"}]}

    with pytest.raises(Refused) as told:
        draft_profile(profiles.officer(), profile.slug, wrong)
    assert told.value.status == 422
    assert "readiness.1." in str(told.value.field)
    assert draft_of(profile) is None


def test_a_discarded_draft_leaves_the_version(profile: Profile) -> None:
    profiles.drafted(profile)
    discard_draft(profiles.officer(), profile.slug, profiles.seen(profile))

    assert draft_of(profile) is None
    assert newest_of(profile) is not None


@pytest.mark.usefixtures("profile")
def test_an_unpublished_profile_is_its_authority_s_alone() -> None:
    draft_profile(profiles.officer(), "gan", empty(), new=NewProfile("氮化鎵", "gallium nitride", "moea"))

    assert profile_of(profiles.officer(), "gan").zh == "氮化鎵"
    with pytest.raises(Refused) as told:
        profile_of(factories.acting("public"), "gan")
    assert told.value.status == 404
    with pytest.raises(Refused, match="描述"):
        publish_profile(profiles.officer(), "gan", profiles.seen(Profile.objects.get(slug="gan")), "first")


@pytest.mark.parametrize(("slug", "field"), [("ic-14nm", "slug"), ("New", "slug"), ("new", "slug")])
@pytest.mark.usefixtures("profile")
def test_a_new_profile_needs_a_code_of_its_own(slug: str, field: str) -> None:
    with pytest.raises(Refused) as told:
        draft_profile(profiles.officer(), slug, empty(), new=NewProfile("名", "name", "moea"))
    assert told.value.field == field


@pytest.mark.usefixtures("profile")
def test_the_item_it_describes_leads_to_it() -> None:
    assert [each.slug for each in profiles_of_item(18)] == ["ic-14nm"]
    assert profiles_of_item(1) == []
    assert any(each.href == "/profiles/ic-14nm/" for _, found in related_to(18) for each in found)
