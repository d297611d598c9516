"""Words the register's pages share."""

from collections.abc import Mapping

from coretech.apps.register.legal_states import ANNOUNCED, Legal, Milestone
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import ENDING
from coretech.kit.roc import roc_year, said
from coretech.kit.sentence import Sentence

CHANGES: Mapping[str, Sentence] = {
    ItemVersion.Change.ADDED: Sentence("新增", "Added"),
    ItemVersion.Change.RENAMED: Sentence("變更名稱", "Renamed"),
    ItemVersion.Change.MOVED: Sentence("移轉主管機關", "Moved to another authority"),
    ItemVersion.Change.RESCOPED: Sentence("變更範疇", "Scope changed"),
    ItemVersion.Change.SPLIT: Sentence("分拆", "Split"),
    ItemVersion.Change.MERGED: Sentence("合併", "Merged"),
    ItemVersion.Change.REMOVED: Sentence("廢止", "Removed"),
}


FIELDS: Mapping[str, Sentence] = {
    "name_announced": Sentence("公告所印名稱", "Name as announced"),
    "damaged": Sentence("印得有缺損", "Printed damaged"),
    "name_zh": Sentence("清單所列名稱", "Name on the list"),
    "name_source": Sentence("完整名稱的依據", "Where the whole name comes from"),
    "name_en": Sentence("英文名稱", "English name"),
    "scope_zh": Sentence("範疇", "Scope"),
    "scope_en": Sentence("範疇（英文）", "Scope in English"),
    "sector": Sentence("領域", "Sector"),
    "authority": Sentence("主管機關", "Authority"),
    "valid_from": Sentence("生效日", "In force from"),
}
"""What the fields of an entry are called, in the order they are shown."""


def change_name(version: ItemVersion) -> Sentence:
    """What a version did, in a word."""
    return CHANGES[version.change]


_REACHED: Mapping[Legal, Sentence] = {
    Legal.INVENTORIED: Sentence("盤點列為候選", "Found in the inventory"),
    Legal.PANEL_REVIEWED: Sentence("專家審查通過", "Reviewed by the panel, in favour"),
    Legal.SUBMITTED: Sentence("提報關鍵技術辦公室", "Submitted to the Office"),
    Legal.APPROVED: Sentence("審議會審議通過", "Approved by the council"),
    Legal.PRE_ANNOUNCED: Sentence("預告並徵求意見", "Pre-announced, comments invited"),
    Legal.REPORTED: Sentence("送立法院備查", "Reported to the Legislative Yuan"),
}


def what_of(step: Milestone) -> Sentence:
    """What was reached, for a timeline."""
    if step.state not in ANNOUNCED:
        return _REACHED[step.state]
    version, done = step.version, change_name(step.version)
    if version.change in ENDING:
        return Sentence(f"公告生效：自清單移除（{done.zh}）", f"In force: off the list ({done.en.lower()})")
    return Sentence(
        f"公告生效：第{version.version}版（{done.zh}）",
        f"In force: version {version.version} ({done.en.lower()})",
    )


def note_of(step: Milestone) -> Sentence | None:
    """Which meeting or document it was, and what the item is called from then on."""
    document = _document(step)
    if step.state in ANNOUNCED:
        name, day = step.version.name, said(step.version.announcement.announced_on)
        return Sentence(
            f"{name.zh}（行政院{day.zh}公告，{document.zh}）",
            f"{name.en} (announced by the Executive Yuan on {day.en}; {document.en})",
        )
    if step.meeting is not None:
        year, session = step.meeting.year, step.meeting.session
        return Sentence(f"{roc_year(year)}年度第{session}次會議", f"Session {session} of {year}")
    return document if step.document_number else None


def _document(step: Milestone) -> Sentence:
    if not step.document_number:
        return Sentence("文號：來源未載明", "document number: not given in the source")
    return Sentence(f"文號：{step.document_number}", f"document number: {step.document_number}")
