"""What was found in portfolios: explained in both texts, judged, assessed, and made a candidate (art. 9)."""

from collections.abc import Callable
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.portfolios_given import (
    FindJudgedGiven,
    FindsGiven,
    GroundedGiven,
    ProposedGiven,
    ReadinessGiven,
)
from coretech.api.portfolios_shown import (
    AlikeShown,
    CarriedShown,
    EntryShown,
    FindBrief,
    FindShown,
    LearnedShown,
    ReadinessShown,
    SpanShown,
)
from coretech.api.schemas import AddressNumber, Page, Words, cut
from coretech.apps.inventory.finds.catalogue import Entry, read
from coretech.apps.inventory.finds.comparing import project_of
from coretech.apps.inventory.finds.explained import carried_by, learned_of
from coretech.apps.inventory.finds.finding import find_find, find_finds
from coretech.apps.inventory.finds.judgements import NOTHING, Word, shown_to, word_of, words_of
from coretech.apps.inventory.finds.portfolios import find_portfolio
from coretech.apps.inventory.finds.proposing import found_by, proposal_of
from coretech.apps.inventory.finds.using import candidate_of, readiness_of
from coretech.apps.inventory.models import Find
from coretech.apps.inventory.operations.assess_readiness import assess_readiness
from coretech.apps.inventory.operations.judge_find import Judged, judge_find
from coretech.apps.inventory.operations.propose_find import check as check_proposing
from coretech.apps.inventory.operations.propose_find import propose_find
from coretech.engines.matching.explaining import Carried, Span
from coretech.readers.portfolios.projects import Project

portfolios = Router(tags=["portfolios"])
router = Router(tags=["portfolios"])

_WANTED: dict[str, Callable[[str | None], bool]] = {
    "": lambda _: True,
    "none": lambda verdict: verdict is None,
}


@portfolios.get("/{portfolio_id}/finds", response=Page[FindBrief], summary="比對結果 / What was found")
def list_finds(
    request: HttpRequest, portfolio_id: AddressNumber, given: Annotated[FindsGiven, Query()]
) -> Page[FindBrief]:
    """The finds of a portfolio, the highest score first; blind to judgements this account may second."""
    by = acting(request)
    portfolio = find_portfolio(by, portfolio_id)
    words = {key: shown_to(word, portfolio, by.person_id) for key, word in words_of(portfolio).items()}
    rows = Find.objects.filter(portfolio=portfolio).select_related("row__intake").order_by("-score", "pk")
    if given.verdict == "none":
        rows = rows.exclude(pk__in=[key for key, word in words.items() if word.first])
    elif given.verdict:
        rows = rows.filter(pk__in=[key for key, word in words.items() if _verdict(word) == given.verdict])
    total, found = cut(rows, given)
    return Page(
        total=total,
        items=[
            FindBrief.model_validate(_brief(find, project_of(find), words.get(find.pk, NOTHING)))
            for find in found
        ],
    )


@portfolios.post(
    "/{portfolio_id}/candidates", response=WRITTEN, summary="合併轉為候選項目 / Make several one candidate"
)
def propose_several(request: HttpRequest, portfolio_id: AddressNumber, given: GroundedGiven) -> Status[Done]:
    """Record one candidate of several accepted finds of this portfolio; what is left out is filled in from them."""
    by = acting(request)
    portfolio = find_portfolio(by, portfolio_id)
    return _proposed(request, find_finds(by, given.finds, portfolio), given)


@router.get("/{find_id}", response=FindShown, summary="一筆比對結果 / One find")
def show_find(request: HttpRequest, find_id: AddressNumber) -> FindShown:
    """A find with what carried its score, where its portfolio opens to this account; blind to what it may second."""
    by = acting(request)
    find = find_find(by, find_id)
    project = project_of(find)
    entry = next((each for each in read(find.portfolio.catalogue) if each.key == find.item), None)
    word = shown_to(word_of(find), find.portfolio, by.person_id)
    made = candidate_of(find)
    return FindShown.model_validate(
        _brief(find, project, word)
        | _explained(find, project, entry)
        | {
            "portfolio": find.portfolio_id,
            "others": [AlikeShown(item=str(key), score=float(score)) for key, score in find.others],
            "accepted_for": (word.first.item or None) if word.first else None,
            "reason": (word.first.reason or None) if word.first else None,
            "readiness": [
                ReadinessShown(level=each.level, evidence=each.evidence, at=each.at)
                for each in readiness_of(find)
            ],
            "candidate": None if made is None else made.pk,
            "unchanged": find.unchanged.former_id if hasattr(find, "unchanged") else None,
        }
    )


@router.post("/{find_id}/judgements", response=WRITTEN, summary="判斷 / Judge a find")
def judge_one_find(request: HttpRequest, find_id: AddressNumber, given: FindJudgedGiven) -> Status[Done]:
    """Accept a find, set it aside with a reason, say one is unsure, or take one's word back."""
    find_find(acting(request), find_id)
    judged = Judged(given.verdict, given.item, given.reason, given.note)
    return written(request, lambda by: judge_find(by, find_id, judged, second=given.second))


@router.post("/{find_id}/readiness", response=WRITTEN, summary="技術成熟度 / Assess readiness")
def assess_find_readiness(
    request: HttpRequest, find_id: AddressNumber, given: ReadinessGiven
) -> Status[Done]:
    """Say how ready an accepted project's technology is, from 1 to 9, and what shows it."""
    find_find(acting(request), find_id)
    return written(request, lambda by: assess_readiness(by, find_id, given.level, given.evidence))


@router.post("/{find_id}/candidate", response=WRITTEN, summary="轉為候選項目 / Make it a candidate")
def propose_a_find(request: HttpRequest, find_id: AddressNumber, given: ProposedGiven) -> Status[Done]:
    """Record a candidate of an accepted find in this year's round; what is left out is filled in from the find."""
    return _proposed(request, [find_find(acting(request), find_id)], given)


def _proposed(request: HttpRequest, finds: list[Find], given: ProposedGiven) -> Status[Done]:
    check_proposing(acting(request), finds)
    filled = proposal_of(finds)
    found = found_by(
        finds,
        given.name_zh or filled.name_zh,
        given.name_en or filled.name_en,
        given.sector or filled.sector,
        given.why or filled.why.zh,
    )
    return written(request, lambda by: propose_find(by, [find.pk for find in finds], found))


def _verdict(word: Word) -> str | None:
    return None if word.first is None else word.first.verdict


def _brief(find: Find, project: Project, word: Word) -> dict[str, object]:
    return {
        "id": find.pk,
        "line": project.line,
        "project": project.id,
        "title": project.title,
        "item": find.item,
        "score": find.score,
        "verdict": _verdict(word),
    }


def _explained(find: Find, project: Project, entry: Entry | None) -> dict[str, object]:
    """Both texts as they were compared, with the places of the words that carried the score."""
    carried = carried_by(project, entry) if entry else ()
    return {
        "abstract": project.abstract,
        "entry": EntryShown(key=entry.key, name=Words.of(entry.name), source=entry.source) if entry else None,
        "project_text": project.text,
        "item_text": entry.text if entry else "",
        "carried": [_carried(each) for each in carried],
        "learned": [
            LearnedShown(term=each.term, weight=each.weight)
            for each in learned_of(project, find.item, find.batch.model)
        ],
    }


def _carried(each: Carried) -> CarriedShown:
    return CarriedShown(project=_span(each.left), item=_span(each.right), weight=each.weight)


def _span(span: Span) -> SpanShown:
    return SpanShown(start=span.start, end=span.end, text=span.text)
