"""Postings, and the agencies people are posted to."""

import datetime as dt

import pytest

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Outbox
from coretech.apps.people.agency_names import NewName
from coretech.apps.people.bundled import load_agencies
from coretech.apps.people.finding import agency_coded
from coretech.apps.people.kinds import source_of_kind
from coretech.apps.people.models import Agency, Person, Posting
from coretech.apps.people.operations.end_posting import end_posting
from coretech.apps.people.operations.found_agency import found_agency
from coretech.apps.people.operations.post_person import Post, post_person
from coretech.apps.people.operations.rename_agency import rename_agency
from coretech.apps.people.operations.set_agency_kind import set_agency_kind
from coretech.apps.people.queries import agencies_on, postings_at, readable_agencies
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.factories import accounts_factories as made

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY
WEEK = dt.timedelta(days=7)
NOT_ADMINISTRATORS = ("public", "office", "agency-nstc", "member-05", "announcer")
NOT_KEEPERS = ("public", "agency-nstc", "member-05", "announcer")
FOUNDED = NewName("國家示範研究中心", "National Sample Institute", dt.date(2023, 1, 1), "設置條例")


def admin(day: dt.date = DAY) -> Acting:
    return factories.acting(made.ADMIN, day)


def test_a_posting_gives_the_role_from_its_first_day_to_its_last() -> None:
    account = made.opened()
    posting = made.posted(account, start=DAY, end=DAY + WEEK)

    agencies = [
        factories.acting(made.NAME, DAY + dt.timedelta(days=each)).standing.agencies for each in (-1, 0, 7, 8)
    ]

    assert agencies == [frozenset(), {"moea"}, {"moea"}, frozenset()]
    assert posting.agency.code == "moea"


def test_whoever_is_posted_is_told_in_the_own_language() -> None:
    account = made.opened(language="en")
    end_posting(admin(), made.posted(account).pk, DAY)

    told = list(Outbox.objects.filter(recipient=account).values_list("text", flat=True))
    assert "You are officer of Ministry of Economic Affairs from 2 June 2025" in told[1]
    assert "until 2 June 2025" in told[2]


def test_an_announcer_is_posted_at_the_executive_yuan_alone() -> None:
    account = made.opened()

    assert refused(lambda: made.posted(account, "moea", "announcer")).field == "kind"
    made.posted(account, "ey", "announcer")

    assert factories.acting(made.NAME).standing.roles >= {"announcer"}


@pytest.mark.parametrize(
    ("post", "field"),
    [
        (Post("moea", "minister", DAY), "kind"),
        (Post("moea", "officer", dt.date(1990, 1, 1)), "start"),
        (Post("moea", "officer", DAY, DAY - WEEK), "end"),
    ],
)
def test_a_post_that_cannot_be_is_told_at_its_field(post: Post, field: str) -> None:
    person = made.person_of(made.opened())

    assert refused(lambda: post_person(admin(), person.pk, post)).field == field


def test_nobody_is_posted_where_or_who_is_not_on_record() -> None:
    person = made.person_of(made.opened())

    assert refused(lambda: post_person(admin(), person.pk, Post("nowhere", "officer", DAY))).status == 404
    assert refused(lambda: post_person(admin(), 999_999, Post("moea", "officer", DAY))).status == 422


def test_the_same_post_is_not_held_twice_on_a_day() -> None:
    account = made.opened()
    made.posted(account, start=DAY, end=DAY + WEEK)

    assert refused(lambda: made.posted(account, start=DAY + WEEK)).field == "start"
    made.posted(account, start=DAY + WEEK + dt.timedelta(days=1))


def test_an_administrator_posts_nobody_but_others() -> None:
    account = made.another_administrator()
    person = Person.objects.create(name_zh="管理者", name_en="Administrator", account=account)

    refusal = refused(
        lambda: post_person(factories.acting(account.username), person.pk, Post("ey", "announcer", DAY))
    )
    assert "Nobody posts themselves" in refusal.sentence.en


def test_a_posting_ends_yesterday_at_the_earliest_and_once() -> None:
    posting = made.posted(made.opened(), start=DAY - 4 * WEEK)
    yesterday = DAY - dt.timedelta(days=1)

    assert refused(lambda: end_posting(admin(), posting.pk, DAY - WEEK)).field == "last"
    end_posting(admin(), posting.pk, DAY + WEEK)
    assert refused(lambda: end_posting(admin(), posting.pk, DAY + 2 * WEEK)).field == "last"
    end_posting(admin(), posting.pk, yesterday)
    assert refused(lambda: end_posting(admin(), posting.pk, yesterday)).status == 409
    assert refused(lambda: end_posting(admin(), 999_999, DAY)).status == 404


