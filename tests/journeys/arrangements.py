"""Steps that a journey takes for granted, taken through the operations on the demonstration's day."""

from coretech.apps.audit.clock import now
from coretech.apps.audit.models import Outbox
from coretech.apps.cases.models import Case
from coretech.demo import plan_scenes
from coretech.demo.acting import acting_as
from coretech.jobs.portfolios import screen_waiting
from coretech.jobs.watch import count_waiting
from tests.factories import kinds_factories


def pre_announced(reference: str, days: str) -> str:
    """A case that has been opened, brought through panel, Office and council, and open to comments for some days."""
    today = now().date()
    approved = kinds_factories.approved(Case.objects.get(reference=reference), today)
    draft = kinds_factories.pre_announced(approved, today, int(days)).pre_announcements.get()
    return f"/pre-announcements/{draft.pk}/"


def a_quarter_reported() -> str:
    """The programme controlled, and its first quarter reported and published; gives back the last scene's name."""
    scenes = (plan_scenes.STEERING, plan_scenes.YEAR_SCENES[0])
    for scene in scenes:
        scene.run(acting_as(scene.account))
    return scenes[-1].name.en


def letters() -> list[dict[str, str]]:
    """Every letter written so far: to which account or address, its subject and its text."""
    return [
        {
            "to": letter.address if letter.recipient is None else letter.recipient.username,
            "subject": letter.subject_zh,
            "text": letter.text,
        }
        for letter in Outbox.objects.select_related("recipient").order_by("pk")
    ]


def screen() -> int:
    """The portfolios that wait, screened as the job of every minute would, if it has not been quicker."""
    return screen_waiting()


def count() -> int:
    """The snapshots that wait, counted as the job of every minute would, if it has not been quicker."""
    return count_waiting()
