"""Where the parts of a dossier stand for one writer: the own draft, else the newest version, else nothing."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.content import CONTENTS, Content
from coretech.apps.cases.content_json import blank, content_of
from coretech.apps.cases.drafts import draft_of
from coretech.apps.cases.fields import SeenCase
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import write_part
from coretech.apps.meetings.dossier import seen
from coretech.law.access import Secrecy


@dataclass(frozen=True, slots=True)
class Standing:
    """A part as its writer would go on with it.

    ``based_on`` is the version it began from and ``newest`` the one that counts, 0 where there is none; ``stamp`` is
    the draft's mark, None where the writer has no draft.
    """

    name: str
    content: Content
    based_on: int
    newest: int
    level: Secrecy
    stamp: str | None


def standing_parts(by: Acting, case: Case) -> tuple[Standing, ...]:
    """The parts that open to this writer, in the order of article 7(1).

    Raises:
        Refused: where this person may not write the dossier now.
    """
    write_part.check(by, case)
    view = seen(by, case)
    return tuple(_standing(view, name) for name in CONTENTS if view.part(name).is_yes)


def _standing(view: SeenCase, name: str) -> Standing:
    part, draft = view.parts.get(name), draft_of(view.by, view.case, name)
    newest = 0 if part is None else part.version
    if draft is not None:
        return Standing(name, draft.content, draft.based_on, newest, Secrecy(draft.level), draft.stamp)
    content = blank(name) if part is None else content_of(part)
    return Standing(name, content, newest, newest, view.level_of(name), None)
