"""Links between the pages of a long list."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class PageLink:
    """A numbered page, or a gap where ``number`` is None."""

    number: int | None
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Paging:
    """The links around one page of a list: before, after, and by number."""

    previous: str | None
    next: str | None
    links: tuple[PageLink, ...]


def paging(request: HttpRequest, page: Page[Any], parameter: str = "page") -> Paging:
    """The links for a page of a Django paginator, keeping the rest of the query."""

    def address(number: int) -> str:
        query = request.GET.copy()
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = (
        PageLink(number, address(number), current=number == page.number)
        if isinstance(number, int)
        else PageLink(None, "", current=False)
        for number in numbers
    )
    return Paging(
        previous=address(page.number - 1) if page.has_previous() else None,
        next=address(page.number + 1) if page.has_next() else None,
        links=tuple(links),
    )
