"""The audit as a job: what it keeps, whom it warns, and that it comes when it was asked for."""

import datetime as dt
from pathlib import Path

import pytest
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.auditing.how_far import HowFar, running, tell
from coretech.apps.audit.audits import audit_owed, last_audit, named_by
from coretech.apps.audit.models import Act, AuditRun, Outbox
from coretech.apps.audit.operations.ask_for_audit import ask_for_audit
from coretech.apps.audit.operations.keep_audit import keep_audit
from coretech.apps.audit.queries import audit
from coretech.jobs.audit import audit_and_keep, audit_if_owed
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import log_factories
from tests.factories.audit_factories import behind, undone, unguard

pytestmark = pytest.mark.usefixtures("stage")


@pytest.fixture(autouse=True)
def _own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_KEYS = tmp_path / "keys"


def spoil_the_second_act() -> None:
    unguard("audit_act")
    behind("UPDATE audit_act SET kind = 'test.other' WHERE seq = 2")


def test_a_sound_log_is_kept_as_sound_and_nobody_is_written_to() -> None:
    expected = audit()
    before = Outbox.objects.count()

    assert audit_and_keep() == 0

    run = AuditRun.objects.get()
    assert (run.size, run.root, run.rows) == (expected.size, expected.root, expected.rows)
    assert (run.faults, run.named, run.begun_at <= run.at) == (0, [], True)
    assert Outbox.objects.count() == before
    act = Act.objects.get(kind="log.audited")
    assert act.public == {"size": run.size, "root": run.root, "rows": run.rows, "faults": 0}
    assert act.seq == run.size + 1
    assert audit().broken == ()


def test_a_fault_is_named_and_every_administrator_is_written_to() -> None:
    spoil_the_second_act()

    assert audit_and_keep() == 1

    run = last_audit()
    assert run is not None
    assert [str(fault) for fault in named_by(run)] == ["act 2: kind differs from what was written"]
    administrators = set(
        Account.objects.filter(is_superuser=True, is_active=True).values_list("pk", flat=True)
    )
    told = Outbox.objects.filter(act__kind="log.audited")
    assert {notice.recipient_id for notice in told} == administrators != set()
    assert {(notice.path, notice.subject_zh) for notice in told} == {
        ("/log/audits/", "紀錄有1處不符，請立即查明")
    }


def test_what_an_audit_found_cannot_be_altered_unseen() -> None:
    spoil_the_second_act()
    audit_and_keep()
    unguard("audit_auditrun")
    behind("UPDATE audit_auditrun SET faults = 0, named = '[]'")

    found = {str(fault) for fault in audit().broken}

    run = AuditRun.objects.get()
    assert {
        f"audit_auditrun/{run.pk}: {part} differs from what was written" for part in ("faults", "named")
    } < found


def test_an_audit_that_was_asked_for_comes_once() -> None:
    assert audit_if_owed() is None
    ask_for_audit(log_factories.administrator())

    with pytest.raises(Refused) as again:
        ask_for_audit(log_factories.administrator())
    came = (audit_if_owed(), audit_if_owed(), AuditRun.objects.count())

    assert again.value.status == 409
    assert came == (0, None, 1)
    assert not audit_owed()


@pytest.mark.parametrize("username", ["public", "office", "member-05", "announcer"])
def test_only_who_keeps_the_log_asks_for_an_audit_or_keeps_one(username: str) -> None:
    by = factories.acting(username)
    with pytest.raises(Refused) as asking:
        ask_for_audit(by)
    with pytest.raises(Refused) as keeping:
        keep_audit(by, audit(), by.at - dt.timedelta(minutes=1))

    assert asking.value.status == keeping.value.status == 403


def test_how_far_an_audit_has_come_is_known_while_it_runs_and_forgotten_with_it() -> None:
    with undone():
        tell(2_048, 100_000)
        told = running()
        with pytest.raises(Refused) as refused:
            ask_for_audit(log_factories.administrator())

    assert told == HowFar(2_048, 100_000)
    assert refused.value.sentence.en.startswith("An audit is waiting or under way")
    assert running() is None
