"""The audits that were kept: the last ones, their faults in words, and whether one is owed."""

from collections.abc import Iterable

from coretech.apps.audit.auditing.found import Fault, Wrong
from coretech.apps.audit.models import Act, AuditRun
from coretech.kit.sentence import Sentence

ASKED, KEPT = "log.audit_asked", "log.audited"
"""The kinds of the acts by which somebody asks for an audit, and by which one is kept."""


def last_audit() -> AuditRun | None:
    """The newest audit, or None before the first."""
    return AuditRun.objects.last()


def last_audits(many: int) -> list[AuditRun]:
    """The newest audits, newest first."""
    return list(AuditRun.objects.order_by("-pk")[:many])


def audit_owed() -> bool:
    """Whether somebody asked for an audit and none was kept since."""
    told = Act.objects.filter(kind__in=(ASKED, KEPT)).order_by("-seq").values_list("kind", flat=True).first()
    return told == ASKED


def named_by(run: AuditRun) -> list[Fault]:
    """The faults that an audit named."""
    return [Fault(place, part, Wrong[wrong]) for place, part, wrong in run.named]


def counted(faults: int) -> Sentence:
    """How many faults, in words."""
    return Sentence(f"{faults}處不符", "1 fault" if faults == 1 else f"{faults} faults")


def as_named(faults: Iterable[Fault]) -> list[list[str]]:
    """Faults as a row of an audit keeps them."""
    return [[fault.place, fault.part, fault.wrong.name] for fault in faults]
