"""Evaluations of a plan by experts: criteria, declared interests, scores, findings and what followed."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency, Person
from coretech.apps.plans.models import Plan, PlanVersion


class Evaluation(models.Model):
    """A mid-term or final evaluation of a version of a plan, looking back from the end of ROC ``year``."""

    class Kind(models.TextChoices):
        """After two years, or after all of them."""

        MID_TERM = "mid_term", "期中成果評估 / mid-term"
        FINAL = "final", "期末成果評估 / final"

    class State(models.TextChoices):
        """Where it stands."""

        PREPARED = "prepared", "籌備中 / being prepared"
        SCORING = "scoring", "評分中 / scoring"
        COMPILED = "compiled", "已彙整 / compiled"
        REPORTED = "reported", "已報院備查 / reported to the Executive Yuan"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="evaluations")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    year = models.PositiveIntegerField()
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.PREPARED)
    document_no = models.CharField(max_length=80, blank=True)
    reported_on = models.DateField(null=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "version", "kind"], name="one_evaluation_of_a_kind"),
        ]

    @property
    def subject(self) -> str:
        """How the log names the evaluation."""
        return f"evaluation/{self.pk}"


class Criterion(models.Model):
    """What evaluators score by; ``most`` is the highest score, ``weight`` its part of the whole in per cent."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="criteria")
    order = models.PositiveSmallIntegerField()
    zh = models.CharField(max_length=80)
    en = models.CharField(max_length=120)
    weight = models.DecimalField(max_digits=5, decimal_places=2)
    most = models.PositiveSmallIntegerField(default=5)

    class Meta:
        """In order; never changed."""

        ordering: ClassVar = ["evaluation", "order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "order"], name="one_criterion_of_a_place"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Evaluator(models.Model):
    """An expert asked to evaluate."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="evaluators")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()

    class Meta:
        """In the order they were named; never changed."""

        ordering: ClassVar = ["evaluation", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "person"], name="one_evaluator_of_a_person"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class InterestDeclaration(models.Model):
    """What an evaluator declared: the elements in which there is an interest, none where the list is empty."""

    evaluator = models.ForeignKey(Evaluator, on_delete=models.PROTECT, related_name="declarations")
    element_keys = models.JSONField(default=list)
    text = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        """Oldest first, the newest holds; never changed."""

        ordering: ClassVar = ["evaluator", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Score(models.Model):
    """A score of an element by a criterion; a later one of the same takes its place and the old one stays."""

    evaluator = models.ForeignKey(Evaluator, on_delete=models.PROTECT, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="scores")
    element_key = models.CharField(max_length=90)
    score = models.DecimalField(max_digits=5, decimal_places=2)
    comment = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["evaluator", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class EvaluationFinding(models.Model):
    """What the evaluation found of an element and asks an agency to do."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveIntegerField()
    element_key = models.CharField(max_length=90, blank=True)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    recommendation = models.TextField(blank=True)
    due_on = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        """By number; never changed."""

        ordering: ClassVar = ["evaluation", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "number"], name="one_finding_of_a_number"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class FollowUp(models.Model):
    """What followed a finding: an agency's answer, or what the controller made of it."""

    class State(models.TextChoices):
        """What it says."""

        UNDER_WAY = "under_way", "辦理中 / under way"
        DONE = "done", "已完成 / done"
        ACCEPTED = "accepted", "解除列管 / accepted"
        RETURNED = "returned", "退回續辦 / returned"

    finding = models.ForeignKey(EvaluationFinding, on_delete=models.PROTECT, related_name="follow_ups")
    state = models.CharField(max_length=9, choices=State.choices)
    text = models.TextField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["finding", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
