"""Administrators: made and unmade, never by themselves and never all of them."""

from functools import partial

import pytest

from coretech.apps.accounts.models import Account
from coretech.apps.accounts.operations.close_account import close_account
from coretech.apps.accounts.operations.make_administrator import make_administrator
from coretech.apps.accounts.operations.unmake_administrator import unmake_administrator
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Outbox
from tests import factories
from tests.apps.refusing import refused
from tests.factories import accounts_factories as made

pytestmark = pytest.mark.usefixtures("stage")

WHY = "調職"


def admin() -> Acting:
    return factories.acting(made.ADMIN)


def test_nobody_closes_or_unmakes_the_own_account() -> None:
    own = Account.objects.get(username=made.ADMIN)
    made.another_administrator()

    for step in (close_account, unmake_administrator):
        assert "the own account" in refused(partial(step, admin(), own.pk, WHY)).sentence.en


def test_the_last_administrator_is_neither_closed_nor_unmade() -> None:
    second = made.another_administrator()
    by = factories.acting(second.username)
    unmake_administrator(admin(), second.pk, WHY)

    for step in (close_account, unmake_administrator):
        last = Account.objects.get(username=made.ADMIN)
        assert "last administrator" in refused(partial(step, by, last.pk, WHY)).sentence.en


def test_an_administrator_is_made_and_unmade_and_told_of_it() -> None:
    account = made.opened()

    make_administrator(admin(), account.pk, "代理")
    assert refused(lambda: make_administrator(admin(), account.pk, WHY)).status == 409
    assert factories.acting(made.NAME).standing.roles >= {"administrator"}
    unmake_administrator(admin(), account.pk, WHY)
    assert refused(lambda: unmake_administrator(admin(), account.pk, WHY)).status == 409

    assert "administrator" not in factories.acting(made.NAME).standing.roles
    subjects = list(Outbox.objects.filter(recipient=account).values_list("subject_en", flat=True))
    assert subjects[1:] == [
        "You are now an administrator of coretech",
        "You are no longer an administrator of coretech",
    ]
