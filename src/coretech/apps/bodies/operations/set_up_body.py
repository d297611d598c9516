"""Setting up the Office, the council and the advisers, before anybody is appointed to them (arts. 2, 4)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Body
from coretech.apps.people.models import Agency
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

NAMES: dict[str, Sentence] = {
    Body.Kind.OFFICE: Sentence("國家核心關鍵技術辦公室", "Core Key Technology Office"),
    Body.Kind.COUNCIL: Sentence("國家核心關鍵技術審議會", "Core Key Technology Council"),
    Body.Kind.ADVISERS: Sentence(
        "國家核心關鍵技術辦公室諮詢委員", "Advisers of the Core Key Technology Office"
    ),
}
_COUNCIL_S_AGENCY = "nstc"


def check(by: Acting, kind: str) -> Sentence:
    """The body's name, where this person may set it up and it is not there yet."""
    allow(by, Action.APPOINT_TO_OFFICE if kind == Body.Kind.OFFICE else Action.APPOINT)
    if kind not in NAMES:
        raise bad_input(
            "kind", "請選擇辦公室、審議會或諮詢委員。", "Choose the Office, the council or the advisers."
        )
    if Body.objects.filter(kind=kind).exists():
        raise wrong_state(f"{NAMES[kind].zh}已設立。", f"The {NAMES[kind].en} is there already.")
    return NAMES[kind]


@operation
def set_up_body(by: Acting, kind: str) -> Act:
    """Set up the Office, the council or the advisers, without seats."""
    hold(f"body:{kind}")
    name = check(by, kind)
    body = Body.objects.create(
        kind=kind, agency=Agency.objects.get(code=_COUNCIL_S_AGENCY), name_zh=name.zh, name_en=name.en
    )
    return record(by, "body.set_up", f"body/{body.pk}", public={"kind": kind})
