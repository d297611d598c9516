"""The pages on accounts: found, opened, changed, closed, posted; in both languages."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coretech.apps.accounts.models import Account
from coretech.apps.people.finding import agency_coded
from coretech.apps.people.models import Person, Posting
from coretech.readers.accounts.write import SAMPLE, write_accounts
from coretech.readers.seats.write import Format
from tests.factories import accounts_factories as made
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]
OPENING = {
    "person": "",
    "username": made.NAME,
    "email": made.EMAIL,
    "name_zh": made.NAME_ZH,
    "name_en": made.NAME_EN,
    "language": "zh-hant",
}
WHY = {"why": "調職", "seen": "0"}


@pytest.fixture
def admin(visit: Visit) -> Client:
    return visit(made.ADMIN)


def asked(client: Client, address: str, answers: dict[str, str], status: int = 200) -> str:
    """The words of the check page, or of the form with what is to be corrected."""
    response = client.post(address, answers | {"step": "ask"})
    assert response.status_code == status
    return words_of(response.content)


def confirmed(client: Client, address: str, answers: dict[str, str]) -> str:
    """Where confirming leads, with what is said there."""
    response = client.post(address, answers | {"step": "confirm", "once": "key"}, follow=True)
    assert response.redirect_chain
    return words_of(response.content)


@pytest.mark.parametrize(
    ("prefix", "said"),
    [
        ("", "帳號已開立，設定密碼的連結已寄出。"),
        ("/en", "The account is open, and the link to set a password is on its way."),
    ],
)
def test_an_account_is_asked_for_checked_and_opened(admin: Client, prefix: str, said: str) -> None:
    where = f"{prefix}/accounts/new/"

    assert made.EMAIL in asked(admin, where, OPENING)
    assert not Account.objects.filter(username=made.NAME).exists()
    assert said in confirmed(admin, where, OPENING)
    assert Account.objects.filter(username=made.NAME).exists()


def test_somebody_of_the_same_name_is_pointed_out_before_confirming(admin: Client) -> None:
    made.opened()

    told = asked(admin, "/accounts/new/", OPENING | {"username": "b", "email": "b@a.example"})

    assert (
        f"已有同名人員（編號{made.person_of(Account.objects.get(username=made.NAME)).pk}）（{made.NAME}）"
        in told
    )


def test_somebody_appointed_before_is_chosen_from_the_list(admin: Client) -> None:
    person = Person.objects.filter(account=None).first()
    assert person is not None

    assert f'value="{person.pk}" selected' in admin.get(f"/accounts/new/?person={person.pk}").text
    given = OPENING | {"person": str(person.pk), "name_zh": "", "name_en": ""}
    assert person.name_zh in asked(admin, "/accounts/new/", given)
    assert person.name_zh in confirmed(admin, "/accounts/new/", given)


def test_what_is_wrong_is_told_at_the_field(admin: Client) -> None:
    told = asked(admin, "/en/accounts/new/", OPENING | {"username": "office"}, 422)

    assert "That name is in use." in told


def test_accounts_are_found_by_words_and_by_what_they_lack(admin: Client) -> None:
    made.posted(made.opened())

    assert "找到1個帳號" in text_of(admin, "/accounts/?q=陳承辦")
    assert "Found: 3" in text_of(admin, "/en/accounts/?q=moea&only=all")
    assert "Found: 0" in text_of(admin, "/en/accounts/?q=chen&only=no_post")
    assert "Found: 1" in text_of(admin, "/en/accounts/?q=chen&only=no_second")
    assert "Found: 1" in text_of(admin, "/en/accounts/?q=chen&only=never")
    assert "Found: 0" in text_of(admin, "/en/accounts/?q=chen&only=closed")
    assert admin.get("/accounts/?q=%00&only=tall&page=x").status_code == 200
    assert "officer of Ministry of Economic Affairs" in text_of(admin, "/en/accounts/?q=chen")


def test_one_account_tells_its_roles_and_where_they_come_from(admin: Client) -> None:
    account = made.opened()
    made.posted(account)

    told = text_of(admin, f"/en/accounts/{account.pk}/")
    assert "officer of Ministry of Economic Affairs, from 2 June 2025" in told
    assert "Never signed in" in told
    assert "Account opened" in told
    member = Account.objects.get(username="member-05")
    assert "第5席" in text_of(admin, f"/accounts/{member.pk}/")
    assert "由系統管理者設定" in text_of(admin, f"/accounts/{Account.objects.get(username=made.ADMIN).pk}/")
    assert admin.get("/accounts/999999/").status_code == 404


def test_an_own_account_shows_what_nobody_does_to_themselves(admin: Client) -> None:
    own = Account.objects.get(username=made.ADMIN).pk

    assert text_of(admin, f"/en/accounts/{own}/").count("Nobody does this to the own account") == 2
    assert admin.get(f"/accounts/{own}/closing/").status_code == 200
    assert "ask another administrator" in asked(admin, f"/en/accounts/{own}/closing/", WHY, 422)


def test_details_are_changed_and_an_older_version_is_refused(admin: Client) -> None:
    account = made.opened()
    where = f"/en/accounts/{account.pk}/details/"
    given = {
        "name_zh": made.NAME_ZH,
        "name_en": "New",
        "email": "new@a.example",
        "language": "en",
        "seen": "0",
    }

    assert "new@a.example" in asked(admin, where, given)
    assert "The details are changed." in confirmed(admin, where, given)
    assert "reload it" in asked(admin, where, given | {"name_en": "Newer"}, 422)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_account_is_closed_opened_and_made_an_administrator_with_reasons(
    admin: Client, prefix: str
) -> None:
    place = f"{prefix}/accounts/{made.opened().pk}"

    for number, (step, button) in enumerate(
        [
            ("closing", ("重新開通", "Open it again")),
            ("reopening", ("停用帳號", "Close the account")),
            ("administrator", ("取消系統管理者", "No longer an administrator")),
            ("administrator/end", ("設為系統管理者", "Make an administrator")),
        ]
    ):
        given = WHY | {"seen": str(number)}
        assert "調職" in asked(admin, f"{place}/{step}/", given)
        response = admin.post(f"{place}/{step}/", given | {"step": "confirm"}, follow=True)
        assert button[bool(prefix)] in words_of(response.content)


def test_a_new_link_is_sent_and_never_shown(admin: Client) -> None:
    account = made.opened()

    response = admin.post(f"/en/accounts/{account.pk}/link/", {"once": "k"}, follow=True)

    assert "A new link is on its way" in words_of(response.content)
    assert made.link_of(account).number == 2
    assert made.secret(account) not in response.text


def test_somebody_is_posted_and_the_posting_ended(admin: Client) -> None:
    account = made.opened()
    where = f"/en/people/{made.person_of(account).pk}/posting/"
    given = {"agency": "moea", "kind": "officer", "start": "114.6.2", "end": ""}

    assert "Ministry of Economic Affairs" in asked(admin, where, given)
    assert "The posting is entered" in confirmed(admin, where, given)
    assert "The Executive Yuan announces" in asked(admin, where, given | {"kind": "announcer"}, 422)

    posting = Posting.objects.get(person__account=account)
    end = f"/en/postings/{posting.pk}/end/"
    assert "30 June 2025" in asked(admin, end, {"last": "2025-06-30"})
    assert "last day is entered" in confirmed(admin, end, {"last": "2025-06-30"})
    assert admin.get("/postings/999999/end/").status_code == 404


@pytest.mark.parametrize(("prefix", "title"), [("", "在職人員"), ("/en", "Who is posted here")])
def test_an_officer_sees_who_else_is_posted_without_their_addresses(
    visit: Visit, prefix: str, title: str
) -> None:
    made.posted(made.opened(), "nstc")
    officer = visit("agency-nstc")

    told = text_of(officer, f"{prefix}/agencies/nstc/people/")
    assert title in told
    assert (made.NAME_EN if prefix else made.NAME_ZH) in told
    assert "@" not in told
    assert officer.get(f"{prefix}/agencies/moea/people/").status_code == 403
    assert f"{prefix}/agencies/nstc/people/" in officer.get(f"{prefix}/bodies/").text


def test_the_office_enters_an_agency_renames_it_and_sets_its_kind(visit: Visit) -> None:
    office = visit("office")
    name = {"zh": "示範署", "en": "Sample Agency", "since": "2025-01-01", "source": "組織法"}
    kind = {"kind": "other", "kind_source": "組織法"}

    assert "示範署" in asked(office, "/agencies/new/", name | kind | {"code": "sample"})
    assert "機關已新增。" in confirmed(office, "/agencies/new/", name | kind | {"code": "sample"})
    renamed = name | {"en": "Agency of Samples", "since": "2025-06-01"}
    assert "Agency of Samples" in asked(office, "/en/agencies/sample/name/", renamed)
    assert "The new name is entered." in confirmed(office, "/en/agencies/sample/name/", renamed)
    given = {"kind": "public_institute", "kind_source": "預算"}
    assert "公立研究機關" in asked(office, "/agencies/sample/kind/", given)
    response = office.post("/agencies/sample/kind/", given | {"step": "confirm", "once": "2"}, follow=True)
    assert "種類已登錄。" in words_of(response.content)
    assert agency_coded("sample").kind == "public_institute"


def test_a_file_is_shown_first_and_taken_over_when_confirmed(admin: Client) -> None:
    raw = write_accounts(SAMPLE, Format.ODS)
    assert admin.get("/accounts/sample.ods").content[:2] == b"PK"
    assert admin.get("/accounts/sample.pdf").status_code == 404

    page = admin.post("/accounts/import/", {"file": SimpleUploadedFile("a.ods", raw)}).text
    assert "陳範例" in page
    assert not Account.objects.filter(username="chen.officer").exists()
    hidden = dict(re.findall(r'name="(seen|kept)" value="([^"]+)"', page))
    response = admin.post("/accounts/import/", hidden | {"step": "confirm", "once": "k"}, follow=True)
    assert "匯入完成" in words_of(response.content)
    assert Account.objects.filter(username="chen.officer").exists()


def test_what_is_wrong_in_a_file_is_told_and_nothing_can_be_confirmed(admin: Client) -> None:
    raw = b"username,email,name_zh\nx,nowhere,A\n"

    page = admin.post("/en/accounts/import/", {"file": SimpleUploadedFile("a.csv", raw)})
    assert "B2" in page.text
    assert "Confirm the import" not in page.text
    broken = admin.post("/en/accounts/import/", {"step": "confirm", "kept": "%", "seen": ""})
    assert broken.status_code == 422


def test_only_administrators_have_accounts_in_their_menu_and_see_their_own_address(visit: Visit) -> None:
    assert 'href="/accounts/"' in visit(made.ADMIN).get("/").text
    assert 'href="/accounts/"' not in visit("office").get("/").text
    assert "office@example.invalid" in visit("office").get("/account/2fa/").text
