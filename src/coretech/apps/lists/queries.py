"""Lists, their versions and items; public, all of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery

from coretech.apps.lists.models import ListItem, ListStatus, ListVersion
from coretech.kit.refusal import not_found


@dataclass(frozen=True, slots=True)
class Standing:
    """A version with where it stands now and since when, and how many items of it are ``here``."""

    version: ListVersion
    status: ListStatus.Status
    since: str
    here: int

    @property
    def code(self) -> str:
        """The version's code."""
        return self.version.code

    @property
    def in_force(self) -> bool:
        """Whether it is the one that holds."""
        return self.status == ListStatus.Status.IN_FORCE


def standing_versions(which: Q | None = None) -> list[Standing]:
    """Every version, or those asked for, by country and list, the newest first; two queries at most."""
    return list(_standing(Q() if which is None else which))


def _standing(which: Q) -> Iterator[Standing]:
    newest = ListStatus.objects.filter(version=OuterRef("pk")).order_by("-pk")
    found = (
        ListVersion.objects.filter(which)
        .select_related("list")
        .annotate(
            standing=Subquery(newest.values("status")[:1]),
            since=Subquery(newest.values("since")[:1]),
            here=Count("items"),
        )
    )
    for each in found.order_by("list__country", "list__code", "-dated", "-pk"):
        yield Standing(each, ListStatus.Status(each.standing), each.since, each.here)


def version_of(code: str) -> Standing:
    """A version by its code, or the newest one of the list of that code.

    Raises:
        Refused: (HTTP 404) where there is neither.
    """
    found = standing_versions(Q(code=code)) or standing_versions(Q(list__code=code))
    if not found:
        raise not_found(
            f"沒有代碼為「{code[:60]}」的清單；請由清單總覽選擇。",
            f"There is no list “{code[:60]}”; choose one of the overview.",
        )
    return found[0]


def others_of(version: ListVersion) -> list[Standing]:
    """The other versions of the same list, the newest first."""
    return standing_versions(Q(list=version.list_id) & ~Q(pk=version.pk))


def items_of(version: ListVersion) -> list[ListItem]:
    """The items in their order."""
    return list(ListItem.objects.filter(version=version).order_by("place"))


def item_of(version: ListVersion, code: str) -> ListItem:
    """One item.

    Raises:
        Refused: (HTTP 404) where the version has none of that code.
    """
    items = ListItem.objects.select_related("parent", "version__list")
    item = items.filter(version=version, code=code).first()
    if item is None:
        raise not_found(
            f"{version.code}沒有代碼為「{code[:60]}」的項目。", f"{version.code} has no item “{code[:60]}”."
        )
    return item


def statuses_of(version: ListVersion) -> list[ListStatus]:
    """Where the version stood, the oldest first."""
    return list(version.statuses.all())
