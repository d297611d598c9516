"""The versions of a part: adding the next one, and nobody writing over what they have not seen."""

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.levels import keep_leave, require_leave
from coretech.apps.cases.models import Case, Part, PartDraft
from coretech.apps.cases.part_written import Written, level_for
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy

_OVERTAKEN = Sentence(
    "您開始填寫之後，他人已寫入這一項的新版本；請比對兩份內容後再儲存。",
    "Somebody has written a new version of this part since you began; compare the two before you save.",
)


_OWN_PART = "本人填寫 / written by this person"


class Overtaken(Refused):
    """A part has a newer version than the one the writer began from (HTTP 409)."""


def newest_version(case: Case, name: str) -> Part | None:
    """The version that counts, or None where nothing was written."""
    return Part.objects.filter(case=case, name=name).order_by("-version").first()


def require_newest(newest: Part | None, based_on: int | None) -> None:
    """Refuse where ``based_on`` is not the version that counts; 0 is none, None asks nothing."""
    if based_on is not None and based_on != (newest.version if newest else 0):
        raise Overtaken(_OVERTAKEN)


def add_version(by: Acting, case: Case, name: str, written: Written, level: str | None) -> Part:
    """Write the next version, and throw the writer's own draft of it away; the caller has locked the case.

    A higher level than before holds for the older versions too; whoever makes a part secret may still read it.

    Raises:
        Refused: (HTTP 403) where the part is secret and the writer has no leave; 422 where the level would sink.
    """
    newest = newest_version(case, name)
    if newest is not None:
        require_leave(by, case, Secrecy(newest.level))
    next_level = level_for(level, newest.level if newest else None, written)
    if next_level == Secrecy.SECRET:
        keep_leave(by, case, _OWN_PART)
    part = Part.objects.create(
        case=case,
        name=name,
        version=1 if newest is None else newest.version + 1,
        text=written.text,
        content=written.content,
        level=next_level,
        harms=list(written.harms),
        limbs=list(written.limbs),
        written_at=by.at,
        written_by_id=by.account_id,
    )
    if newest is not None and newest.level != part.level:
        Part.objects.filter(case=case, name=name).update(level=part.level)
    PartDraft.objects.filter(case=case, name=name, account_id=by.account_id or 0).delete()
    return part
