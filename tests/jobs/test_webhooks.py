"""Calls to a real machine: what it is told, what follows when it does not answer, and what is never called."""

import base64
import datetime as dt
import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from coretech.apps.audit.clock import now, set_demo_day
from coretech.apps.register.following import MOST_TRIES
from coretech.apps.register.models import Delivery, Webhook
from coretech.apps.register.operations.end_following import end_following
from coretech.apps.register.operations.follow_register import follow_register
from coretech.engines.webhooks import new_secret
from coretech.jobs.calling import CallError, call
from coretech.jobs.webhooks import PAUSES, call_due
from tests import factories
from tests.factories import open_data_factories as open_data
from tests.factories.open_data_factories import ANNOUNCED, Called, called_machine

pytestmark = pytest.mark.usefixtures("stage")

SECRET = new_secret()


@pytest.fixture
def machine(settings: Settings, tmp_path: Path) -> Iterator[Called]:
    """A machine whose address follows the register, on the demonstration's clock."""
    settings.CORETECH_DEMO, settings.CORETECH_HOME = True, tmp_path
    settings.CORETECH_ADDRESS = "https://register.example"
    set_demo_day(ANNOUNCED)
    with called_machine() as called:
        follow_register(factories.acting("agency-nstc"), called.address, SECRET)
        yield called


def delivery() -> Delivery:
    return Delivery.objects.get()


def let_pass() -> None:
    """Let the moment of the next try come."""
    Delivery.objects.update(next_try_at=now() - dt.timedelta(seconds=1))


def test_an_announcement_is_told_once_with_its_addresses(machine: Called) -> None:
    open_data.announced_renaming()

    assert (call_due(), call_due()) == (1, 0)

    (told,) = machine.told
    assert told["type"] == "register.announced"
    assert told["data"] == {
        "edition": 2,
        "document_number": "示範字第1號",
        "announced_on": "2025-09-01",
        "effective_on": "2025-09-01",
        "page": "https://register.example/changes/#edition-2",
        "changes": "https://register.example/register/changes.json?from=2025-08-31&to=2025-09-01",
        "list": "https://register.example/register/export/json?as_of=2025-09-01",
    }
    assert (delivery().delivered_at is None, delivery().tries) == (False, 1)


def test_the_machine_can_check_the_signature_with_its_secret(machine: Called) -> None:
    open_data.announced_renaming()
    call_due()

    ((headers, body),) = machine.calls
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    digest = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{digest}"
    assert headers["content-type"] == "application/json"
    assert abs(int(headers["webhook-timestamp"]) - now().timestamp()) < 3600


def test_a_machine_that_does_not_take_it_is_tried_five_times_ever_later(machine: Called) -> None:
    machine.answers = 500
    open_data.announced_renaming()

    for tries, pause in enumerate(PAUSES, 1):
        before = now()
        assert call_due() == 0
        waiting = delivery().next_try_at
        assert waiting is not None
        assert waiting >= before + pause
        assert (delivery().tries, call_due(), len(machine.calls)) == (tries, 0, tries)
        let_pass()
    assert call_due() == 0

    assert (delivery().tries, delivery().next_try_at, delivery().delivered_at) == (MOST_TRIES, None, None)
    assert "HTTP 500" in delivery().problem
    assert (call_due(), len(machine.calls)) == (0, MOST_TRIES)
    assert len({headers["webhook-id"] for headers, _ in machine.calls}) == 1
    assert len({body for _, body in machine.calls}) == 1


def test_what_failed_arrives_once_the_machine_is_well_again(machine: Called) -> None:
    machine.answers = 503
    open_data.announced_renaming()
    call_due()
    machine.answers = 204
    let_pass()

    assert call_due() == 1
    assert (delivery().tries, delivery().problem) == (2, "")


def test_a_redirection_is_not_followed(machine: Called) -> None:
    machine.answers = 302
    open_data.announced_renaming()

    assert (call_due(), len(machine.calls)) == (0, 1)


def test_an_address_that_was_ended_is_not_called_for_what_is_owed(machine: Called) -> None:
    open_data.announced_renaming()
    end_following(factories.acting("agency-nstc", ANNOUNCED), Webhook.objects.get().pk)

    assert (call_due(), machine.calls) == (0, [])


def test_outside_a_demonstration_this_machine_is_never_called(machine: Called, settings: Settings) -> None:
    open_data.announced_renaming()
    settings.CORETECH_DEMO = False

    assert (call_due(), machine.calls) == (0, [])
    assert delivery().tries == 1


def test_a_machine_that_is_gone_is_a_failure_like_any_other(machine: Called) -> None:
    gone = "http://127.0.0.1:1/"

    with pytest.raises(CallError, match="could not be reached"):
        call(gone, b"{}", {}, demonstration=True)
    assert machine.calls == []


@pytest.mark.parametrize("name", ["127.1", "0x7f.1"])
def test_a_name_that_leads_to_this_machine_is_not_called(name: str, machine: Called) -> None:
    port = machine.address.split(":")[2].split("/")[0]

    with pytest.raises(CallError, match="private network"):
        call(f"https://{name}:{port}/", b"{}", {}, demonstration=False)
    assert machine.calls == []


def test_plain_http_where_tls_is_promised_is_a_failure(machine: Called) -> None:
    with pytest.raises(CallError, match="could not be reached"):
        call(machine.address.replace("http:", "https:"), b"{}", {}, demonstration=True)
    assert machine.calls == []
