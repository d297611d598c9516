"""Other countries' lists as names with their source: what a dossier or a review may be shown beside its own words."""

from collections import defaultdict
from dataclasses import dataclass

from coretech.apps.lists.models import ListItem
from coretech.apps.lists.queries import standing_versions
from coretech.kit.sentence import Sentence

OWN_COUNTRY = "TW"


@dataclass(frozen=True, slots=True)
class ForeignList:
    """A version of another country's list: who issued it, when as far as known, and its names as the issuer has them.

    ``complete`` says whether all its items are here; ``source_url`` is the page they were read from.
    """

    code: str
    issuer: Sentence
    title: Sentence
    date: str
    complete: bool
    source_url: str
    names: tuple[str, ...]


def foreign_lists() -> list[ForeignList]:
    """Every version of every list but our own; two queries."""
    names: dict[int, list[str]] = defaultdict(list)
    for version, told, translated in ListItem.objects.order_by("version", "place").values_list(
        "version_id", "names", "translated"
    ):
        names[version].append(issued_name(told, translated))
    return [
        ForeignList(
            code=each.code,
            issuer=each.version.list.issuer,
            title=each.version.list.title,
            date=each.version.dated,
            complete=each.version.complete,
            source_url=each.version.source_url,
            names=tuple(names[each.version.pk]),
        )
        for each in standing_versions()
        if each.version.list.country != OWN_COUNTRY
    ]


def issued_name(names: dict[str, str], translated: list[str]) -> str:
    """The name as the issuer has it; the first one where all are renderings of ours."""
    own = (name for tag, name in names.items() if tag not in translated)
    return next(own, "") or next(iter(names.values()))
