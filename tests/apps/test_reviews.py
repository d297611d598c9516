"""The yearly review: every item, every year, the newest counts, and what is missing is a missed duty."""

import datetime as dt

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.register.models import AnnualReview, ItemVersion
from coretech.apps.register.operations.announce import Notice, announce
from coretech.apps.register.operations.review_item import Finding, review_item
from coretech.apps.register.review_table import HEADINGS, review_rows
from coretech.apps.register.reviews import Sheet, newest_review, reviews_of, sheets
from coretech.kit.refusal import Refused
from coretech.law.duties import Books, Item, Status, duties
from coretech.law.ruling import Outcome
from tests import factories

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY
NEXT_YEAR = dt.date(2026, 1, 1)
FITS = Finding("fits", "仍具競爭力。")
SPACE = [7, 8, 9, 10, 11, 12, 13, 14]


def officer(day: dt.date = DAY, agency: str = "nstc") -> Sheet:
    (sheet,) = sheets(factories.acting(f"agency-{agency}", day), day.year)
    return sheet


def version_of(number: int) -> ItemVersion:
    return ItemVersion.objects.get(item__number=number)


def review(number: int, day: dt.date = DAY, finding: Finding = FITS) -> None:
    review_item(factories.acting("agency-nstc", day), number, finding)


def test_every_item_of_the_authority_is_missing_until_it_is_reviewed() -> None:
    assert officer().missing == SPACE
    review(12)

    sheet = officer()
    assert sheet.missing == [number for number in SPACE if number != 12]
    assert sheet.ruling.outcome is Outcome.NO
    assert sheet.ruling.values["missing"] == [str(number) for number in sheet.missing]
    assert sheet.status is Status.DUE


def test_the_duty_is_met_when_nothing_is_missing_and_missed_when_the_year_is_over() -> None:
    for number in SPACE:
        review(number)

    assert officer().status is Status.MET
    next_year = factories.acting("office", NEXT_YEAR)
    told = {sheet.authority.code: sheet.status for sheet in sheets(next_year, 2025)}
    assert told == {
        "mnd": Status.MISSED,
        "moa": Status.MISSED,
        "moda": Status.MISSED,
        "moea": Status.MISSED,
        "nstc": Status.MET,
    }


def test_the_newest_review_of_a_year_counts_and_the_others_stay() -> None:
    review(12)
    review(12, finding=Finding("change", "範疇過窄。"))

    counting = {item.number: item.review for item in officer().items}[12]
    assert counting is not None
    assert counting.verdict == "change"
    assert [each.verdict for each in reviews_of(version_of(12), 2025)] == ["change", "fits"]


def test_a_review_counts_for_its_own_year_alone() -> None:
    review(12)

    assert 12 not in officer().missing
    assert 12 in officer(NEXT_YEAR).missing


def test_an_item_that_came_in_the_year_owes_no_review_before_the_next() -> None:
    case = factories.pre_announced_case(factories.addition(), days=20)
    later = DAY + dt.timedelta(days=21)
    announce(factories.acting("announcer", later), Notice((case.reference,), "字第1號", later, later))

    this_year = {item.number: item for item in officer(later).items}
    assert not this_year[23].owed
    assert 23 not in officer(later).missing
    assert 23 in officer(NEXT_YEAR).missing
    review(23, later)
    assert officer(later).ruling.warnings == ()


def test_who_has_not_seen_the_newest_review_is_stopped() -> None:
    review(12, finding=Finding("fits", "理由", seen=0))

    with pytest.raises(Refused) as refused:
        review(12, finding=Finding("change", "理由", seen=0))

    assert refused.value.status == 409
    review(12, finding=Finding("change", "理由", seen=AnnualReview.objects.get().pk))
    assert AnnualReview.objects.count() == 2


@pytest.mark.parametrize("username", ["public", "office", "agency-moea", "member-02", "announcer"])
def test_nobody_but_the_authority_reviews(username: str) -> None:
    with pytest.raises(Refused) as refused:
        review_item(factories.acting(username), 12, FITS)

    assert refused.value.status == 403
    assert not AnnualReview.objects.exists()


