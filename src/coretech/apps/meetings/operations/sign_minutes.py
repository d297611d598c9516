"""Signing the minutes: the chair and the recorder, each with their own name under one version."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.facts import chair_of
from coretech.apps.meetings.minuting.finding import lock_minutes, newest_version, require_seen
from coretech.apps.meetings.models import Minutes, MinutesSignature
from coretech.apps.people.models import Person
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_NEITHER = Sentence("會議紀錄由主席與紀錄人簽署。", "The minutes are signed by the chair and the recorder.")


def check(by: Acting, minutes: Minutes) -> MinutesSignature.Role:
    """As what this person signs the newest version: as the chair or the recorder, where it is not signed yet."""
    allow_on(by, minutes.meeting.body, Action.SIGN_MINUTES)
    role = _role(by, minutes)
    if newest_version(minutes).signatures.filter(role=role).exists():
        raise wrong_state("您已簽署這一版紀錄。", "You have signed this version of the minutes.")
    return role


@operation
def sign_minutes(by: Acting, meeting_id: int, signed_name: str, seen: int | None = None) -> Act:
    """Sign the newest version with one's own name."""
    minutes = lock_minutes(meeting_id)
    version = require_seen(minutes, seen)
    role = check(by, minutes)
    person = Person.objects.get(pk=by.person_id or 0)
    name = signed_name.strip()
    if name not in {person.name_zh, person.name_en}:
        raise bad_input(
            "signed_name",
            f"請輸入您的姓名「{person.name_zh}」以示簽署。",
            f"Type your own name, “{person.name_en}”, to sign.",
        )
    signature = MinutesSignature.objects.create(
        version=version, role=role, person=person, signed_name=name, signed_at=by.at
    )
    return record(
        by,
        "minutes.signed",
        minutes.meeting.subject,
        public={"version": version.number, "sha256": version.digest, "role": role.value},
        confidential={"name": name},
        rows=[signature],
    )


def _role(by: Acting, minutes: Minutes) -> MinutesSignature.Role:
    chair = chair_of(minutes.meeting)
    if chair is not None and chair.person_id == by.person_id:
        return MinutesSignature.Role.CHAIR
    if by.person_id is not None and minutes.meeting.recorder_id == by.person_id:
        return MinutesSignature.Role.RECORDER
    raise Refused(_NEITHER, status=403)
