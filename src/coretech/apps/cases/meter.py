"""How far a dossier is: the law's ruling on its completeness, and each part's state."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.content_check import warnings
from coretech.apps.cases.content_json import content_of
from coretech.apps.cases.drafts import drafted_parts
from coretech.apps.cases.facts import PARTS, completeness_facts, newest_parts
from coretech.apps.cases.models import Case, Part, Remark
from coretech.kit.sentence import Sentence
from coretech.law.dossier import completeness
from coretech.law.ruling import Ruling


class Progress(StrEnum):
    """How far one part is."""

    MISSING = "missing"
    WARNED = "warned"
    WRITTEN = "written"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class PartState:
    """One part: its newest version, what a reviewer would still ask, whether the reader has a draft, open remarks."""

    name: str
    progress: Progress
    part: Part | None = None
    warnings: tuple[Sentence, ...] = ()
    drafted: bool = False
    remarks: int = 0


@dataclass(frozen=True, slots=True)
class Meter:
    """The ruling, and the parts in the order of article 7(1)."""

    ruling: Ruling
    parts: tuple[PartState, ...]

    @property
    def written(self) -> int:
        """How many parts have been written."""
        return sum(state.part is not None for state in self.parts)


def meter(by: Acting, case: Case, parts: Mapping[str, Part], closed: frozenset[str]) -> Meter:
    """How far the dossier is; ``parts`` are those open to the reader, ``closed`` the names of the others written."""
    drafted = drafted_parts(by, case)
    asked = Remark.objects.filter(part__case=case, settled_at=None).values_list("part__name", flat=True)
    open_remarks = list(asked)
    return Meter(
        ruling=completeness.rule(completeness_facts(newest_parts(case)), by.today),
        parts=tuple(
            PartState(name, Progress.CLOSED)
            if name in closed
            else _state(name, parts.get(name), drafted, open_remarks.count(name))
            for name in PARTS
        ),
    )


def _state(name: str, part: Part | None, drafted: frozenset[str], remarks: int) -> PartState:
    if part is None:
        return PartState(name, Progress.MISSING, drafted=name in drafted)
    asked = warnings(content_of(part))
    progress = Progress.WARNED if asked else Progress.WRITTEN
    return PartState(name, progress, part, asked, drafted=name in drafted, remarks=remarks)