def test_a_posting_to_come_does_not_end_before_it_began() -> None:
    posting = made.posted(made.opened(), start=DAY)
    Posting.objects.filter(pk=posting.pk).update(start=DAY + WEEK)

    assert refused(lambda: end_posting(admin(), posting.pk, DAY)).field == "last"


def test_only_administrators_post_people_and_end_postings() -> None:
    posting = made.posted(made.opened())
    person = made.person_of(made.opened(username="b", email="b@a.example"))

    assert statuses_for(
        NOT_ADMINISTRATORS, lambda by: post_person(by, person.pk, Post("moea", "officer", DAY))
    ) == {403}
    assert statuses_for(NOT_ADMINISTRATORS, lambda by: end_posting(by, posting.pk, DAY)) == {403}


def test_an_officer_sees_who_is_posted_at_the_own_agency_and_no_other() -> None:
    made.posted(made.opened())
    moea, nstc = agency_coded("moea"), agency_coded("nstc")
    officer = factories.acting("agency-moea")

    assert {each.person.name_zh for each in postings_at(officer, moea)} >= {made.NAME_ZH}
    assert refused(lambda: postings_at(officer, nstc)).status == 403
    assert [each.code for each in readable_agencies(officer)] == ["moea"]
    assert len(readable_agencies(factories.acting("office"))) == len(readable_agencies(admin())) > 20
    assert statuses_for(("public", "member-05", "announcer"), lambda by: postings_at(by, moea)) == {403}


def founded() -> Agency:
    found_agency(factories.acting("office"), "nsic", FOUNDED, "public_institute", "設置條例第1條")
    return agency_coded("nsic")


def test_an_agency_is_founded_with_a_name_and_a_kind_from_named_sources() -> None:
    agency = founded()

    assert agency.name_on(DAY).en == FOUNDED.en
    assert source_of_kind(agency) is not None
    assert agency in agencies_on(DAY)
    assert agency not in agencies_on(dt.date(2022, 12, 31))
    assert refused(founded).field == "code"


@pytest.mark.parametrize("code", ["", "x", "Tasa", "1a", "a b", "a" * 25])
def test_a_code_is_short_and_plain(code: str) -> None:
    assert refused(lambda: found_agency(admin(), code, FOUNDED, "other", "x")).field == "code"


@pytest.mark.parametrize(
    ("name", "kind", "source", "field"),
    [
        (NewName("", "A", DAY, "s"), "other", "s", "zh"),
        (NewName("甲", "a" * 121, DAY, "s"), "other", "s", "en"),
        (NewName("甲", "A", DAY, " "), "other", "s", "source"),
        (NewName("甲", "A", DAY, "s"), "other", "", "kind_source"),
        (NewName("甲", "A", DAY, "s"), "ministry", "s", "kind"),
    ],
)
def test_what_is_missing_of_an_agency_is_told_at_its_field(
    name: NewName, kind: str, source: str, field: str
) -> None:
    assert refused(lambda: found_agency(admin(), "nsic", name, kind, source)).field == field


def test_a_new_name_ends_the_one_before_and_both_are_remembered() -> None:
    new = NewName("科技發展部", "Ministry of Technology", DAY, "組織法")

    rename_agency(factories.acting("office"), "nstc", new)

    agency = agency_coded("nstc")
    names = [agency.name_on(DAY + dt.timedelta(days=each)).en for each in (-1, 0)]
    assert names == ["National Science and Technology Council", "Ministry of Technology"]
    assert refused(lambda: rename_agency(admin(), "nstc", new)).field == "since"
    assert refused(lambda: rename_agency(admin(), "nowhere", new)).status == 404
    load_agencies()
    assert agency_coded("nstc").name_on(DAY).en == "Ministry of Technology"


def test_a_kind_set_by_an_office_holds_over_the_bundled_one() -> None:
    set_agency_kind(admin(), "nstc", "other", "號函")
    load_agencies()

    agency = agency_coded("nstc")
    source = source_of_kind(agency)
    assert agency.kind == "other"
    assert source is not None
    assert source.zh == "號函"
    assert refused(lambda: set_agency_kind(admin(), "nstc", "other", "號函")).status == 409
    assert refused(lambda: set_agency_kind(admin(), "nstc", "other", "")).field == "source"


def test_only_the_office_and_administrators_keep_the_agencies() -> None:
    assert statuses_for(NOT_KEEPERS, lambda by: found_agency(by, "nsic", FOUNDED, "other", "s")) == {403}
    assert statuses_for(NOT_KEEPERS, lambda by: rename_agency(by, "nstc", FOUNDED)) == {403}
    assert statuses_for(NOT_KEEPERS, lambda by: set_agency_kind(by, "nstc", "other", "s")) == {403}
