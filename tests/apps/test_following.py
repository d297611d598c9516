"""Following the register: who may, which address, and what is kept of the secret."""

import pytest

from coretech.apps.accounts.models import Account
from coretech.apps.audit.operation import AlreadyDone
from coretech.apps.register.following import MOST_EACH, secret_of, webhooks_of
from coretech.apps.register.models import Delivery, Webhook
from coretech.apps.register.operations.end_following import end_following
from coretech.apps.register.operations.follow_register import follow_register
from coretech.engines.sealing import SealingError
from coretech.engines.webhooks import new_secret
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import open_data_factories as open_data

pytestmark = pytest.mark.usefixtures("stage")

ADDRESS = "https://systems.example/hook"


def followed(username: str = "agency-nstc", address: str = ADDRESS) -> Webhook:
    act = follow_register(factories.acting(username), address, new_secret())
    return Webhook.objects.get(pk=int(act.subject.split("/")[1]))


def refused(username: str, address: str) -> Refused:
    with pytest.raises(Refused) as caught:
        follow_register(factories.acting(username), address, new_secret())
    return caught.value


def test_an_address_is_kept_and_named_in_no_leaf() -> None:
    secret = new_secret()
    act = follow_register(factories.acting("agency-nstc"), f" {ADDRESS} ", secret)

    webhook = Webhook.objects.get()
    assert (webhook.address, act.kind, act.public) == (ADDRESS, "register.followed", {})
    assert ADDRESS.encode() not in bytes(act.leaf)
    assert secret_of(webhook) == secret
    assert secret.encode() not in bytes(webhook.sealed_secret)


def test_a_secret_moved_to_another_address_opens_nothing() -> None:
    webhook = followed()
    webhook.address = "https://elsewhere.example/"

    with pytest.raises(SealingError):
        secret_of(webhook)


@pytest.mark.parametrize(
    "address", ["http://systems.example/", "https://10.0.0.1/", "https://localhost/", "ftp:x", ""]
)
def test_an_address_inside_or_in_the_open_is_refused(address: str) -> None:
    refusal = refused("agency-nstc", address)

    assert (refusal.status, refusal.field) == (422, "address")


def test_the_public_follows_by_the_feed_alone() -> None:
    assert refused("public", ADDRESS).status == 403


def test_an_address_is_entered_once_at_a_time() -> None:
    webhook = followed()
    assert refused("agency-nstc", ADDRESS).status == 422
    end_following(factories.acting("agency-nstc"), webhook.pk)

    assert followed().pk != webhook.pk


def test_an_account_has_only_so_many_addresses() -> None:
    for number in range(MOST_EACH):
        followed(address=f"{ADDRESS}/{number}")

    assert refused("agency-nstc", ADDRESS).status == 409


def test_the_same_request_enters_one_address() -> None:
    by = factories.acting("agency-nstc", once="key")
    follow_register(by, ADDRESS, new_secret())

    with pytest.raises(AlreadyDone):
        follow_register(by, ADDRESS, new_secret())
    assert Webhook.objects.count() == 1


def test_nobody_ends_or_sees_what_is_not_theirs() -> None:
    webhook = followed()
    other = factories.acting("office")

    with pytest.raises(Refused) as caught:
        end_following(other, webhook.pk)
    assert caught.value.status == 404
    assert list(webhooks_of(other)) == []
    end_following(factories.acting("agency-nstc"), webhook.pk)
    with pytest.raises(Refused) as again:
        end_following(factories.acting("agency-nstc"), webhook.pk)
    assert again.value.status == 409


def test_an_announcement_owes_a_call_to_every_live_address() -> None:
    live, ended, closed = followed(), followed("agency-nstc", f"{ADDRESS}/2"), followed("office")
    end_following(factories.acting("agency-nstc"), ended.pk)
    Account.objects.filter(pk=closed.account_id).update(is_active=False)
    open_data.announced_renaming()

    assert [(each.webhook, each.announcement.edition) for each in Delivery.objects.all()] == [(live, 2)]
