"""Who is told of an announcement by a call of their own machine: what is owed, what is said, and the secret."""

import datetime as dt
import json
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.keys import key_ring
from coretech.apps.register.exporting import base_address
from coretech.apps.register.models import Announcement, Delivery, Webhook
from coretech.engines.sealing import open_sealed, seal
from coretech.engines.webhooks import problem_of
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import Refused, bad_input

PURPOSE = "webhooks"
"""The key that secrets are sealed under, by its purpose on the installation's ring."""
MOST_TRIES = 5
MOST_EACH = 10
"""How many addresses one account may have at a time."""


def owe_calls(announcement: Announcement) -> None:
    """Owe a call to every address that follows the register; to be called in the announcement's transaction."""
    live = Webhook.objects.filter(ended_at=None, account__is_active=True)
    Delivery.objects.bulk_create(Delivery(webhook=webhook, announcement=announcement) for webhook in live)


def webhooks_of(by: Acting) -> QuerySet[Webhook]:
    """The reader's own addresses, newest first, each with its calls, newest first."""
    calls = Delivery.objects.select_related("announcement").order_by("-pk")
    mine = Webhook.objects.filter(account_id=by.account_id or 0)
    return mine.prefetch_related(Prefetch("deliveries", calls)).order_by("-pk")


def require_address(address: str) -> str:
    """The address, where it may be called (HTTP 422 otherwise)."""
    problem = problem_of(address, demonstration=settings.CORETECH_DEMO)
    if problem is not None:
        raise Refused(problem, status=422, field="address")
    return address


def require_secret(secret: str) -> bytes:
    """The secret as it is kept (HTTP 422 for one that is not of our making)."""
    if not secret.isascii() or len(secret) > 80:  # noqa: PLR2004 - as long as any secret of ours
        raise bad_input("secret", "密鑰的格式不對。", "The secret has not the right form.")
    return secret.encode("ascii")


def sealed_secret(webhook: Webhook, secret: str) -> bytes:
    """The secret under the installation's key, bound to its account and address.

    Raises:
        SealingError: where secrets were sealed before and the key is lost.
    """
    ring = key_ring()
    key = ring.key(PURPOSE) if Webhook.objects.exists() else ring.make_key(PURPOSE)
    return seal(key, require_secret(secret), _context(webhook))


def secret_of(webhook: Webhook) -> str:
    """The secret that signs the calls to an address.

    Raises:
        SealingError: where the key is lost, or the row was changed since.
    """
    sealed = bytes(webhook.sealed_secret)
    return open_sealed(key_ring().key(PURPOSE), sealed, _context(webhook)).decode("ascii")


def body_of(delivery: Delivery) -> bytes:
    """What the call says: which announcement, and where to read it and what it changed; the same in every try."""
    announcement, base = delivery.announcement, base_address()
    day = announcement.effective_on
    days = urlencode({"from": day - dt.timedelta(days=1), "to": day})
    said = {
        "type": "register.announced",
        "timestamp": announcement.recorded_at.astimezone(TAIPEI).isoformat(),
        "data": {
            "edition": announcement.edition,
            "document_number": announcement.document_number or None,
            "announced_on": announcement.announced_on.isoformat(),
            "effective_on": day.isoformat(),
            "page": f"{base}/changes/#edition-{announcement.edition}",
            "changes": f"{base}/register/changes.json?{days}",
            "list": f"{base}/register/export/json?as_of={day}",
        },
    }
    return json.dumps(said, ensure_ascii=False).encode()


def _context(webhook: Webhook) -> bytes:
    return json.dumps(["webhook", webhook.account_id, webhook.address], ensure_ascii=True).encode("ascii")
