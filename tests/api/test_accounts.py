"""Accounts, postings and agencies by the API."""

from collections.abc import Callable

from coretech.apps.accounts.models import Account
from tests.api.caller import Caller, problem_of
from tests.factories import accounts_factories as made

Named = Callable[[str], Caller]
OPENING = {"username": made.NAME, "email": made.EMAIL, "name_zh": made.NAME_ZH}
WHY = {"why": "調職"}


def test_an_account_is_opened_posted_closed_and_opened_again(caller: Named) -> None:
    admin = caller(made.ADMIN)

    place = admin.done("/accounts", OPENING)
    opened = admin.read(place)
    assert opened["email"] == made.EMAIL
    assert not opened["has_password"]
    people = admin.done(
        "/postings",
        {"person": opened["person"]["id"], "agency": "moea", "kind": "officer", "start": "2025-06-02"},
    )
    (mine,) = [each for each in admin.read(people) if each["person"]["id"] == opened["person"]["id"]]
    assert mine["has_account"]
    assert "Ministry of Economic Affairs" in admin.read(place)["roles"][0]["why"]["en"]

    assert admin.done(f"{place}/closing", WHY) == place
    assert not admin.read(place)["is_open"]
    admin.done(f"{place}/reopening", WHY)
    admin.done(f"{place}/link", {"seen": 2})
    problem_of(admin.post(f"{place}/link", {"seen": 2}), 409)
    admin.done(f"/postings/{mine['id']}/ending", {"last": "2025-06-30"})


def test_details_and_administrators_are_changed(caller: Named) -> None:
    admin = caller(made.ADMIN)
    place = admin.done("/accounts", OPENING)

    admin.done(f"{place}/details", {"email": "n@a.example", "language": "en", "name_zh": "陳新"}, "PUT")
    admin.done(f"{place}/administrator", WHY)
    assert admin.read(place)["administrator"]
    admin.done(f"{place}/administrator/ending", WHY)

    own = Account.objects.get(username=made.ADMIN).pk
    assert problem_of(admin.post(f"/accounts/{own}/closing", WHY), 409)
    assert (
        problem_of(admin.post("/accounts", OPENING | {"username": "x", "email": "nowhere"}), 422)["field"]
        == "email"
    )


def test_accounts_are_listed_by_words_and_by_what_they_lack(caller: Named) -> None:
    admin = caller(made.ADMIN)
    made.opened()

    found = admin.read("/accounts?q=陳承辦")
    assert [each["username"] for each in found["items"]] == [made.NAME]
    assert made.EMAIL not in str(found)
    assert admin.read("/accounts?q=chen&only=no_post")["total"] == 1
    assert admin.read("/accounts?q=chen&only=closed")["total"] == 0
    assert admin.read("/accounts?only=no_second&limit=2")["total"] == Account.objects.count()
    problem_of(admin.get("/accounts?only=tall"), 422)


def test_agencies_are_entered_renamed_and_given_a_kind_by_the_office(caller: Named) -> None:
    office = caller("office")
    name = {"zh": "示範署", "en": "Sample Agency", "since": "2025-01-01", "source": "組織法"}

    place = office.done("/agencies", name | {"code": "sample", "kind": "other", "kind_source": "組織法"})
    assert place == "/agencies/sample/people"
    office.done("/agencies/sample/names", name | {"zh": "新署", "since": "2026-01-01"})
    office.done("/agencies/sample/kind", {"kind": "funding_agency", "source": "預算"}, "PUT")

    assert office.read(place) == []
    problem_of(office.get("/agencies/nowhere/people"), 404)


def test_others_are_refused(caller: Named) -> None:
    officer, account = caller("agency-nstc"), made.opened()

    problem_of(officer.get("/accounts"), 403)
    problem_of(officer.get(f"/accounts/{account.pk}"), 403)
    problem_of(officer.post("/accounts", OPENING), 403)
    problem_of(officer.get("/agencies/moea/people"), 403)
    assert "email" not in str(officer.read("/agencies/nstc/people"))
