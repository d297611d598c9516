"""Accounts: opened without a password, closed with all that goes with it, and never lost to everybody."""

import datetime as dt
import json
from collections.abc import Callable
from functools import partial

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.test import Client

from coretech.apps.accounts.models import Account, ApiToken, PasswordLink
from coretech.apps.accounts.operations.close_account import close_account
from coretech.apps.accounts.operations.create_token import create_token, new_secret
from coretech.apps.accounts.operations.make_administrator import make_administrator
from coretech.apps.accounts.operations.reopen_account import reopen_account
from coretech.apps.accounts.operations.send_password_link import send_password_link
from coretech.apps.accounts.operations.set_password import set_password
from coretech.apps.accounts.operations.unmake_administrator import unmake_administrator
from coretech.apps.accounts.queries import account_of_token
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import hash_of
from coretech.apps.audit.models import Act, Outbox
from coretech.apps.people.models import Person
from coretech.apps.people.operations.change_details import Details, change_details
from coretech.apps.people.operations.open_account import open_account
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.factories import accounts_factories as made

pytestmark = pytest.mark.usefixtures("stage")

NOT_ADMINISTRATORS = ("public", "office", "agency-nstc", "member-05", "announcer")
WHY = "調職"


def admin(day: dt.date = factories.DAY) -> Acting:
    return factories.acting(made.ADMIN, day)


def test_an_account_opens_without_a_password_and_its_holder_is_sent_a_link() -> None:
    account = made.opened()

    assert not account.has_usable_password()
    assert made.person_of(account).name.as_dict() == {"zh": made.NAME_ZH, "en": made.NAME_EN}
    notice = Outbox.objects.get(recipient=account)
    assert (notice.path, notice.subject_en) == ("/accounts/password/", "Choose your coretech password")
    assert made.NAME in notice.text


def test_nothing_of_a_person_stands_in_a_leaf_and_no_secret_in_any_row() -> None:
    account = made.opened()
    made.posted(account)
    change_details(admin(), account.pk, Details("new@moea.example", "en", "陳新", "New"))
    close_account(admin(), account.pk, WHY)

    words = (made.NAME, made.EMAIL, made.NAME_ZH, made.NAME_EN, "new@moea.example", WHY)
    acts = Act.objects.filter(account__username=made.ADMIN)
    leaves = [bytes(act.leaf).decode() + json.dumps(act.public) for act in acts]
    assert len(leaves) == 4
    assert [word for word in words for leaf in leaves if word in leaf] == []

    secret = made.secret(account)
    kept = json.dumps(
        [*PasswordLink.objects.values(), *Outbox.objects.values(), *Act.objects.values()], default=str
    )
    assert secret not in kept
    assert made.link_of(account).token_sha256 == hash_of(secret)


def test_an_account_is_given_to_somebody_appointed_before() -> None:
    person = Person.objects.filter(account=None, appointments__isnull=False).first()
    assert person is not None

    account = made.opened(person=person.pk, name_zh="", name_en="")

    assert made.person_of(account) == person
    assert refused(lambda: made.opened(person=person.pk, username="x", email="x@a.example")).field == "person"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"username": "OFFICE"}, "username"),
        ({"username": "two words"}, "username"),
        ({"username": "x" * 151}, "username"),
        ({"username": ""}, "username"),
        ({"email": "Office@Example.invalid"}, "email"),
        ({"email": "nowhere"}, "email"),
        ({"email": ""}, "email"),
        ({"language": "fr"}, "language"),
        ({"name_zh": " "}, "name_zh"),
        ({"name_zh": "名" * 81}, "name_zh"),
        ({"person": 999_999}, "person"),
    ],
)
def test_what_cannot_be_opened_is_told_at_its_field(wrong: dict[str, object], field: str) -> None:
    refusal = refused(lambda: made.opened(factories.DAY, **wrong))

    assert (refusal.status, refusal.field) == (422, field)


def test_a_link_sets_a_password_once() -> None:
    account = made.opened()
    secret, public = made.secret(account), factories.acting("public")

    set_password(public, secret, made.PASSWORD)

    account.refresh_from_db()
    assert account.check_password(made.PASSWORD)
    assert refused(lambda: set_password(public, secret, "another-quiet-river")).status == 404


def test_every_link_that_cannot_be_used_is_refused_in_the_same_words() -> None:
    old = made.opened()
    first = made.secret(old)
    send_password_link(admin(), old.pk)
    late = made.opened(username="late", email="late@a.example")
    closed = made.opened(username="closed", email="closed@a.example")
    close_account(admin(), closed.pk, WHY)
    last_moment = factories.acting("public", factories.DAY + dt.timedelta(days=7))
    today = factories.acting("public")

    told = {
        str(refused(partial(set_password, by, secret, made.PASSWORD)))
        for by, secret in [
            (today, first),
            (last_moment, made.secret(late)),
            (today, made.secret(closed)),
            (today, "A" * 43),
            (today, "A" * 500),
        ]
    }

    assert len(told) == 1
    set_password(today, made.secret(old), made.PASSWORD)


def test_a_closed_accounts_link_stays_dead_when_it_opens_again() -> None:
    account = made.opened()
    close_account(admin(), account.pk, WHY)
    reopen_account(admin(), account.pk, WHY)

    assert (
        refused(lambda: set_password(factories.acting("public"), made.secret(account), made.PASSWORD)).status
        == 404
    )


