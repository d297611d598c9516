"""The work items of a measure's schedule."""

from coretech.kit.roc_spans import spans
from coretech.readers.programme.chapters import Section
from coretech.readers.programme.drafts import Draft, Heading, Work
from coretech.readers.programme.merging import Given, given
from coretech.readers.programme.numbers import approach_of, item_of
from coretech.readers.programme.records import WorkItem
from coretech.readers.programme.schedule_rows import read_rows

_ORDER = ("low", "medium", "high")


def draft_of(section: Section) -> Draft:
    """The schedule's rows, put together."""
    return read_rows(section.lines)


def work_items(section: Section, draft: Draft) -> list[WorkItem]:
    """The schedule's work items in printed order, each with its item and approach by number."""
    rows = zip(draft.works, given(draft), strict=True)
    return [_work_item(section.code, draft, work, gives) for work, gives in rows]


def _work_item(measure: str, draft: Draft, work: Work, gives: Given) -> WorkItem:
    number = approach_of(work.number)
    approach = work.approach or draft.approach(number)
    item = (approach.item if approach else "") or item_of(work.number)
    return WorkItem(
        measure=measure,
        item_no=item,
        item_title=_title(draft.items.get(item)),
        approach_no=number,
        approach_title=_title(approach),
        work_no=work.number,
        text=work.text,
        periods=tuple(spans(gives.date)),
        date_as_written=gives.date,
        lead=gives.agencies.lead,
        co=gives.agencies.co,
        line=work.line,
        sure=_sure(gives),
    )


def _title(heading: Heading | None) -> str:
    """A heading without the targets that stand beneath it."""
    return "" if heading is None else heading.title.split("目標：")[0].strip()


def _sure(gives: Given) -> str:
    return min((gives.date_sure, gives.agencies_sure), key=_ORDER.index)
