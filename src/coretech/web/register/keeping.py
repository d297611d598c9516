"""What an officer can do for one item, in one place: review, scope notes, corrections, scans, a change."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.operations import file_scan, note_scope, review_item
from coretech.apps.register.queries import history, in_effect_versions, newest_of
from coretech.apps.register.reviews import require_reader_of, reviews_of
from coretech.apps.register.scanning import scans_of
from coretech.apps.register.scope_notes import topics_of
from coretech.apps.register.standing import standing
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Matter
from coretech.web.acting import acting
from coretech.web.reviews.words import verdict_tag
from coretech.web.shell.parts import Task

_OPEN = Sentence("可辦理", "Open")
_CLOSED = Sentence("不由您辦理", "Not yours")
_FILED, _MISSING = Sentence("已登錄", "On file"), Sentence("未登錄", "None yet")
_TO_REVIEW = Sentence("今年尚未檢討", "Not reviewed this year")


@dataclass(frozen=True, slots=True)
class Section:
    """Tasks of one kind, and what they are for."""

    title: Sentence
    hint: Sentence
    tasks: list[Task]


def may_keep(by: Acting, version: ItemVersion) -> bool:
    """Whether there is anything for this person to do for the item."""
    return refusal_of(require_keeper, by, version) is None


def require_keeper(by: Acting, version: ItemVersion) -> None:
    """Refuse whoever is neither of the item's authority, nor of the Office, nor the announcer (HTTP 403)."""
    if refusal_of(require_reader_of, by, version) is not None:
        allow(by, Action.CORRECT_ENTRY)


@require_safe
def register_keep(request: HttpRequest, number: int) -> HttpResponse:
    """The tasks of an item; those of others are named with whose they are."""
    by = acting(request)
    versions = history(number)
    current = in_effect_versions(versions, by.today)
    version = current or newest_of(versions)
    require_keeper(by, version)
    sections = [*(_while_listed(by, current) if current else ()), *_always(by, versions)]
    context = {"version": version, "listed": current is not None, "sections": sections}
    return render(request, "register/keep.jinja", context)


def _while_listed(by: Acting, version: ItemVersion) -> Iterator[Section]:
    number = version.item.number
    yield Section(
        Sentence("年度檢討", "Yearly review"),
        Sentence(
            "主管機關每年檢討一次（第10條第1項）。", "The authority reviews the item every year (art. 10(1))."
        ),
        [_review(by, version)],
    )
    yield Section(
        Sentence("範疇說明", "Notes on its scope"),
        Sentence(
            "說明這一項及於什麼；不改變公告的內容。",
            "How far the item reaches; nothing announced changes by it.",
        ),
        list(_notes(by, version)),
    )
    change = refusal_of(
        allow, by, Action.RECORD_CANDIDATE, Matter(agencies=frozenset({version.authority.code}))
    )
    yield Section(
        Sentence("變更", "A change"),
        Sentence(
            "改名稱、範疇、主管機關，分拆、合併或廢止，都要經審議會與公告。",
            "A new name, scope or authority, a split, a merger or a removal takes the council and an announcement.",
        ),
        [
            _task(
                Sentence("提出變更：列為候選項目", "Propose a change: make it a candidate"),
                f"{reverse('candidate_new')}?kind=change&item={number}",
                change,
            )
        ],
    )


def _always(by: Acting, versions: list[ItemVersion]) -> Iterator[Section]:
    number, closed = versions[0].item.number, refusal_of(allow, by, Action.CORRECT_ENTRY)
    stood = standing(versions)[::-1]
    yield Section(
        Sentence("更正登載錯誤", "Correct a clerical error"),
        Sentence(
            "只更正本站登載的錯誤；公告的內容不因更正而改變。",
            "For what this register entered wrongly; nothing announced changes by it.",
        ),
        [
            _task(
                Sentence(f"更正第{each.version}版", f"Correct version {each.version}"),
                reverse("entry_correct", args=[number, each.version]),
                closed,
                hint=each.name,
            )
            for each in stood
        ],
    )
    scan = refusal_of(file_scan.check, by)
    yield Section(
        Sentence("公告掃描檔", "Scans of its announcements"),
        Sentence("公開下載，也是更正的依據。", "Public, and the yardstick of every correction."),
        [_scan(each, scan) for each in {each.announcement_id: each for each in stood}.values()],
    )


def _review(by: Acting, version: ItemVersion) -> Task:
    review = next(iter(reviews_of(version, by.today.year)), None)
    title = Sentence("檢討這一項", "Review the item")
    href = reverse("review", args=[version.item.number])
    if refusal_of(require_reader_of, by, version) is not None:
        return _task(title, href, refusal_of(review_item.check, by, version))
    if review is None:
        return Task(title, _TO_REVIEW, href, "blue")
    tag = verdict_tag(review)
    return Task(title, tag.words, href, tag.colour)


def _notes(by: Acting, version: ItemVersion) -> Iterator[Task]:
    closed, number = refusal_of(note_scope.check, by, version), version.item.number
    new = reverse("note_new", args=[number])
    yield _task(Sentence("新增範疇說明", "Write a note"), new, closed)
    for topic in topics_of(version.item_id):
        asked, name = urlencode({"topic": topic.name}), topic.name
        yield _task(Sentence(f"修改「{name}」", f"Write “{name}” anew"), f"{new}?{asked}", closed)
        if not topic.withdrawn:
            gone = f"{reverse('note_withdraw', args=[number])}?{asked}"
            yield _task(Sentence(f"撤回「{name}」", f"Withdraw “{name}”"), gone, closed)


def _scan(version: ItemVersion, closed: Refused | None) -> Task:
    announcement = version.announcement
    title = Sentence(
        f"第{announcement.edition}次公告的掃描檔", f"Scan of announcement no. {announcement.edition}"
    )
    href = reverse("scan_new", args=[announcement.edition])
    filed = bool(scans_of(announcement))
    if closed is not None:
        return _task(title, href, closed)
    return Task(title, _FILED if filed else _MISSING, href, "green" if filed else "grey")


def _task(title: Sentence, href: str, closed: Refused | None, *, hint: Sentence | None = None) -> Task:
    """A task that is open, or whose it is."""
    if closed is None:
        return Task(title, _OPEN, href, "blue", hint)
    return Task(title, _CLOSED, None, "grey", closed.sentence)
