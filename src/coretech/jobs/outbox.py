"""Sending the notices that acts owe: one mail each, marked as sent only when it went."""

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from coretech.apps.audit.clock import now
from coretech.apps.audit.models import Outbox

_BATCH = 200


def send_due() -> int:
    """Send what waits, oldest first; two workers never send the same notice."""
    sent = 0
    for pk in list(Outbox.objects.filter(sent_at=None).values_list("pk", flat=True)[:_BATCH]):
        sent += _send(pk)
    return sent


def _send(pk: int) -> int:
    with transaction.atomic():
        rows = Outbox.objects.select_for_update(skip_locked=True).select_related("recipient")
        notice = rows.filter(pk=pk, sent_at=None).first()
        if notice is None:
            return 0
        if notice.recipient.email:
            english = notice.recipient.language.startswith("en")
            subject = notice.subject_en if english else notice.subject_zh
            link = f"{settings.CORETECH_ADDRESS}{'/en' if english else ''}{notice.path}"
            send_mail(subject, f"{subject}\n\n{link}\n", None, [notice.recipient.email])
        notice.sent_at = now()
        notice.save(update_fields=["sent_at"])
        return 1
