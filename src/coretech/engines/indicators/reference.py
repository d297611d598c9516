"""Every indicator again, slow and obvious: plain loops over works as OpenAlex gives them. The engines agree with it.

No histogram, no packing, no join; a work is a dictionary, and a set of countries is a set.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.folded import folded
from coretech.engines.indicators.queries import Query, Term

Work = Mapping[str, Any]
Row = dict[str, Any]


def each_once(works: Sequence[Work]) -> list[Work]:
    """The newest of works with the same id; of equals the last."""
    newest: dict[str, Work] = {}
    for work in works:
        held = newest.get(work["id"])
        if held is None or (work.get("updated_date") or "") >= (held.get("updated_date") or ""):
            newest[work["id"]] = work
    return list(newest.values())


def countries_of(work: Work) -> set[str]:
    """The countries of a work: those its authorships name, of an authorship that names none its institutions'."""
    found = set()
    for authorship in work.get("authorships") or []:
        named = [each.upper() for each in authorship.get("countries") or []]
        found |= set(
            named
            or [
                each["country_code"].upper() for each in _institutions(authorship) if each.get("country_code")
            ]
        )
    return found


def belongs(work: Work, query: Query) -> bool:
    """Whether a work meets a query."""
    if any(_meets(work, term) for term in query.without):
        return False
    return not query.ways or any(all(_meets(work, term) for term in way) for way in query.ways)


def most_cited(works: Sequence[Work], *, recompute: bool) -> list[Work]:
    """The top works of a technology."""
    if not recompute:
        return [
            work
            for work in works
            if (work.get("citation_normalized_percentile") or {}).get("is_in_top_10_percent")
        ]
    found = []
    for year in {work["publication_year"] for work in works if work.get("publication_year") is not None}:
        of_year = [
            work for work in works if work.get("publication_year") == year and _citations(work) is not None
        ]
        ranked = sorted((_citations(work) or 0 for work in of_year), reverse=True)
        if ranked:
            least = ranked[math.ceil(Fraction(len(ranked), 10)) - 1]
            found += [work for work in of_year if (_citations(work) or 0) >= least]
    return found


def h_index(citations: Sequence[int]) -> int:
    """By its definition, tried from 0 upwards."""
    h = 0
    while sum(each >= h + 1 for each in citations) >= h + 1:
        h += 1
    return h


def country_rows(works: Sequence[Work], technology: Technology, *, recompute: bool) -> list[Row]:
    """The rows of one technology, in any order."""
    held = [work for work in each_once(works) if belongs(work, technology.query)]
    named = [(work, countries_of(work)) for work in held]
    share = shares(held, recompute=recompute)
    rows = []
    for country in sorted(set().union(*(countries for _, countries in named))):
        mine = [(work, countries) for work, countries in named if country in countries]
        rows.append(
            {
                "technology_id": technology.id,
                "country": country,
                "works": len(mine),
                "works_fractional": float(sum(Fraction(1, len(countries)) for _, countries in mine)),
                "top10_share": float(share.get(country, 0)) if share else None,
                "h_index": h_index([cited for work, _ in mine if (cited := _citations(work)) is not None]),
                "rank": 1 + sum(other > share.get(country, 0) for other in share.values()) if share else None,
            }
        )
    return rows


def shares(held: Sequence[Work], *, recompute: bool) -> dict[str, Fraction]:
    """Each country's share of the top works; empty where no top work names a country."""
    top = [work for work in most_cited(held, recompute=recompute) if countries_of(work)]
    found: dict[str, Fraction] = defaultdict(Fraction)
    for work in top:
        for country in countries_of(work):
            found[country] += Fraction(1, len(countries_of(work)) * len(top))
    return dict(found)


def leading(works: Sequence[Work], technology: Technology, *, recompute: bool) -> Row:
    """Leader, runner-up, ratio, concentration, institutions and risk of one technology."""
    held = [work for work in each_once(works) if belongs(work, technology.query)]
    share = shares(held, recompute=recompute)
    named = [countries_of(work) for work in held]
    count = {country: sum(country in each for each in named) for country in share}
    order = sorted(share, key=lambda each: (-share[each], -count[each], each))
    leader, runner_up = (*order, None, None)[:2]
    ratio = (
        None if leader is None else math.inf if runner_up is None else float(share[leader] / share[runner_up])
    )
    inside = None if leader is None else _in_leader(most_cited(held, recompute=recompute), leader)
    return {
        "technology_id": technology.id,
        "works": len(held),
        "leader": leader,
        "runner_up": runner_up,
        "lead_ratio": ratio,
        "hhi": float(sum(each**2 for each in share.values())) if share else None,
        "institutions_in_leader": inside,
        "monopoly_risk": _risk(inside, ratio),
    }


def profile(works: Sequence[Work], author: str) -> tuple[int, int, int, int]:
    """Works, citations, h-index and i10 of one author."""
    mine = [
        work
        for work in each_once(works)
        if any((each.get("author") or {}).get("id") == author for each in work.get("authorships") or [])
    ]
    cited = [found for work in mine if (found := _citations(work)) is not None]
    return len(mine), sum(cited), h_index(cited), sum(each >= 10 for each in cited)  # noqa: PLR2004 - i10 means ten


def _in_leader(top: Sequence[Work], leader: str) -> int:
    count: dict[int, int] = defaultdict(int)
    at = {}
    for work in top:
        every = [each for authorship in work.get("authorships") or [] for each in _institutions(authorship)]
        signed = {int(each["id"].rpartition("I")[2]): each for each in every if each.get("id")}
        for number, institution in signed.items():
            count[number] += 1
            at[number] = institution.get("country_code")
    ten = sorted(count, key=lambda each: (-count[each], each))[:10]
    return sum((at[each] or "").upper() == leader for each in ten)


def _risk(institutions: int | None, ratio: float | None) -> str | None:
    if institutions is None or ratio is None:
        return None
    if institutions >= 8 and ratio >= 3:  # noqa: PLR2004 - the contract's figures, as it says them
        return "high"
    return "medium" if institutions >= 5 and ratio >= 2 else "low"  # noqa: PLR2004 - as above


def _institutions(authorship: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return list(authorship.get("institutions") or [])


def _citations(work: Work) -> int | None:
    cited = work.get("cited_by_count")
    return None if cited is None or cited < 0 else int(cited)


def _meets(work: Work, term: Term) -> bool:
    if term.topic is not None:
        topics = [*(work.get("topics") or []), work.get("primary_topic") or {}]
        return any(str(each.get("id", "")).endswith(f"T{term.topic}") for each in topics)
    words = [each["display_name"] for each in work.get("keywords") or []]
    places = sorted(
        (at, word) for word, ats in (work.get("abstract_inverted_index") or {}).items() for at in ats
    )
    texts = (" | ".join([work.get("title") or "", *words]), " ".join(word for _, word in places))
    return any(term.needle in folded(text) for text in texts)
