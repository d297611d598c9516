"""Writing one part of the dossier (art. 7)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.cited_files import require_own_files
from coretech.apps.cases.content import Content
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.part_versions import add_version, newest_version, require_newest
from coretech.apps.cases.part_written import written_form, written_text
from coretech.apps.cases.states import Step


def check(by: Acting, case: Case) -> None:
    """Whether this person may write the dossier now."""
    check_step(by, case, Step.WRITE_DOSSIER)


@operation
def write_part(  # noqa: PLR0913 - a part of the dossier is written as one form
    by: Acting,
    reference: str,
    name: str,
    text: str = "",
    *,
    harms: tuple[str, ...] = (),
    limbs: tuple[int, ...] = (),
    content: Content | None = None,
    level: str | None = None,
    based_on: int | None = None,
    seen: int | None = None,
) -> Act:
    """Add the next version of a part, as a form or as plain text; the writer's own draft of it is done with.

    Harms and limbs belong to the statement on the definition, and a form tells them itself. Without a level the part
    keeps the one it has. ``based_on`` is the version the writer began from.

    Raises:
        Refused: `Overtaken` (HTTP 409) where somebody has written a version since; 422 where the input is wrong.
    """
    case = lock_case(reference, seen)
    check(by, case)
    written = written_text(name, text, harms, limbs) if content is None else written_form(name, content)
    if content is not None:
        require_own_files(case, content)
    newest = newest_version(case, name)
    require_newest(newest, based_on)
    part = add_version(by, case, name, written, level)
    move(case, Step.WRITE_DOSSIER)
    return record(
        by,
        "case.part_written",
        case.subject,
        public={"part": name, "version": part.version},
        confidential={"text": part.text, "harms": part.harms, "limbs": part.limbs, "level": part.level},
        rows=[part],
    )
