"""Words the register's pages share."""

from collections.abc import Mapping

from coretech.apps.register.lineage import Legal, Milestone
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import ENDING
from coretech.kit.roc import roc_year
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


def change_name(version: ItemVersion) -> Sentence:
    """What a version did, in a word."""
    return CHANGES[version.change]


def what_of(step: Milestone) -> Sentence:
    """What was reached, for a timeline."""
    version = step.version
    match step.state:
        case Legal.APPROVED:
            return Sentence("審議會審議通過", "Approved by the council")
        case Legal.PRE_ANNOUNCED:
            return Sentence("預告並徵求意見", "Pre-announced, comments invited")
        case Legal.ANNOUNCED:
            return Sentence("行政院公告", "Announced by the Executive Yuan")
        case Legal.REPORTED:
            return Sentence("送立法院備查", "Reported to the Legislative Yuan")
        case Legal.IN_FORCE if version.change in ENDING:
            done = change_name(version)
            return Sentence(f"自清單移除（{done.zh}）", f"Off the list ({done.en.lower()})")
        case Legal.IN_FORCE:
            done = change_name(version)
            return Sentence(
                f"生效：第{version.version}版（{done.zh}）",
                f"In force: version {version.version} ({done.en.lower()})",
            )


def note_of(step: Milestone) -> Sentence | None:
    """Which meeting or document it was, or what the item is called from then on."""
    if step.state is Legal.IN_FORCE:
        return step.version.name
    if step.meeting is not None:
        year, session = step.meeting.year, step.meeting.session
        return Sentence(f"{roc_year(year)}年度第{session}次會議", f"Session {session} of {year}")
    if step.document_number:
        return Sentence(f"文號：{step.document_number}", f"Document number: {step.document_number}")
    if step.state is Legal.ANNOUNCED:
        return Sentence("文號：來源未載明", "Document number: not given in the source")
    return None
