"""Writing one part of the dossier (art. 7)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import Case, Part
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.states import Step
from coretech.kit.refusal import bad_input
from coretech.law.terms import Harm, Limb

_LONGEST = 100_000
_DEFINITION = "definition"


def check(by: Acting, case: Case) -> None:
    """Whether this person may write the dossier now."""
    check_step(by, case, Step.WRITE_DOSSIER)


@operation
def write_part(  # noqa: PLR0913 - a part of the dossier is written as one form
    by: Acting,
    reference: str,
    name: str,
    text: str,
    *,
    harms: tuple[str, ...] = (),
    limbs: tuple[int, ...] = (),
    seen: int | None = None,
) -> Act:
    """Add the next version of a part; harms and limbs belong to the statement on the definition only."""
    case = lock_case(reference, seen)
    check(by, case)
    _refuse_bad(name, text, harms, limbs)
    newest = Part.objects.filter(case=case, name=name).order_by("-version").first()
    part = Part.objects.create(
        case=case,
        name=name,
        version=1 if newest is None else newest.version + 1,
        text=text.strip(),
        harms=sorted(set(harms)),
        limbs=sorted(set(limbs)),
        written_at=by.at,
        written_by_id=by.account_id,
    )
    move(case, Step.WRITE_DOSSIER)
    return record(
        by,
        "case.part_written",
        case.subject,
        public={"part": name, "version": part.version},
        confidential={"text": part.text, "harms": part.harms, "limbs": part.limbs},
    )


def _refuse_bad(name: str, text: str, harms: tuple[str, ...], limbs: tuple[int, ...]) -> None:
    if name not in PARTS:
        raise bad_input("name", f"提報資料沒有「{name}」這一項。", f"A dossier has no part “{name}”.")
    if len(text) > _LONGEST:
        raise bad_input("text", f"內容請在{_LONGEST}字以內。", f"Keep the text within {_LONGEST} characters.")
    if not text.strip():
        raise bad_input("text", "請填寫內容。", "Write something in this part.")
    known = {harm.value for harm in Harm}
    if name != _DEFINITION and (harms or limbs):
        raise bad_input(
            "harms",
            "損害與要件僅於定義說明填寫。",
            "Harms and limbs belong to the statement on the definition.",
        )
    if not set(harms) <= known:
        raise bad_input("harms", "請由所列損害類別中選擇。", "Choose harms from the list.")
    if not set(limbs) <= set(Limb):
        raise bad_input("limbs", "請由所列要件中選擇。", "Choose limbs from the list.")
