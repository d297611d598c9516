"""The rows of the list: what stands in them is escaped, once."""

import datetime as dt

from django.template.loader import render_to_string
from django.utils.translation import override

from coretech.apps.register.day_list import Listed
from coretech.apps.register.searching import Found
from coretech.web.register.entries import COLUMNS, by_sector

DAY = dt.date(2025, 11, 24)


def listed(number: int, name: str, order: int = 1) -> Found:
    kept = (f"{name} announced", False, "", DAY, DAY)
    sector = (order, f"sector-{order}", "甲 & 乙", "A & B")
    return Found(
        Listed(number, 1, "added", f"甲{name}", f"A{name}", *kept, *sector, 1, "moea", "丙<丁", "C<D")
    )


def drawn(*found: Found) -> str:
    return render_to_string("register/sectors.jinja", {"groups": by_sector(found), "columns": COLUMNS})


def test_names_are_escaped_once_on_a_page_of_either_language() -> None:
    found = listed(1, "<b>&'\"")
    chinese = drawn(found)
    with override("en"):
        english = drawn(found)

    assert ">甲&lt;b&gt;&amp;&#39;&#34;</a>" in chinese
    assert ">A&lt;b&gt;&amp;&#39;&#34;</a>" in english
    assert '<span lang="zh-Hant-TW">甲&lt;b&gt;&amp;&#39;&#34;</span>' in english
    assert "<div>丙&lt;丁</div>" in chinese
    assert "甲 &amp; 乙" in chinese
    assert "<b>" not in chinese + english


def test_each_row_keeps_its_own_name_in_the_order_of_the_announcement() -> None:
    groups = by_sector([listed(3, "c", 2), listed(1, "a", 1), listed(2, "b", 2)])
    assert [(group.code, [(row.number, row.name) for row in group.entries]) for group in groups] == [
        ("sector-1", [(1, "甲a")]),
        ("sector-2", [(2, "甲b"), (3, "甲c")]),
    ]


def test_an_empty_list_has_no_sectors() -> None:
    assert by_sector([]) == []
