"""The columns of the table, each with its name in code and in Chinese, and what stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class ColumnGuide:
    """A column: its Chinese heading, and what stands in it."""

    heading: str
    says: Sentence


def heading_in(columns: Mapping[str, ColumnGuide], name: str) -> str:
    """The heading as a table has it: Chinese, then the name in code."""
    return f"{columns[name].heading} {name}"


def column_in(columns: Mapping[str, ColumnGuide], title: str) -> str | None:
    """The column a heading names, in either language or both; None where it names none."""
    words = title.split()
    for name, guide in columns.items():
        if words and all(word in {name, guide.heading} for word in words):
            return name
    return None


def _column(heading: str, zh: str, en: str) -> ColumnGuide:
    return ColumnGuide(heading, Sentence(zh, en))


COLUMNS: dict[str, ColumnGuide] = {
    "seat": _column("席次", "席位的號碼，必填", "the seat's number on the body; always"),
    "category": _column(
        "類別", "審議會填1至5（第3條第1項），其他留空", "1 to 5 on the council (art. 3(1)), else empty"
    ),
    "group": _column(
        "組別",
        "專家審查會填agency、expert或industry（第8條第2項），其他留空",
        "agency, expert or industry on a panel (art. 8(2)), else empty",
    ),
    "convener": _column(
        "召集人",
        "召集人（辦公室為主任）的席位填yes",
        "yes for the convener's seat (in the Office, the director's)",
    ),
    "represents": _column("代表機關", "席位所代表機關的代碼", "the code of the agency the seat represents"),
    "person": _column(
        "人員編號", "已登錄人員的編號；新人員留空", "the person's number; empty for somebody new"
    ),
    "name_zh": _column("姓名", "姓名，必填", "the person's name; always"),
    "name_en": _column("英文姓名", "英文姓名", "the name in English"),
    "post_zh": _column("本職", "席位所隨的本職", "the post behind the seat"),
    "post_en": _column("英文本職", "本職的英文", "the post in English"),
    "convenes_as": _column(
        "以何職務召集",
        "召集人填minister、deputy_minister、head、staff_delegate或outside_delegate",
        "for a convener: minister, deputy_minister, head, staff_delegate or outside_delegate",
    ),
    "start": _column("任期首日", "西元或民國日期", "the first day of the term, in either calendar"),
    "end": _column("任期末日", "依聘（派）書所載", "the last day of the term, as appointed"),
    "left_on": _column(
        "離任日", "提前離任的最後在職日", "the last day served, where the seat was left early"
    ),
    "left_why": _column(
        "離任原因",
        "post隨本職異動、resigned辭任、relieved解聘（派）、died死亡",
        "post, resigned, relieved or died",
    ),
    "fills": _column("補任之缺", "所補任期的首日", "the first day of the term whose vacancy this one fills"),
}

REQUIRED = ("seat", "name_zh", "start", "end")
"""Without these nothing can be read; any other column may be left out and is then empty."""


def heading(name: str) -> str:
    """The heading as the table has it."""
    return heading_in(COLUMNS, name)


def column_of(title: str) -> str | None:
    """The column a heading names; None where it names none."""
    return column_in(COLUMNS, title)
