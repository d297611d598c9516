"""Having the matcher propose mappings between two sides; nothing holds until a person has judged it."""

from collections.abc import Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.lists.mappings import between
from coretech.apps.lists.models import Mapping
from coretech.apps.lists.operations.add_mapping import row_of, set_between
from coretech.apps.lists.proposing import LEAST, Proposed, proposed
from coretech.apps.lists.sides import Side
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LARGEST = 12_000
"""Sides of more entries are not compared at once."""


def check(by: Acting) -> None:
    """Whether this person has mappings proposed."""
    allow(by, Action.JUDGE_MAPPING)


@operation
def propose_mappings(by: Acting, left: Side, right: Side, least: float = LEAST) -> Act:
    """Write what is proposed from ``least`` on and is not there yet; pairs judged before stay as they are."""
    check(by)
    left, right = set_between(left, right)
    _require_sound(left, right, least)
    hold("mappings")
    there = between(left, right)
    rows = _written(by, proposed(left, right, there, least))
    if not rows:
        raise wrong_state(
            "沒有新的對應可提議：相近的都已在對應表上。",
            "There is nothing new to propose: whatever is alike is in the crosswalk already.",
        )
    return record(
        by,
        "mapping.proposed",
        f"crosswalk/{left.code}/{right.code}",
        public={"left": left.code, "right": right.code, "count": len(rows), "least": str(least)},
        rows=rows,
    )


def _written(by: Acting, found: Sequence[Proposed]) -> list[Mapping]:
    rows = [row_of(each) for each in found]
    for each in rows:
        each.proposed_at = by.at
    return Mapping.objects.bulk_create(rows)


def _require_sound(left: Side, right: Side, least: float) -> None:
    if not 0 < least <= 1:
        raise bad_input("least", "門檻請填大於0、至多1的數。", "The threshold is more than 0 and at most 1.")
    if max(len(left.entries), len(right.entries)) > LARGEST:
        raise bad_input(
            "left",
            f"一次最多比對{LARGEST}項的清單。",
            f"Lists of more than {LARGEST} items cannot be compared at once.",
        )
