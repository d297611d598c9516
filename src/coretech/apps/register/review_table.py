"""The reviews of a year as a table: one row an item, headings in Chinese with the name in code."""

import datetime as dt
from collections.abc import Iterable

from coretech.apps.register.reviews import Reviewed, Sheet
from coretech.kit.clock import TAIPEI

HEADINGS = (
    "年度 year",
    "主管機關代碼 authority",
    "主管機關 authority_name",
    "項次 item",
    "中文名稱 name_zh",
    "英文名稱 name_en",
    "當年應檢討 owed",
    "檢討結果 verdict",
    "理由 reasons",
    "範疇疑義 scope_questions",
    "國外清單 foreign_lists",
    "佐證 evidence",
    "檢討日期 reviewed_on",
)


def review_rows(sheets: Iterable[Sheet], day: dt.date) -> list[list[str]]:
    """The headings, then every item of every sheet; empty cells where there is no review."""
    return [list(HEADINGS), *(_row(sheet, item, day) for sheet in sheets for item in sheet.items)]


def _row(sheet: Sheet, item: Reviewed, day: dt.date) -> list[str]:
    version, review = item.version, item.review
    found = (
        [""] * 6
        if review is None
        else [
            review.verdict,
            review.reasons,
            review.scope_questions,
            review.foreign_lists,
            review.evidence,
            review.reviewed_at.astimezone(TAIPEI).date().isoformat(),
        ]
    )
    return [
        str(sheet.year),
        sheet.authority.code,
        sheet.authority.name_on(day).zh,
        str(item.number),
        version.name_zh,
        version.name_en,
        "yes" if item.owed else "no",
        *found,
    ]