@pytest.mark.parametrize(
    ("finding", "field"),
    [
        (Finding("perhaps", "理由"), "verdict"),
        (Finding("fits", "  "), "reasons"),
        (Finding("fits", "x" * 5001), "reasons"),
        (Finding("fits", "理由", evidence="x" * 5001), "evidence"),
    ],
)
def test_bad_input_names_its_field(finding: Finding, field: str) -> None:
    with pytest.raises(Refused) as refused:
        review(12, finding=finding)

    assert (refused.value.status, refused.value.field) == (422, field)


def test_an_item_that_is_not_listed_is_not_reviewed() -> None:
    with pytest.raises(Refused) as refused:
        review(99)

    assert refused.value.status == 404


@pytest.mark.parametrize("year", [2023, 2026, 0])
def test_a_year_that_owes_nothing_is_refused(year: int) -> None:
    with pytest.raises(Refused) as refused:
        sheets(factories.acting("office"), year)

    assert (refused.value.status, refused.value.field) == (422, "year")


@pytest.mark.parametrize("username", ["public", "member-02", "announcer", "administrator"])
def test_nobody_else_reads_the_reviews(username: str) -> None:
    with pytest.raises(Refused) as refused:
        sheets(factories.acting(username), 2025)

    assert refused.value.status == 403


def test_the_leaf_says_the_verdict_and_no_reason() -> None:
    review(12)

    act = Act.objects.get(kind="register.item_reviewed")
    assert act.subject == "register-item/12"
    assert act.public == {"year": 2025, "authority": "nstc", "verdict": "fits"}
    assert FITS.reasons not in bytes(act.leaf).decode()


def test_the_public_learns_the_newest_verdict_and_its_day() -> None:
    item = version_of(12).item_id
    assert newest_review(item) is None

    review(12)
    review(12, NEXT_YEAR, Finding("removal", "已過時。"))

    newest = newest_review(item)
    assert newest is not None
    assert (newest.year, newest.verdict) == (2026, "removal")


def test_the_table_has_a_row_for_every_item_reviewed_or_not() -> None:
    review(12, finding=Finding("change", "=1+1", "疑義", "清單", "佐證"))

    rows = review_rows(sheets(factories.acting("office"), 2025), DAY)

    assert len(rows) == 1 + 22
    assert {len(row) for row in rows} == {len(HEADINGS)}
    (reviewed,) = [row for row in rows if row[3] == "12"]
    assert reviewed[6:] == ["yes", "change", "=1+1", "疑義", "清單", "佐證", "2025-06-02"]
    (other,) = [row for row in rows if row[3] == "13"]
    assert other[7:] == [""] * 6


@pytest.mark.parametrize("today", [DAY, dt.date(2025, 12, 31), NEXT_YEAR])
@pytest.mark.parametrize("year", [2024, 2025])
def test_the_sheets_say_what_the_duties_of_the_year_say(year: int, today: dt.date) -> None:
    for number in (7, 9, 12):
        review(number)
    review(14, dt.date(2025, 12, 31))
    days = {review.item_id: review.reviewed_at.date() for review in AnnualReview.objects.all()}
    items = tuple(
        Item(
            id=str(version.item.number),
            authority=version.authority.code,
            in_force_since=version.valid_from,
            reviewed_on=(days[version.item_id],) if version.item_id in days else (),
        )
        for version in ItemVersion.objects.all()
    )

    owed = [duty for duty in duties(Books(items=items), today, year=year) if duty.id == "annual-review"]

    told = {sheet.authority.code: sheet for sheet in sheets(factories.acting("office", today), year)}
    assert {code: sheet.status for code, sheet in told.items()} == {duty.holder: duty.status for duty in owed}
    assert {code: sheet.ruling.values for code, sheet in told.items()} == {
        duty.holder: duty.ruling.values for duty in owed
    }
