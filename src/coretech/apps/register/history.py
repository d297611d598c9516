"""The acts on a case, from its opening to its announcement."""

from django.db.models import QuerySet

from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import acts_on
from coretech.apps.cases.models import Case


def history_of(case: Case) -> QuerySet[Act]:
    """The acts on a case a reader has found: its own, its pre-announcements' and its announcements', oldest first."""
    drafts = case.pre_announcements.values_list("pk", flat=True)
    editions = case.versions.values_list("announcement__edition", flat=True)
    subjects = [f"pre-announcement/{pk}" for pk in drafts] + [
        f"announcement/{edition}" for edition in editions
    ]
    return acts_on(case.subject, *subjects)
