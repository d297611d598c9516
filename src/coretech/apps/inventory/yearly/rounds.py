"""Finding rounds: an agency's own for its officers, all of them for the Office; and locking one to write to it."""

from django.db.models import Q, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.models import Round
from coretech.apps.people.models import Agency
from coretech.kit.folding import fold
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Matter, Role

_LARGEST = 2**63 - 1


class RoundMoved(Refused):
    """Somebody wrote to the round after the caller had seen it (HTTP 409)."""


_MOVED = Sentence(
    "您開啟本頁之後，這次盤點已有變動；請重新載入，確認現況後再辦理。",
    "This round has moved since you opened the page; reload it, look, and decide again.",
)


def require_reader(by: Acting) -> None:
    """Refuse whoever keeps no inventory, neither an agency's nor as the Office (HTTP 403)."""
    allow(by, Action.RECORD_CANDIDATE, Matter(agencies=by.standing.agencies))


def visible_rounds(by: Acting) -> QuerySet[Round]:
    """All for the Office, an agency's own for its officers, none for anybody else; newest first."""
    rows = Round.objects.select_related("agency").prefetch_related("agency__names", "candidates", "reviews")
    if Role.OFFICE in by.standing.roles:
        return rows
    if Role.AGENCY_OFFICER in by.standing.roles:
        return rows.filter(agency__code__in=by.standing.agencies)
    return rows.none()


def find_round(by: Acting, round_id: int) -> Round:
    """The round, where this reader may see it.

    Raises:
        Refused: (HTTP 403) for whoever keeps no inventory; (HTTP 404) for one that is not there or not theirs.
    """
    require_reader(by)
    found = visible_rounds(by).filter(pk=min(round_id, _LARGEST)).first()
    if found is None:
        raise _no_such_round()
    return found


def find_agency(by: Acting, code: str) -> Agency:
    """An agency whose inventory this reader may see (HTTP 403 and 404 as `find_round`)."""
    require_reader(by)
    agencies = Agency.objects.prefetch_related("names")
    if Role.OFFICE not in by.standing.roles:
        agencies = agencies.filter(code__in=by.standing.agencies)
    agency = agencies.filter(code=code).first()
    if agency is None:
        raise not_found("沒有這個機關，或不屬於您的機關。", "There is no such agency, or it is not yours.")
    return agency


def lock_round(round_id: int, seen: int | None = None) -> Round:
    """The round, its row locked until the transaction ends.

    Raises:
        Refused: 404 where there is none; `RoundMoved` where somebody wrote to it after the caller saw ``seen``.
    """
    rows = Round.objects.select_for_update(of=("self",)).select_related("agency")
    found = rows.filter(pk=min(round_id, _LARGEST)).first()
    if found is None:
        raise _no_such_round()
    if seen is not None and seen != found.lock:
        raise RoundMoved(_MOVED)
    return found


def save_round(changed: Round) -> None:
    """Keep what a step changed, and count the write."""
    changed.lock += 1
    changed.save()


def rounds_about(by: Acting, words: str) -> list[Round]:
    """Rounds of any year whose scope, note, opinions or candidates hold these words, nil rounds among them."""
    wanted = fold(words)
    if not wanted:
        return []
    return [found for found in visible_rounds(by).filter(_spoken_of()) if wanted in fold(_said(found))]


def _spoken_of() -> Q:
    """Rounds with anything written in them."""
    return ~Q(scope="") | ~Q(note="") | Q(candidates__isnull=False) | Q(reviews__isnull=False)


def _said(found: Round) -> str:
    names = [f"{each.name_zh} {each.name_en} {each.why}" for each in found.candidates.all()]
    return " ".join([found.scope, found.note, *names, *(each.opinion for each in found.reviews.all())])


def _no_such_round() -> Refused:
    return not_found("沒有這次盤點，或您無權閱覽。", "There is no such round, or it is not yours to see.")
