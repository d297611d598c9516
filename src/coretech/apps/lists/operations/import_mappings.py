"""Taking in somebody's mappings as proposals; nothing holds until a person here has judged it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.lists.mapping_import import MappingsIn
from coretech.apps.lists.mappings import between
from coretech.apps.lists.models import Mapping
from coretech.apps.lists.operations.add_mapping import row_of, set_between
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


def check(by: Acting) -> None:
    """Whether this person takes in mappings."""
    allow(by, Action.JUDGE_MAPPING)


@operation
def import_mappings(by: Acting, given: MappingsIn) -> Act:
    """Write what is not there yet; pairs that are there, judged or not, stay as they are."""
    check(by)
    left, right = given.left, given.right
    set_between(left, right)
    _require_no_faults(given)
    hold("mappings")
    there = between(left, right)
    rows = [row_of(each) for each in given.found if each.pair not in there]
    if not rows:
        raise wrong_state(
            "沒有新的對應：檔案中的都已在對應表上。",
            "There is nothing new: the crosswalk has them all already.",
        )
    for each in rows:
        each.proposed_by_id, each.proposed_at = by.person_id, by.at
    public = {
        "left": left.code,
        "right": right.code,
        "count": len(rows),
        "there": len(given.found) - len(rows),
        "denied": given.denied,
        "sha256": given.sha256,
    }
    written = Mapping.objects.bulk_create(rows)
    return record(by, "mapping.imported", f"crosswalk/{left.code}/{right.code}", public=public, rows=written)


def _require_no_faults(given: MappingsIn) -> None:
    if given.faults:
        first = given.faults[0]
        raise bad_input(
            "file",
            f"有{len(given.faults)}處須更正，全部未登錄。第{first.line}列：{first.sentence.zh}",
            f"{len(given.faults)} to correct; nothing was recorded. Line {first.line}: {first.sentence.en}",
        )
