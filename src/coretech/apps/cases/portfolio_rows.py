"""A row of a file and the record: the candidate it means, and whether it tells of it what the record tells."""

from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.operations.record_candidate import Found
from coretech.apps.technologies.models import Technology
from coretech.kit.folding import fold
from coretech.kit.refusal import bad_input
from coretech.law.terms import Part
from coretech.readers.portfolio_cases.rows import CaseRow

_LONGEST_NAME_EN = 300


def found_of(row: CaseRow) -> Found:
    """The row as the inventory's form would give it.

    Raises:
        Refused: (HTTP 422) at the column that is wrong.
    """
    _refuse_bad(row)
    technology = _technology(row)
    return Found(
        agency=row.agency,
        kind=row.kind,
        name_zh=row.name_zh,
        name_en=row.name_en,
        sector=row.sector,
        authority=row.authority or row.agency,
        why=row.why,
        technology=None if technology is None else technology.pk,
        ground=row.ground,
        aspect=row.aspect,
    )


def known_candidate(row: CaseRow) -> Candidate | None:
    """The newest candidate of the same agency for the same technology, whichever year found it."""
    rows = Candidate.objects.filter(round__agency__code=row.agency, kind=row.kind)
    technology = _technology(row)
    if technology is not None:
        rows = rows.filter(technology=technology, aspect=_aspect(row))
    wanted = fold(row.name_zh)
    related = rows.select_related("round__agency", "sector", "authority")
    return next((each for each in related if fold(each.name_zh) == wanted), None)


def require_same(row: CaseRow, candidate: Candidate) -> None:
    """Refuse (HTTP 422) a row that tells the candidate otherwise than the record: an import rewrites nothing."""
    told = {
        "name_en": (row.name_en, candidate.name_en),
        "sector": (row.sector, candidate.sector.code),
        "authority": (row.authority or row.agency, candidate.authority.code),
        "ground": (row.ground, candidate.ground),
        "why": (row.why, candidate.why),
    }
    for column, (here, there) in told.items():
        if here != there:
            raise bad_input(
                column,
                f"與紀錄不同（紀錄為「{there}」）。匯入不更改已登錄的候選項目，請改成與紀錄相同。",
                f"It differs from the record (“{there}”). An import changes no candidate; write it so.",
            )
    _refuse_bad(row)


def _refuse_bad(row: CaseRow) -> None:
    if len(row.name_en) > _LONGEST_NAME_EN:
        raise bad_input(
            "name_en",
            f"英文名稱請在{_LONGEST_NAME_EN}字以內。",
            f"Keep the English name within {_LONGEST_NAME_EN} characters.",
        )
    if row.kind == Candidate.Kind.IDENTIFY and (row.aspect or row.ground):
        column = "aspect" if row.aspect else "ground"
        raise bad_input(column, "認定不必填此欄，請留空。", "An identification has none; leave it empty.")
    if (row.harms or row.limbs) and Part.DEFINITION not in row.parts:
        column = "harms" if row.harms else "limbs"
        raise bad_input(column, "請一併填寫定義說明。", "Give the statement on the definition as well.")


def _aspect(row: CaseRow) -> str:
    return row.aspect or Candidate.Aspect.NAME


def _technology(row: CaseRow) -> Technology | None:
    """The technology of the item a row names; a change names one, an identification may not.

    Raises:
        Refused: (HTTP 422) where there is no such item.
    """
    if row.kind == Candidate.Kind.IDENTIFY:
        if row.item is not None:
            raise bad_input(
                "item", "認定新技術不必填清單項次。", "A new technology has no item; leave it empty."
            )
        return None
    found = Technology.objects.filter(registeritem__number=row.item or 0).first()
    if found is None:
        raise bad_input("item", "請填寫清單上的項次。", "Give the number of an item that is on the list.")
    return found
