"""A reviewer's remark on a part of the dossier (arts. 4(1) and 8)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Case, Part, Remark
from coretech.apps.cases.moving import lock_case
from coretech.apps.cases.notices import tell_agency
from coretech.apps.cases.states import State
from coretech.apps.meetings.dossier import open_part
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST = 5_000
_UNDER_WAY = frozenset(
    {
        State.DRAFT,
        State.REVIEWED,
        State.SUBMITTED,
        State.RETURNED,
        State.CHECKED,
        State.ON_AGENDA,
        State.DEFERRED,
    }
)


def check(by: Acting, case: Case, name: str) -> Part:
    """The version a remark would be on, where this person may read the part and the council has not decided."""
    allow(by, Action.REMARK)
    part = open_part(by, case, name)
    if case.stands_at not in _UNDER_WAY:
        raise wrong_state(
            "本案已有結果，不再提出審閱意見。", "The case has been decided and takes no more remarks."
        )
    if part is None:
        raise wrong_state("這一項尚未填寫，還沒有可提意見的內容。", "This part has not been written yet.")
    return part


@operation
def remark(by: Acting, reference: str, name: str, text: str) -> Act:
    """Remark on the newest version of a part; the agency hears that there is one, without a word of it."""
    case = lock_case(reference)
    part = check(by, case, name)
    text = require_text("text", text)
    made = Remark.objects.create(part=part, account_id=by.account_id or 0, text=text, made_at=by.at)
    act = record(
        by,
        "case.remarked",
        case.subject,
        public={"part": name, "version": part.version},
        confidential={"remark": made.pk, "text": text},
    )
    tell_agency(by, act, case)
    return act


def require_text(field: str, text: str) -> str:
    """The text without space around it; refused (HTTP 422) where there is none, or too much."""
    text = text.strip()
    if not text:
        raise bad_input(field, "請填寫內容。", "Write something.")
    if len(text) > LONGEST or "\x00" in text:
        raise bad_input(field, f"請在{LONGEST}字以內。", f"Keep it within {LONGEST} characters.")
    return text
