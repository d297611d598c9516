"""Which technologies a case starts from and what comes out of it, by what it would change."""

from collections.abc import Sequence
from dataclasses import dataclass

from coretech.apps.cases.listed import Listed, listed
from coretech.apps.cases.models import Affected, Case
from coretech.apps.inventory.models import Candidate
from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector, Technology
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

_MOST = 50
_Aspect = Candidate.Aspect


@dataclass(frozen=True, slots=True)
class Shape:
    """How many technologies go in and come out: the fewest and the most of each."""

    sources: tuple[int, int]
    results: tuple[int, int]


_ONE = (1, 1)
_SEVERAL = (2, _MOST)
_SHAPES = {
    _Aspect.NAME.value: Shape(_ONE, _ONE),
    _Aspect.SCOPE.value: Shape(_ONE, _ONE),
    _Aspect.AUTHORITY.value: Shape(_ONE, _ONE),
    _Aspect.SPLIT.value: Shape(_ONE, _SEVERAL),
    _Aspect.MERGE.value: Shape(_SEVERAL, _ONE),
    _Aspect.REMOVAL.value: Shape(_ONE, (0, 0)),
}
_IDENTIFICATION = Shape((0, 0), _ONE)

_WRONG_SHAPE = {
    _Aspect.SPLIT: Sentence(
        "分拆案須指明分拆後的項目，至少2項。", "A split names at least two items that come out of it."
    ),
    _Aspect.MERGE: Sentence(
        "合併案須指明被合併的清單項目，至少2項。", "A merger names at least two items of the list to merge."
    ),
}
_NO_CHANGE = Sentence(
    "提案內容與清單現列相同，尚未寫明要變更什麼。",
    "The proposal says what the list says already; write what is to change.",
)
_OTHERWISE = Sentence(
    "本案涉及的項目尚未指明，或數目與變更種類不符。",
    "The technologies affected are not named, or there are too many or too few for this kind of change.",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One technology as a row of the case keeps it; ``technology`` is None for what does not exist yet."""

    name_zh: str
    name_en: str
    sector: Sector
    authority: Agency
    scope_zh: str = ""
    scope_en: str = ""
    technology: Technology | None = None


def shape_of(case: Case) -> Shape:
    """How many sources and results a case of this kind has."""
    return _IDENTIFICATION if case.kind == Candidate.Kind.IDENTIFY else _SHAPES[case.aspect or _Aspect.NAME]


def sources_of(case: Case) -> list[Affected]:
    """The listed technologies the case starts from, each as the list had it when it was named."""
    return _rows(case, Affected.Role.SOURCE)


def results_of(case: Case) -> list[Affected]:
    """What would be on the list afterwards."""
    return _rows(case, Affected.Role.RESULT)


def unfit(case: Case) -> Refused | None:
    """Why the technologies named do not make up a change of this kind, or None where they do."""
    shape, sources, results = shape_of(case), sources_of(case), results_of(case)
    fits = (
        shape.sources[0] <= len(sources) <= shape.sources[1]
        and shape.results[0] <= len(results) <= shape.results[1]
    )
    if not fits:
        return Refused(_wrong_shape(case.aspect), status=409)
    changes_nothing = shape == Shape(_ONE, _ONE) and _says(sources[0]) == _says(results[0])
    return Refused(_NO_CHANGE, status=409) if changes_nothing else None


def require_fit(case: Case) -> None:
    """Refuse (HTTP 409) a case that has not named what it affects."""
    refusal = unfit(case)
    if refusal is not None:
        raise refusal


def entry_of(technology: Technology, item: Listed) -> Entry:
    """A listed technology as the list has it now."""
    return Entry(
        name_zh=item.name_zh,
        name_en=item.name_en,
        sector=item.sector,
        authority=item.authority,
        scope_zh=item.scope_zh,
        scope_en=item.scope_en,
        technology=technology,
    )


def write_rows(case: Case, role: Affected.Role, entries: Sequence[Entry]) -> None:
    """Let these be the technologies of the case in this role; what the log said of others stays there."""
    case.affected.filter(role=role).delete()
    Affected.objects.bulk_create(
        Affected(
            case=case,
            role=role,
            order=order,
            technology=entry.technology,
            name_zh=entry.name_zh,
            name_en=entry.name_en,
            scope_zh=entry.scope_zh,
            scope_en=entry.scope_en,
            authority=entry.authority,
            sector=entry.sector,
        )
        for order, entry in enumerate(entries, start=1)
    )


def take_up(case: Case, result: Entry) -> None:
    """Let the case itself speak of its one result; another authority has to be invited anew."""
    if case.authority_id != result.authority.pk:
        case.other_authority_invited = False
    case.name_zh, case.name_en = result.name_zh, result.name_en
    case.scope_zh, case.scope_en = result.scope_zh, result.scope_en
    case.authority, case.sector = result.authority, result.sector


def as_told(row: Affected) -> dict[str, object]:
    """A row as the log and an amendment keep it."""
    return {
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "scope_zh": row.scope_zh,
        "scope_en": row.scope_en,
        "authority": row.authority.code,
        "sector": row.sector.code,
        "technology": row.technology_id,
    }


def outdated_sources(case: Case) -> list[Affected]:
    """The sources the list no longer shows as the case found them."""
    return [row for row in sources_of(case) if row.technology is None or not _as_listed(row, row.technology)]


def _as_listed(row: Affected, technology: Technology) -> bool:
    now = listed(technology)
    return now is not None and _says(row) == (
        now.name_zh,
        now.name_en,
        now.scope_zh,
        now.scope_en,
        now.authority.pk,
        now.sector.pk,
    )


def _says(row: Affected) -> tuple[str, str, str, str, int, int]:
    return row.name_zh, row.name_en, row.scope_zh, row.scope_en, row.authority_id, row.sector_id


def _rows(case: Case, role: Affected.Role) -> list[Affected]:
    rows = case.affected.filter(role=role).select_related("technology", "authority", "sector")
    return list(rows.prefetch_related("authority__names"))


def _wrong_shape(aspect: str) -> Sentence:
    return _WRONG_SHAPE.get(_Aspect(aspect), _OTHERWISE) if aspect else _OTHERWISE
