"""What every page of one part begins with: the case, the part where it opens, and the words around it."""

from dataclasses import dataclass

from django.http import HttpRequest

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import Case, Part
from coretech.apps.cases.operations import write_part
from coretech.apps.cases.queries import find_case
from coretech.apps.cases.states import Step
from coretech.apps.meetings.dossier import open_part
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence
from coretech.law.terms import Part as PartName
from coretech.web.acting import acting
from coretech.web.cases.step_page import frame_of
from coretech.web.cases.words import PART_HINTS, part_name


@dataclass(frozen=True, slots=True)
class Opened:
    """A part as a reader opened it; ``newest`` is None where it is not written, ``refusal`` why it cannot be now."""

    by: Acting
    case: Case
    name: str
    newest: Part | None
    refusal: Refused | None

    @property
    def title(self) -> Sentence:
        """The part's name as a heading."""
        return part_name(self.name)

    @property
    def version(self) -> int:
        """The version that counts; 0 where there is none."""
        return 0 if self.newest is None else self.newest.version

    @property
    def frame(self) -> dict[str, object]:
        """What every page of the part shows."""
        return frame_of(self.case, Step.WRITE_DOSSIER) | {
            "opened": self,
            "name": self.title,
            "hint": PART_HINTS[PartName(self.name)],
            "refusal": self.refusal,
        }


def opened(request: HttpRequest, reference: str, name: str) -> Opened:
    """The part, where it opens to whoever sent the request.

    Raises:
        Refused: (HTTP 404) where there is no such case or part; 403 with the ruling that keeps the part closed.
    """
    by = acting(request)
    case = find_case(by, reference)
    if name not in PARTS:
        raise not_found(f"提報資料沒有「{name}」這一項。", f"A dossier has no part “{name}”.")
    newest = open_part(by, case, name)
    return Opened(by, case, name, newest, refusal_of(write_part.check, by, case))