@pytest.mark.parametrize("password", ["short", "1q2w3e4r5t6y", "chen@moea.example"])
def test_a_weak_password_is_refused_and_leaves_the_link_as_it_was(password: str) -> None:
    account = made.opened()

    refusal = refused(lambda: set_password(factories.acting("public"), made.secret(account), password))

    assert (refusal.status, refusal.field) == (422, "password1")
    assert made.link_of(account).used_at is None


def signed_in(account: Account) -> Client:
    browser = Client()
    browser.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return browser


def test_closing_ends_sessions_and_tokens_and_tells_the_holder_and_nobody_else() -> None:
    account, secret = made.opened(), new_secret()
    browser, other = signed_in(account), signed_in(Account.objects.get(username="office"))
    made.posted(account)
    create_token(factories.acting(made.NAME), secret, "script")

    act = close_account(admin(), account.pk, WHY)

    assert browser.get("/work/").status_code == 302
    assert other.get("/work/").status_code == 200
    assert Session.objects.count() == 1
    assert account_of_token(secret, admin().at) is None
    assert act.confidential["why"] == WHY
    assert [notice.address for notice in act.outbox_set.all()] == [made.EMAIL]


def test_what_ended_with_closing_stays_ended_when_the_account_opens_again() -> None:
    account, secret = made.opened(), new_secret()
    browser = signed_in(account)
    made.posted(account)
    create_token(factories.acting(made.NAME), secret, "script")
    close_account(admin(), account.pk, WHY)

    reopen_account(admin(), account.pk, "回任")

    account.refresh_from_db()
    assert account.is_active
    assert browser.get("/work/").status_code == 302
    assert account_of_token(secret, admin().at) is None
    assert ApiToken.objects.get(account=account).revoked_at is not None


def test_a_closed_account_is_closed_once_and_an_open_one_is_not_opened() -> None:
    account = made.opened()
    assert refused(lambda: reopen_account(admin(), account.pk, WHY)).status == 409
    close_account(admin(), account.pk, WHY)

    assert refused(lambda: close_account(admin(), account.pk, WHY)).status == 409
    assert refused(lambda: send_password_link(admin(), account.pk)).status == 409
    assert refused(lambda: make_administrator(admin(), account.pk, WHY)).status == 409


def test_every_step_that_needs_a_reason_asks_for_one() -> None:
    account = made.opened()

    for step in (close_account, make_administrator):
        for why in (" ", "x" * 301):
            assert refused(partial(step, admin(), account.pk, why)).field == "why"


def test_a_new_address_is_told_to_both_and_the_link_that_was_out_goes_there() -> None:
    account = made.opened()
    before = made.secret(account)
    EmailAddress.objects.create(user=account, email=made.EMAIL, verified=True, primary=True)

    act = change_details(
        admin(), account.pk, Details("new@moea.example", "zh-hant", made.NAME_ZH, made.NAME_EN), account.lock
    )

    told = act.outbox_set.order_by("pk")
    assert [each.address for each in told] == [made.EMAIL, "new@moea.example", ""]
    assert not EmailAddress.objects.filter(user=account).exists()
    assert refused(lambda: set_password(factories.acting("public"), before, made.PASSWORD)).status == 404
    set_password(factories.acting("public"), made.secret(account), made.PASSWORD)


def test_a_new_name_is_told_to_its_bearer_alone() -> None:
    account = made.opened()

    act = change_details(admin(), account.pk, Details(made.EMAIL, "en", "陳新", "New"))

    assert [each.recipient for each in act.outbox_set.all()] == [account]
    assert made.person_of(account).name_zh == "陳新"


def test_details_that_are_wrong_or_the_same_change_nothing() -> None:
    account = made.opened()
    same = Details(made.EMAIL, "zh-hant", made.NAME_ZH, made.NAME_EN)

    assert refused(lambda: change_details(admin(), account.pk, same)).status == 409
    for wrong, field in (
        (Details("office@example.invalid", "en", "a", "b"), "email"),
        (Details(made.EMAIL, "en", "", ""), "name_zh"),
        (Details(made.EMAIL, "de", "a", "b"), "language"),
    ):
        assert refused(partial(change_details, admin(), account.pk, wrong)).field == field
    account.refresh_from_db()
    assert (account.email, account.lock) == (made.EMAIL, 0)


def test_whoever_saw_an_older_version_is_told_to_look_again() -> None:
    account = made.opened()
    send_password_link(admin(), account.pk, 0)

    assert (
        "Somebody has changed this account"
        in refused(lambda: close_account(admin(), account.pk, WHY, 0)).sentence.en
    )
    close_account(admin(), account.pk, WHY, 1)


STEPS: dict[str, Callable[..., object]] = {
    "open": lambda by, _: open_account(by, made.opening(username="new", email="new@a.example")),
    "change": lambda by, pk: change_details(by, pk, Details("n@a.example", "en", "a", "b")),
    "link": send_password_link,
    "close": lambda by, pk: close_account(by, pk, WHY),
    "reopen": lambda by, pk: reopen_account(by, pk, WHY),
    "make": lambda by, pk: make_administrator(by, pk, WHY),
    "unmake": lambda by, pk: unmake_administrator(by, pk, WHY),
}


@pytest.mark.parametrize("name", STEPS)
def test_only_administrators_do_any_of_it(name: str) -> None:
    account = made.opened()

    assert statuses_for(NOT_ADMINISTRATORS, lambda by: STEPS[name](by, account.pk)) == {403}


@pytest.mark.parametrize("name", [name for name in STEPS if name != "open"])
def test_an_account_that_is_not_there_is_told_so(name: str) -> None:
    for number in (999_999, 10**30):
        assert refused(partial(STEPS[name], admin(), number)).status == 404
