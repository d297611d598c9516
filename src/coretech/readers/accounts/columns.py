"""The columns of the table of accounts, each with its name in code and in Chinese, and what stands in it."""

from coretech.kit.sentence import Sentence
from coretech.readers.seats.columns import ColumnGuide, column_in, heading_in


def _column(heading: str, zh: str, en: str) -> ColumnGuide:
    return ColumnGuide(heading, Sentence(zh, en))


COLUMNS: dict[str, ColumnGuide] = {
    "username": _column("帳號名稱", "登入用的名稱，必填", "the name to sign in with; always"),
    "email": _column(
        "電子郵件", "設定密碼的連結寄到這裡，必填", "where the link to set a password goes; always"
    ),
    "language": _column("語言", "zh-hant（預設）或en", "zh-hant, the usual one, or en"),
    "name_zh": _column("姓名", "中文姓名，必填", "the name in Chinese; always"),
    "name_en": _column("英文姓名", "留空則同中文姓名", "the name in English; empty for the Chinese one"),
    "agency": _column(
        "任職機關", "機關代碼；留空則不登錄職務", "the agency's code; empty for an account without a posting"
    ),
    "kind": _column(
        "職務",
        "officer（預設）、announcer、controller或head",
        "officer, the usual one, announcer, controller or head",
    ),
    "start": _column("起日", "職務起日；填了機關者必填", "the posting's first day; needed with an agency"),
    "end": _column("迄日", "職務迄日；留空則未定", "the posting's last day; empty where it is open"),
}

REQUIRED = ("username", "email", "name_zh")
"""Without these nothing can be read; any other column may be left out and is then empty."""


def heading(name: str) -> str:
    """The heading as the table has it."""
    return heading_in(COLUMNS, name)


def column_of(title: str) -> str | None:
    """The column a heading names; None where it names none."""
    return column_in(COLUMNS, title)
