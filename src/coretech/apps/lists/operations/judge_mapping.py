"""Judging a mapping; a later judgement takes the place of an earlier one, which stays on record."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.lists.mappings import find_mapping
from coretech.apps.lists.models import Mapping, MappingJudgement
from coretech.apps.lists.relations import Judgement, Relation
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_WHY = 1000
NEEDS_WHY = frozenset({Judgement.REJECTED.value, Judgement.UNSURE.value})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person makes of a mapping; ``relation``, as proposed from left to right, only where it is another."""

    judgement: str
    why: str = ""
    relation: str = ""


def check(by: Acting) -> None:
    """Whether this person judges mappings."""
    allow(by, Action.JUDGE_MAPPING)


@operation
def judge_mapping(by: Acting, number: int, verdict: Verdict, seen: int | None = None) -> Act:
    """Write the judgement; ``seen`` is the id of the newest one the judge saw, 0 for none, None if not told."""
    check(by)
    mapping = find_mapping(number).mapping
    _require_sound(verdict, mapping)
    hold(f"mapping:{number}")
    if seen is not None and seen != newest_judgement(number):
        raise wrong_state(
            "這筆對應剛有人判斷過；請先看過再決定。",
            "Somebody has just judged this mapping; look at that first.",
        )
    written = MappingJudgement.objects.create(
        mapping=mapping,
        judgement=verdict.judgement,
        relation=_relation(verdict, mapping),
        why=verdict.why.strip(),
        by_id=by.person_id,
        at=by.at,
    )
    public = {"judgement": verdict.judgement, "relation": written.relation}
    return record(by, "mapping.judged", f"mapping/{number}", public=public, rows=[written], why=verdict.why)


def newest_judgement(number: int) -> int:
    """The id of a mapping's newest judgement, 0 for none."""
    rows = MappingJudgement.objects.filter(mapping_id=number).order_by("-pk")
    return rows.values_list("pk", flat=True).first() or 0


def _relation(verdict: Verdict, mapping: Mapping) -> str:
    """The relation that holds by this judgement; none where it does not hold."""
    if verdict.judgement == Judgement.ACCEPTED:
        return mapping.relation
    return verdict.relation if verdict.judgement == Judgement.OTHER else ""


def _require_sound(verdict: Verdict, mapping: Mapping) -> None:
    if verdict.judgement not in Judgement.values:
        raise bad_input("judgement", "請選擇判斷。", "Choose a judgement.")
    if verdict.judgement == Judgement.OTHER and verdict.relation not in set(Relation.values) - {
        mapping.relation
    }:
        raise bad_input(
            "relation",
            "請選擇與提議不同的關係；若相同，請判為成立。",
            "Choose a relation other than the one proposed; where it is the same, accept it.",
        )
    if verdict.judgement in NEEDS_WHY and not verdict.why.strip():
        raise bad_input(
            "why", "不成立或不確定時，請說明理由。", "Say why it does not hold, or why it is unsure."
        )
    if len(verdict.why) > LONGEST_WHY:
        raise bad_input("why", f"請在{LONGEST_WHY}字以內。", f"Write {LONGEST_WHY} characters at most.")
