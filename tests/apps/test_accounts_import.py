"""Many accounts from one file: all of it or none, and what is confirmed is what was shown."""

import datetime as dt

import pytest

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act, Outbox
from coretech.apps.people.models import Person, Posting
from coretech.apps.people.operations import import_accounts
from coretech.readers.accounts.rows import AccountRow
from coretech.readers.accounts.write import SAMPLE, write_accounts
from coretech.readers.seats.write import Format
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.factories import accounts_factories as made

pytestmark = pytest.mark.usefixtures("stage")

FILE = write_accounts(SAMPLE, Format.ODS)


def admin() -> Acting:
    return factories.acting(made.ADMIN)


def file_of(*rows: AccountRow) -> bytes:
    return write_accounts(rows, Format.CSV)


def row(**other: object) -> AccountRow:
    given = {"username": made.NAME, "email": made.EMAIL, "name_zh": made.NAME_ZH, "agency": "moea"}
    return AccountRow(**{**given, "start": factories.DAY, **other})  # type: ignore[arg-type]  # some are wrong on purpose


def import_of(raw: bytes) -> Act:
    return import_accounts.import_accounts(admin(), raw, import_accounts.foresee(admin(), raw).digest)


def test_a_file_opens_accounts_and_posts_their_holders() -> None:
    act = import_of(FILE)

    assert act.public["counts"] == {"account": 2, "posting": 2, "unchanged": 0}
    assert Account.objects.filter(username__in=["chen.officer", "lin.announcer"]).count() == 2
    assert set(Posting.objects.filter(start=dt.date(2026, 1, 1)).values_list("agency__code", "kind")) == {
        ("moea", "officer"),
        ("ey", "announcer"),
    }
    assert Outbox.objects.filter(path="/accounts/password/").count() == 2
    assert "陳" not in bytes(act.leaf).decode()


def test_looking_writes_nothing_and_sends_nothing() -> None:
    before = Act.objects.count(), Outbox.objects.count(), Person.objects.count()

    assert not import_accounts.foresee(admin(), FILE).findings

    assert (Act.objects.count(), Outbox.objects.count(), Person.objects.count()) == before


def test_the_same_file_again_writes_nothing() -> None:
    import_of(FILE)

    assert import_accounts.foresee(admin(), FILE).counts == {"account": 0, "posting": 0, "unchanged": 2}
    assert refused(lambda: import_of(FILE)).field == "file"


def test_a_known_account_may_get_another_posting() -> None:
    made.opened()

    imported = import_accounts.foresee(admin(), file_of(row(agency="nstc")))

    assert imported.counts == {"account": 0, "posting": 1, "unchanged": 0}


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"email": "nowhere"}, "B2"),
        ({"email": "office@example.invalid"}, "B2"),
        ({"username": "two words"}, "A2"),
        ({"username": "office"}, "A2"),
        ({"agency": "nowhere"}, "F2"),
        ({"kind": "announcer"}, "G2"),
        ({"start": None}, "H2"),
        ({"agency": ""}, "F2"),
        ({"end": dt.date(2020, 1, 1)}, "I2"),
    ],
)
def test_what_a_row_gets_wrong_is_told_at_its_cell_and_nothing_is_written(
    wrong: dict[str, object], place: str
) -> None:
    raw = file_of(row(**wrong), row(username="b", email="b@a.example"))

    imported = import_accounts.foresee(admin(), raw)

    assert [finding.column.split()[0] for finding in imported.findings] == [place]
    assert refused(lambda: import_accounts.import_accounts(admin(), raw, imported.digest)).status == 422
    assert not Account.objects.filter(username="b").exists()


def test_what_has_changed_since_it_was_shown_is_shown_again() -> None:
    seen = import_accounts.foresee(admin(), FILE).digest
    made.opened(username="chen.officer", email="chen@agency.example", name_zh="陳範例")

    assert refused(lambda: import_accounts.import_accounts(admin(), FILE, seen)).status == 409


def test_only_administrators_import() -> None:
    others = ("public", "office", "agency-nstc", "member-05")

    assert statuses_for(others, lambda by: import_accounts.foresee(by, FILE)) == {403}
    assert statuses_for(others, lambda by: import_accounts.import_accounts(by, FILE, "")) == {403}
