"""Reading the log: an act with its subject's history, and whether every leaf still holds."""

from collections.abc import Iterable

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.auditing.found import Audit
from coretech.apps.audit.auditing.whole_log import Progress, recomputed
from coretech.apps.audit.models import Act, Once
from coretech.apps.audit.rulings import allow
from coretech.law.access import Action


def acts_of(subject: str) -> QuerySet[Act]:
    """The acts on a subject such as ``case/3``, oldest first."""
    return acts_on(subject)


def acts_on(*subjects: str) -> QuerySet[Act]:
    """The acts on several subjects, oldest first."""
    return Act.objects.filter(subject__in=subjects).select_related("account").order_by("seq")


def readable_acts(by: Acting, subject: str = "") -> QuerySet[Act]:
    """The log, or one subject's part of it, oldest first, for whoever may read it (HTTP 403 otherwise)."""
    allow(by, Action.READ_LOG)
    return acts_of(subject) if subject else Act.objects.select_related("account").order_by("seq")


def newest_act() -> Act | None:
    """The last act on the log, or None before the first."""
    return Act.objects.order_by("-seq").first()


def key_used_otherwise(account_id: int, prefix: str, rest: str) -> bool:
    """Whether the account sent a request under a key that begins so and goes on in another way."""
    mine = Once.objects.filter(key__startswith=f"{account_id}:{prefix}")
    return mine.exclude(key=f"{account_id}:{prefix}{rest}").exists()


def key_used(by: Acting) -> bool:
    """Whether this request, by its key, was carried out before."""
    return bool(by.once) and Once.objects.filter(key=f"{by.account_id or 0}:{by.once}"[:96]).exists()


def audit(sizes: Iterable[int] = (), progress: Progress | None = None) -> Audit:
    """Recompute every act, block, head and bound row; each byte changed behind the system's back is named.

    Anybody may ask; what is told names places, never contents.
    """
    return recomputed(sizes, progress)
