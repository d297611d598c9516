"""Adding a mapping by hand, where a person saw what the matcher did not; it is judged like the others."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.lists.mappings import between
from coretech.apps.lists.models import Mapping
from coretech.apps.lists.proposing import Proposed
from coretech.apps.lists.relations import Relation, inverse
from coretech.apps.lists.sides import TECHNOLOGY, Side
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_WHY = 1000


def check(by: Acting) -> None:
    """Whether this person adds mappings."""
    allow(by, Action.JUDGE_MAPPING)


@dataclass(frozen=True, slots=True)
class Place:
    """An item by its code on a side."""

    side: Side
    code: str

    def __str__(self) -> str:
        """As acts name it."""
        return f"{self.side.code}/{self.code}"


@operation
def add_mapping(by: Acting, left: Place, right: Place, relation: str, why: str) -> Act:
    """Write the mapping as proposed by this person; ``relation`` is read from left to right."""
    check(by)
    set_between(left.side, right.side)
    _require_sound(relation, why)
    one, other = left.side.entry(left.code), right.side.entry(right.code)
    hold("mappings")
    if (one.key, other.key) in between(left.side, right.side):
        raise wrong_state("這兩項已有對應。", "These two items are mapped already.")
    row = row_of(Proposed(one.key, other.key, relation, None, {"words": why.strip()}))
    row.proposed_by_id, row.proposed_at = by.person_id, by.at
    row.save()
    public = {"left": str(left), "right": str(right), "relation": relation}
    return record(by, "mapping.added", f"mapping/{row.pk}", public=public, rows=[row], why=why)


def set_between(left: Side, right: Side) -> tuple[Side, Side]:
    """The two as mappings are written: a version of a list first, since nothing leads from the register.

    Raises:
        Refused: (HTTP 422) where both are the same.
    """
    if left.code == right.code:
        raise bad_input("right", "請選擇兩份不同的清單。", "Choose two different lists.")
    return (right, left) if left.is_register else (left, right)


def row_of(found: Proposed) -> Mapping:
    """The row of a proposal, without who and when; what starts from a technology is written from its other end."""
    left, right, relation = found.left, found.right, found.relation
    if left.kind == TECHNOLOGY:
        left, right, relation = right, left, inverse(relation)
    return Mapping(
        left_id=left.pk,
        right_id=None if right.kind == TECHNOLOGY else right.pk,
        technology_id=right.pk if right.kind == TECHNOLOGY else None,
        relation=relation,
        score=found.score,
        why=dict(found.why),
    )


def _require_sound(relation: str, why: str) -> None:
    if relation not in Relation.values:
        raise bad_input("relation", "請選擇關係。", "Choose the relation.")
    if not why.strip():
        raise bad_input("why", "請說明理由。", "Say why.")
    if len(why) > LONGEST_WHY:
        raise bad_input("why", f"請在{LONGEST_WHY}字以內。", f"Write {LONGEST_WHY} characters at most.")
