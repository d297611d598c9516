"""Two small lists and a mapping between one of them and the register, for tests of the crosswalk."""

from coretech.apps.lists.models import Mapping
from coretech.apps.lists.operations.judge_mapping import Verdict, judge_mapping
from coretech.apps.lists.operations.propose_mappings import propose_mappings
from coretech.apps.lists.sides import Side, version_side
from coretech.apps.lists.storing import write_version
from coretech.apps.register.elsewhere import register_side
from coretech.readers.lists.records import Entry, Head, ListFile
from tests import factories

LEFT, NEWER, RIGHT = "XA-2022", "XA-2024", "XB-2023"
_XA = (
    ("1", "", "量子技術", "Quantum technologies"),
    ("1.1", "1", "後量子密碼保護技術", "Post-quantum cryptography"),
    ("2", "", "生物技術", "Biotechnologies"),
    ("3", "", "衛星操控技術", "Satellite control technology"),
)
_NEWER = (
    ("a", "", "後量子密碼保護技術", "Post-Quantum Cryptography"),
    ("b", "", "離岸風電", "Offshore wind power"),
)
_XB = (
    ("q", "", "後量子密碼", "Post-quantum cryptography"),
    ("s", "", "衛星操作與控制", "Satellite operation and control"),
    ("w", "", "離岸風電", "Offshore wind"),
)


def lists() -> None:
    """A list in two versions and another list; items of the first are like items of our register."""
    for code, dated, items in ((LEFT, "2022-02", _XA), (NEWER, "2024-02-12", _NEWER), (RIGHT, "2023", _XB)):
        of = code[:2]
        head = Head(
            list=of,
            country="US" if of == "XA" else "EU",
            issuer_zh="發布者",
            issuer_en="Issuer",
            title_zh=f"清單{of}",
            title_en=f"List {of}",
            code=code,
            dated=dated,
            effects=("export", "fund"),
            complete=True,
            source_name="made for tests",
        )
        entries = tuple(Entry(each, parent, {"zh-Hant": zh, "en": en}) for each, parent, zh, en in items)
        write_version(factories.acting("public"), ListFile(head, entries), [("in_force", dated)])


def ours() -> Side:
    """The register as a side."""
    return register_side(factories.DAY)


def proposed(left: str = LEFT, right: str = "") -> list[Mapping]:
    """What the matcher proposes between a list and another, our register where none is named."""
    other = version_side(right) if right else ours()
    before = set(Mapping.objects.values_list("pk", flat=True))
    propose_mappings(factories.acting("office"), version_side(left), other)
    return list(Mapping.objects.exclude(pk__in=before))


def exact() -> Mapping:
    """The proposal of equal names: item 1.1 and the register's post-quantum cryptography."""
    found = [
        each for each in proposed() if each.relation == Mapping.Relation.EXACT and each.left.code == "1.1"
    ]
    return found[0]


def accepted() -> Mapping:
    """The same, accepted."""
    mapping = exact()
    judge_mapping(factories.acting("office"), mapping.pk, Verdict("accepted"))
    return mapping


def world() -> dict[str, object]:
    """What addresses of the crosswalk need."""
    lists()
    return {"mapping_pk": accepted().pk, "left_code": LEFT, "right_code": "register", "crosswalk_form": "csv"}


def api_world() -> dict[str, object]:
    """The same, as the API's addresses name it."""
    pages = world()
    return {
        "mapping_id": pages["mapping_pk"],
        "left": pages["left_code"],
        "right": pages["right_code"],
        "mapping_form": "ttl",
    }
