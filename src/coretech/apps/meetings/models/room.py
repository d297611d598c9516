"""Who comes, who attends, who sits in, and who asked to speak."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models.meeting import Item, Meeting
from coretech.apps.people.models import Person


class Reply(models.Model):
    """A member's answer to the notice; the newest one counts."""

    class Answer(models.TextChoices):
        """Coming, or asking for leave."""

        ACCEPTED = "accepted", "出席 / will attend"
        LEAVE = "leave", "請假 / asks for leave"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="replies")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer.choices)
    cause = models.CharField(max_length=200, blank=True)
    replied_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Attendance(models.Model):
    """How a member in office attended: in person, by the agency's stand-in, on leave, or not at all."""

    class Status(models.TextChoices):
        """The four ways."""

        PRESENT = "present", "親自出席 / present"
        STAND_IN = "stand_in", "指派代表出席 / stand-in"
        LEAVE = "leave", "請假 / on leave"
        ABSENT = "absent", "缺席 / absent"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT)
    status = models.CharField(max_length=8, choices=Status.choices)
    stand_in = models.ForeignKey(Person, null=True, on_delete=models.PROTECT)
    cause = models.CharField(max_length=200, blank=True)

    class Meta:
        """By seat; a stand-in is named exactly where there is one."""

        ordering: ClassVar = ["appointment__seat__number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "appointment"], name="one_attendance_each"),
            models.CheckConstraint(
                condition=models.Q(status="stand_in", stand_in__isnull=False)
                | (~models.Q(status="stand_in") & models.Q(stand_in=None)),
                name="a_stand_in_has_a_name",
            ),
        ]


class Observer(models.Model):
    """Somebody invited to sit in and give an opinion (art. 5(2)), for one item or the whole meeting.

    ``signed_on`` is the day of the agreement signed on paper, for whoever has no account (art. 11).
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="observers")
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="observers")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    organisation = models.CharField(max_length=120)
    why = models.CharField(max_length=200)
    signed_on = models.DateField(null=True)
    present = models.BooleanField(default=False)

    class Meta:
        """In the order invited."""

        ordering: ClassVar = ["meeting", "pk"]


class Speech(models.Model):
    """A place on the speaking list: asked, given the floor, done."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="speeches")
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="speeches")
    appointment = models.ForeignKey(Appointment, null=True, on_delete=models.PROTECT, related_name="+")
    observer = models.ForeignKey(Observer, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """In the order asked; one speaker is a member or an observer, and only one has the floor."""

        ordering: ClassVar = ["meeting", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(appointment=None) ^ models.Q(observer=None), name="one_speaker_a_speech"
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(began_at__isnull=False, ended_at=None),
                name="one_has_the_floor",
            ),
        ]
