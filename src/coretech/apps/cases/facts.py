"""From rows of a case to the law's facts."""

from collections.abc import Mapping

from coretech.apps.bodies.models import Body
from coretech.apps.cases.models import Case, Part
from coretech.apps.inventory.models import Candidate
from coretech.law.change import route
from coretech.law.dossier import acceptance, completeness, definition
from coretech.law.terms import Ground, Harm, Limb, Submitter, Via
from coretech.law.terms import Part as PartName

PARTS = tuple(part.value for part in PartName)


def newest_parts(case: Case) -> Mapping[str, Part]:
    """The newest version of each part that has been written, by name."""
    rows = Part.objects.filter(case=case).order_by("name", "-version").distinct("name")
    return {part.name: part for part in rows}


def completeness_facts(parts: Mapping[str, Part]) -> completeness.Facts:
    """Which parts hold something."""
    filled = frozenset(PartName(name) for name in PARTS if name in parts and _holds(parts[name]))
    return completeness.Facts(parts=filled)


def definition_facts(part: Part | None) -> definition.Facts:
    """The harms and limbs claimed in the statement on the statutory definition."""
    return definition.Facts(
        harms=frozenset(Harm(harm) for harm in (part.harms if part else [])),
        limbs=frozenset(Limb(limb) for limb in (part.limbs if part else [])),
    )


def acceptance_facts(case: Case, *, complete: bool) -> acceptance.Facts:
    """How the dossier comes to the council."""
    return acceptance.Facts(
        complete=complete,
        via=Via.OFFICE,
        panel_review=panel_in_favour(case),
        submitter=Submitter.OFFICE if office_submits(case) else Submitter.AGENCY,
        other_authority_proposed=case.authority_id != case.submitter_id,
        other_authority_invited=case.other_authority_invited,
    )


def route_facts(case: Case, *, complete: bool) -> route.Facts:
    """On what ground a listed item would change."""
    return route.Facts(
        ground=Ground(case.ground or "none"), panel_review=panel_in_favour(case), dossier_complete=complete
    )


def office_submits(case: Case) -> bool:
    """Whether the Office proposes the case itself (arts. 4 and 7(2))."""
    return case.by_office


def panel_in_favour(case: Case) -> bool:
    """Whether the panel was in favour when it last met: a review that was not is kept and opens no way."""
    last = case.reviews.order_by("-pk").first()
    return last is not None and last.favourable


def versions_of(parts: Mapping[str, Part]) -> dict[str, int]:
    """Which version of each part there is, by name."""
    return {name: part.version for name, part in sorted(parts.items())}


def panel_of(case: Case) -> Body | None:
    """The submitting agency's panel, where it has one."""
    return Body.objects.filter(kind=Body.Kind.PANEL, agency=case.submitter).first()


def is_change(case: Case) -> bool:
    """Whether the case changes a listed item."""
    return case.kind == Candidate.Kind.CHANGE


def _holds(part: Part) -> bool:
    return bool(part.text.strip() or part.harms or part.limbs)
