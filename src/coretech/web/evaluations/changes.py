"""What a revision changed: old and new beside each other, what was dropped with its last state, what is new. Public."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.plans.models import PlanVersion
from coretech.apps.plans.queries import version_of
from coretech.apps.plans.storing import read_rows
from coretech.apps.reports.cycle.periods import said_period, title_of
from coretech.apps.reports.models import Carried, Revision
from coretech.apps.reports.operations import revise_plan
from coretech.apps.reports.revisions.ending import Ended, endings_of
from coretech.apps.reports.revisions.pairing import Old
from coretech.engines.differences import Piece, pieces_of
from coretech.engines.progress.said import plain
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.readers.plan_files.difference import differing
from coretech.readers.plan_files.rows import ElementRow, WorkRow, YearRow
from coretech.web.acting import acting
from coretech.web.plans.words import FIELDS, chinese
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

ROWS = {
    Carried.Row.ELEMENT: Sentence("項目", "Entries"),
    Carried.Row.WORK_ITEM: Sentence("工作項目", "Work items"),
    Carried.Row.TARGET: Sentence("目標", "Targets"),
}
FATES = {
    Carried.Fate.CARRIED: Sentence("沿用", "Carried"),
    Carried.Fate.CHANGED: Sentence("修正", "Changed"),
    Carried.Fate.DROPPED: Sentence("刪除", "Dropped"),
    Carried.Fate.NEW: Sentence("新增", "New"),
}
COUNTS = (Column(Sentence("種類", "Kind")), *(Column(words, numeric=True) for words in FATES.values()))
_DROPPED = (
    Column(Sentence("刪除的項目", "What was dropped")),
    Column(Sentence("最後狀態", "Its last state")),
)
_HIDDEN = frozenset({"key", "parent", "confidence", "periods"})


@dataclass(frozen=True, slots=True)
class Beside:
    """A changed row: its name before and after, and each changed field as stretches kept, gone and new."""

    kind: Sentence
    before: str
    after: str
    fields: tuple[tuple[Sentence, tuple[Piece, ...]], ...]


@require_safe
def plan_revisions(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """A plan's revisions; the controller goes on to the next one from here."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    version = version_of(plan_slug)
    found = Revision.objects.filter(plan=version.plan).select_related("before", "after").order_by("-pk")
    waiting = refusal_of(revise_plan.foresee, by, plan_slug) is None
    context = {"version": version, "revisions": list(found), "waiting": waiting}
    return render(request, "evaluations/revisions.jinja", context)


@require_safe
def plan_revision(request: HttpRequest, plan_slug: str, after_version: int) -> HttpResponse:
    """The revision that led to a version (HTTP 404 where none did)."""
    allow(acting(request), Action.READ_PLAN)
    rows = Revision.objects.filter(plan=version_of(plan_slug).plan, after__version=after_version)
    found = rows.select_related("before__plan", "after", "evaluation").prefetch_related("carried").first()
    if found is None:
        raise not_found("沒有這次修正。", "There is no such revision.")
    olds, news = _by_key(found.before), _by_key(found.after)
    fates = list(found.carried.all())
    context = {
        "revision": found,
        "about": _about(found),
        "count_columns": COUNTS,
        "counts": counted([(Carried.Row(each.row), Carried.Fate(each.fate)) for each in fates]),
        "changed": [_beside(each, olds, news) for each in fates if each.fate == Carried.Fate.CHANGED],
        "dropped_columns": _DROPPED,
        "dropped": list(_dropped(found, fates, olds)),
        "dropped_below": _named(
            fates, Carried.Fate.DROPPED, olds, (Carried.Row.WORK_ITEM, Carried.Row.TARGET)
        ),
        "new": _named(fates, Carried.Fate.NEW, news, tuple(Carried.Row)),
    }
    return render(request, "evaluations/revision.jinja", context)


def counted(fates: Iterable[tuple[Carried.Row, Carried.Fate]]) -> list[list[object]]:
    """How many rows of each kind were carried, changed, dropped, new."""
    found = Counter(fates)
    return [[say(words), *(found[kind, fate] for fate in FATES)] for kind, words in ROWS.items()]


