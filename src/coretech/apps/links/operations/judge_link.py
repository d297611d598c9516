"""Judging a proposed link; a later judgement takes the place of an earlier one, which stays on record."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.links.models import LinkJudgement
from coretech.apps.links.queries import find_link
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_WHY = 1000
NEEDS_WHY = frozenset({LinkJudgement.Judgement.REJECTED, LinkJudgement.Judgement.UNSURE})


def check(by: Acting) -> None:
    """Whether this person judges links."""
    allow(by, Action.JUDGE_LINK)


@operation
def judge_link(by: Acting, number: int, judgement: str, why: str, seen: int | None = None) -> Act:
    """Write the judgement; ``seen`` is the id of the newest one the judge saw, 0 for none, None if not told."""
    check(by)
    link = find_link(by, number).link
    _require_sound(judgement, why)
    hold(f"link:{number}")
    last = newest_judgement(number)
    if seen is not None and seen != last:
        raise wrong_state(
            "這筆連結剛有人判斷過；請先看過再決定。",
            "Somebody has just judged this link; look at that first.",
        )
    written = LinkJudgement.objects.create(
        link=link, judgement=judgement, why=why.strip(), by_id=by.person_id, at=by.at
    )
    return record(
        by, "link.judged", f"link/{number}", public={"judgement": judgement}, rows=[written], why=why
    )


def newest_judgement(number: int) -> int:
    """The id of a link's newest judgement, 0 for none."""
    found = LinkJudgement.objects.filter(link_id=number).order_by("-pk").values_list("pk", flat=True).first()
    return found or 0


def _require_sound(judgement: str, why: str) -> None:
    if judgement not in LinkJudgement.Judgement.values:
        raise bad_input("judgement", "請選擇判斷。", "Choose a judgement.")
    if judgement in NEEDS_WHY and not why.strip():
        raise bad_input(
            "why", "不成立或不確定時，請說明理由。", "Say why it does not hold, or why it is unsure."
        )
    if len(why) > LONGEST_WHY:
        raise bad_input("why", f"請在{LONGEST_WHY}字以內。", f"Write {LONGEST_WHY} characters at most.")
