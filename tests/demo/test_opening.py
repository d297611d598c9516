"""Opening the demonstration: once, with a password of its own, and never on real accounts."""

from pathlib import Path

import pytest

from coretech.apps.accounts.models import Account
from coretech.apps.audit.clock import now, set_demo_day
from coretech.demo.opening import cast, open_demonstration, password_file
from coretech.demo.people import FIRST_DAY
from coretech.kit.refusal import Refused

pytestmark = pytest.mark.usefixtures("stage", "folder")


def test_it_opens_on_its_first_day_with_a_password_only_its_owner_reads() -> None:
    secret = open_demonstration()

    assert now().date() == FIRST_DAY
    assert password_file().read_text(encoding="ascii") == f"{secret}\n"
    assert password_file().stat().st_mode & 0o777 == 0o600
    assert Account.objects.get(username="office").check_password(secret)


def test_opening_again_changes_neither_password_nor_day() -> None:
    first = open_demonstration()
    later = FIRST_DAY.replace(month=9)
    set_demo_day(later)

    assert open_demonstration() == first
    assert now().date() == later


def test_a_lost_password_is_replaced_for_the_whole_cast() -> None:
    first = open_demonstration()
    password_file().unlink()

    second = open_demonstration()

    assert second != first
    assert all(
        account.check_password(second)
        for account in Account.objects.filter(username__in=["office", "member-25"])
    )


def test_an_installation_with_accounts_of_its_own_is_left_alone(folder: Path) -> None:
    Account.objects.create(username="somebody")

    with pytest.raises(Refused, match="正式帳號"):
        open_demonstration()

    assert list(folder.iterdir()) == []


def test_everybody_of_the_cast_is_named_by_role_in_both_languages() -> None:
    people = dict(cast())

    assert len(people) == 54
    assert all("示範" in name.zh and "demonstration" in name.en for name in people.values())
