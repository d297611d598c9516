"""Several at once ask for heads while acts are written: one key, one head of each size, each continuing the last."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from coretech.apps.audit.heads import signed_head
from coretech.apps.audit.models import Act, Checkpoint, LogKey
from coretech.apps.audit.operations.rotate_log_key import rotate_log_key
from coretech.apps.audit.proving import growth_since_head
from coretech.apps.inventory.operations.record_candidate import record_candidate
from coretech.apps.register.proving import item_proof
from tests import factories
from tests.factories import log_factories
from tests.factories.log_factories import AT

pytestmark = pytest.mark.usefixtures("committed_stage")


@pytest.fixture(autouse=True)
def _own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_KEYS = tmp_path / "keys"


def at_once(*runs: Callable[[], object]) -> list[BaseException]:
    """Run all at the same moment; gives back whatever was raised."""
    gate, raised = threading.Barrier(len(runs)), list[BaseException]()

    def one(run: Callable[[], object]) -> None:
        gate.wait()
        try:
            run()
        except BaseException as error:  # noqa: BLE001 - a thread's error would be lost otherwise
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=[run]) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_the_first_key_is_made_once_and_a_size_is_signed_once() -> None:
    assert at_once(*[lambda: signed_head(AT)] * 6) == []

    assert (LogKey.objects.count(), Checkpoint.objects.count()) == (1, 1)


def test_heads_proofs_acts_and_a_new_key_at_once_leave_one_log() -> None:
    first = signed_head(AT)
    found, by = factories.renaming(), factories.acting("agency-nstc")
    public = factories.acting("public")

    raised = at_once(
        *[lambda: record_candidate(by, found)] * 3,
        *[lambda: item_proof(public, 12)] * 3,
        lambda: rotate_log_key(log_factories.administrator()),
        lambda: signed_head(AT),
    )

    assert raised == []
    assert growth_since_head(first.note, AT).head.size == Act.objects.count() == first.size + 4
    for head in Checkpoint.objects.all():
        assert growth_since_head(head.note, AT).old_size == head.size
