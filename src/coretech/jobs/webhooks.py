"""Making the calls that announcements owe: signed, one after the other, five tries each and further apart each time."""

import datetime as dt
import logging

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from coretech.apps.audit.clock import now
from coretech.apps.register.following import MOST_TRIES, body_of, secret_of
from coretech.apps.register.models import Delivery
from coretech.engines.sealing import SealingError
from coretech.engines.webhooks import headers_of
from coretech.jobs.calling import CallError, call

_log = logging.getLogger(__name__)

PAUSES = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 10, 60, 360))
"""How long to wait after the first failure, the second, and so on; after the fifth nothing follows."""
_BATCH = 100
_LONGEST_PROBLEM = 300


def call_due() -> int:
    """Make the calls that are due, oldest first; says how many arrived."""
    waiting = Delivery.objects.filter(_due()).values_list("pk", flat=True)
    return sum(_deliver(pk) for pk in list(waiting[:_BATCH]))


def _due() -> Q:
    open_ = Q(delivered_at=None, tries__lt=MOST_TRIES, webhook__ended_at=None)
    return open_ & (Q(next_try_at=None) | Q(next_try_at__lte=now()))


def _deliver(pk: int) -> bool:
    with transaction.atomic():
        rows = Delivery.objects.select_for_update(skip_locked=True, of=("self",))
        delivery = rows.select_related("webhook", "announcement").filter(_due(), pk=pk).first()
        if delivery is None:
            return False
        delivery.tries += 1
        try:
            _call(delivery)
        except (CallError, SealingError) as error:
            _put_off(delivery, str(error.sentence))
            return False
        delivery.delivered_at, delivery.next_try_at, delivery.problem = now(), None, ""
        delivery.save(update_fields=["tries", "delivered_at", "next_try_at", "problem"])
        return True


def _call(delivery: Delivery) -> None:
    webhook, body = delivery.webhook, body_of(delivery)
    headers = headers_of(secret_of(webhook), f"call_{delivery.pk}", now(), body)
    call(webhook.address, body, headers, demonstration=settings.CORETECH_DEMO)


def _put_off(delivery: Delivery, problem: str) -> None:
    """Keep what went wrong, and when to try again; the address stays out of the log file."""
    again = delivery.tries < MOST_TRIES
    delivery.next_try_at = now() + PAUSES[delivery.tries - 1] if again else None
    delivery.problem = problem[:_LONGEST_PROBLEM]
    delivery.save(update_fields=["tries", "next_try_at", "problem"])
    _log.warning("call %s did not arrive at try %s", delivery.pk, delivery.tries)
