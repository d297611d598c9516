"""Bringing an old version of a part back as the next one."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.models import Case, Part
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.part_versions import add_version, newest_version, require_newest
from coretech.apps.cases.part_written import Written
from coretech.apps.cases.states import Step
from coretech.kit.refusal import not_found, wrong_state


def check(by: Acting, case: Case) -> None:
    """Whether this person may write the dossier now."""
    check_step(by, case, Step.WRITE_DOSSIER)


@operation
def restore_part(by: Acting, reference: str, name: str, version: int, *, based_on: int | None = None) -> Act:
    """Write what an old version said as the next one; the level stays the one that stands.

    Raises:
        Refused: (HTTP 404) where there is no such version; 409 where it is the newest, or `Overtaken`.
    """
    case = lock_case(reference)
    check(by, case)
    old = Part.objects.filter(case=case, name=name, version=version).first()
    newest = newest_version(case, name)
    if old is None or newest is None:
        raise not_found("沒有這個版本。", "There is no such version.")
    require_newest(newest, based_on)
    if old.version == newest.version:
        raise wrong_state("這就是目前的版本。", "This is the version that stands.")
    part = add_version(by, case, name, _said(old), None)
    move(case, Step.WRITE_DOSSIER)
    return record(
        by,
        "case.part_restored",
        case.subject,
        public={"part": name, "version": part.version, "restored": version},
        confidential={"level": part.level},
        rows=[part],
    )


def _said(old: Part) -> Written:
    """What the old version said; it was sound when it was written, and the level that stands is kept."""
    return Written(old.text, tuple(old.harms), tuple(old.limbs), old.content)