def row_words(row: Old) -> str:
    """What a row says, in short."""
    if isinstance(row, ElementRow):
        return row.title or row.text
    if isinstance(row, WorkRow):
        return row.text or f"{row.item_title} {row.approach_title}".strip()
    return row.text or row.measure_title


Rows = Mapping[tuple[str, str], Old]


def _by_key(version: PlanVersion) -> Rows:
    rows = read_rows(version)
    tables: Sequence[tuple[Carried.Row, Sequence[Old]]] = (
        (Carried.Row.ELEMENT, rows.elements),
        (Carried.Row.WORK_ITEM, rows.work_items),
        (Carried.Row.TARGET, rows.targets),
    )
    return {(kind.value, each.key): each for kind, found in tables for each in found}


def _about(found: Revision) -> list[tuple[Sentence, object]]:
    return [
        (Sentence("由", "From"), tr(f"第{found.before.version}版", f"version {found.before.version}")),
        (Sentence("至", "To"), tr(f"第{found.after.version}版", f"version {found.after.version}")),
        (Sentence("核定公文", "Approved by"), found.document_no),
        (Sentence("核定日期", "Approved on"), both_dates(found.approved_on)),
        (Sentence("理由", "Why"), chinese(found.why)),
    ]


def _beside(each: Carried, olds: Rows, news: Rows) -> Beside:
    old, new = olds[each.row, each.old_key], news[each.row, each.new_key]
    names = [name for name in differing(old, new) if name not in _HIDDEN]
    fields = (
        (FIELDS[name], pieces_of(_said(getattr(old, name)), _said(getattr(new, name)))) for name in names
    )
    return Beside(ROWS[Carried.Row(each.row)], _named_row(old), _named_row(new), tuple(fields))


def _named_row(row: Old) -> str:
    number = row.code if isinstance(row, ElementRow) else row.key.partition("-")[2]
    return f"{number} {row_words(row)}".strip()


def _said(value: object) -> str:
    """A field in words: lists by commas, targets year by year."""
    if isinstance(value, YearRow):
        return f"{value.year}：{value.text or value.status}"
    if isinstance(value, list | tuple):
        return (
            "\n".join(map(_said, value))
            if any(isinstance(each, YearRow) for each in value)
            else "、".join(map(_said, value))
        )
    return "" if value is None else str(value)


def _dropped(found: Revision, fates: list[Carried], olds: Rows) -> Iterator[list[object]]:
    keys = [
        each.old_key
        for each in fates
        if each.fate == Carried.Fate.DROPPED and each.row == Carried.Row.ELEMENT
    ]
    endings = endings_of(found.plan, keys, found.before.version)
    for key in keys:
        yield [chinese(_named_row(olds[Carried.Row.ELEMENT.value, key])), _ended(endings[key])]


def _ended(ended: Ended) -> str:
    told = []
    if ended.light is not None and ended.period is not None:
        title = title_of(ended.period)
        told.append(
            say(Sentence(f"{title.zh}為{ended.light.said.zh}", f"{ended.light.said.en} at {title.en}"))
        )
    for name, last in ended.actuals:
        value = plain(last.value) if last.value is not None else last.words
        told.append(f"{name} {value}{tr('，', ', ')}{say(said_period(last.year, last.quarter))}")
    return tr("；", "; ").join(told) or tr("沒有已發布的填報。", "Nothing was published of it.")


def _named(
    fates: list[Carried], fate: Carried.Fate, rows: Rows, kinds: tuple[Carried.Row, ...]
) -> list[tuple[str, list[str]]]:
    """The names of rows with a fate, by kind."""
    found: dict[str, list[str]] = {}
    for each in fates:
        if each.fate == fate and each.row in kinds:
            key = each.new_key or each.old_key
            found.setdefault(say(ROWS[Carried.Row(each.row)]), []).append(_named_row(rows[each.row, key]))
    return list(found.items())
