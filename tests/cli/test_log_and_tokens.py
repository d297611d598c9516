"""``coretech log`` and ``coretech token``."""

import datetime as dt

from django.db import connection

from coretech.apps.accounts.queries import account_of_token
from coretech.apps.audit.clock import now
from tests.cli.conftest import Run


def test_the_log_is_read_by_the_office_and_by_nobody_else(run: Run) -> None:
    kinds = [act["kind"] for act in run("log", "list", "--as", "office", "--json").data]

    assert kinds == ["agreement.bundled", "register.opened", "demo.stage_set"]
    assert run("log", "list", "--as", "member-02").status == run("log", "list").status == 1


def test_one_subjects_acts_can_be_asked_for(run: Run) -> None:
    acts = run("log", "list", "--subject", "announcement/1", "--as", "administrator", "--json").data

    assert [act["subject"] for act in acts] == ["announcement/1"]


def test_a_sound_log_holds_for_anybody_who_asks(run: Run) -> None:
    ran = run("log", "audit", "--json")

    assert (ran.status, ran.data["size"], ran.data["broken"]) == (0, 3, [])
    assert len(ran.data["root"]) == 64


def test_a_flipped_bit_is_named_and_fails(run: Run) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_act DISABLE TRIGGER USER")
        cursor.execute("UPDATE audit_act SET public = '{\"seats\": 26}' WHERE seq = 3")

    ran = run("log", "audit")

    assert ran.status == 1
    assert "act 3: public differs from what was written" in ran.out


def test_a_token_is_shown_once_acts_for_its_account_and_ends_when_revoked(run: Run) -> None:
    made = run("token", "create", "--as", "agency-nstc", "--label", "nightly", "--days", "7", "--json")
    secret = made.data["token"]
    holder = account_of_token(secret, now())

    listed = run("token", "list", "--as", "agency-nstc")
    run("token", "revoke", made.number, "--as", "agency-nstc")

    assert holder is not None
    assert holder.username == "agency-nstc"
    assert secret not in listed.out
    assert "nightly" in listed.out
    assert account_of_token(secret, now()) is None
    assert "revoked" in run("token", "list", "--as", "agency-nstc").out


def test_a_token_ends_by_itself(run: Run) -> None:
    secret = run("token", "create", "--as", "office", "--label", "short", "--days", "1").out.strip()

    assert account_of_token(secret, now() + dt.timedelta(days=2)) is None


def test_a_token_of_somebody_else_is_not_there(run: Run) -> None:
    made = run("token", "create", "--as", "office", "--label", "mine", "--json")

    assert run("token", "revoke", made.number, "--as", "agency-nstc").status == 2
    assert run("token", "list", "--as", "agency-nstc", "--json").data == []
    assert run("token", "create", "--as", "office", "--label", "long", "--days", "9999999999").status == 2
