"""Files of supplies: how far one handed in has come, what a batch brought, downloads, and sheets to fill."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.supplies.access import allow_filing, reads_within
from coretech.apps.supplies.exporting import MEDIA_TYPES, Format, rows_for, write_rows
from coretech.apps.supplies.models import Intake, SupplyReturn
from coretech.apps.supplies.operations.end_file import check as check_ending
from coretech.apps.supplies.operations.end_file import end_file
from coretech.apps.supplies.queries import batch_of, commodity_of, file_of, rows_of_batch
from coretech.apps.supplies.sheets import sheet_for
from coretech.apps.supplies.state import state_of
from coretech.apps.supplies.words import AUTHORITY, FILES
from coretech.engines.supplies.figures import NAMES, Figure
from coretech.kit.sentence import Sentence
from coretech.readers.register_files.formats import no_such_format
from coretech.readers.seats.write import MEDIA_TYPES as SHEET_TYPES
from coretech.readers.seats.write import Format as SheetFormat
from coretech.web.acting import acting, once
from coretech.web.opendata.answers import open_file
from coretech.web.sending import done
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.supplies.faults import COLUMNS, fault_rows
from coretech.web.supplies.words import figure, link_to

MOST_ROWS = 200
_WITHDRAWN = Sentence("檔案已撤回，沒有登錄任何一列。", "The file is withdrawn; no line of it was recorded.")
_ROWS = (
    Column(Sentence("物資", "Commodity")),
    Column(Sentence("期間", "Period")),
    Column(Sentence("申報者", "Reporter")),
    *(Column(NAMES[each], numeric=True) for each in Figure),
    Column(Sentence("更正前", "Restates")),
)


@require_safe
def supply_file(request: HttpRequest, file_number: int) -> HttpResponse:
    """How far a file has come, and in the end its batch or everything to correct. For whoever files or reads."""
    by = acting(request)
    intake = file_of(by, file_number)
    context = {
        "intake": intake,
        "state": say(FILES[Intake.State(intake.state)]),
        "waiting": intake.state == Intake.State.WAITING,
        "columns": COLUMNS,
        "faults": fault_rows(intake.faults),
        "withdrawal": refusal_of(check_ending, by, intake),
    }
    return render(request, "supplies/file.jinja", context)


@require_POST
def supply_file_withdraw(request: HttpRequest, file_number: int) -> HttpResponse:
    """Withdraw a file that is being read; for whoever handed it in."""
    by = acting(request)
    once(lambda: end_file(by, file_number))
    return done(request, _WITHDRAWN, "supply_file", file_number)


@require_safe
def supply_batch(request: HttpRequest, batch_number: int) -> HttpResponse:
    """What a batch brought, row by row. For whoever sees the internal view."""
    by = acting(request)
    batch = batch_of(by, batch_number)
    rows = list(rows_of_batch(batch)[:MOST_ROWS])
    context = {
        "batch": batch,
        "columns": _ROWS,
        "rows": [_row(each) for each in rows],
        "more": max(batch.rows - len(rows), 0),
    }
    return render(request, "supplies/batch.jinja", context)


def _row(each: SupplyReturn) -> list[object]:
    days = Sentence(f"{each.start}至{each.end}", f"{each.start} to {each.end}")
    who = say(AUTHORITY) if each.reporter is None else tr(each.reporter.zh, each.reporter.en)
    before = "–" if each.restates is None else f"#{each.restates.batch_id}"
    return [
        link_to(each.commodity),
        say(days),
        who,
        *(figure(getattr(each, name)) for name in Figure),
        before,
    ]


@require_safe
def supply_export(request: HttpRequest, supply_slug: str, supply_form: str) -> HttpResponse:
    """A commodity's figures as a file: inside by reporter, for the public added up (HTTP 404 for what is not there)."""
    by = acting(request)
    commodity = commodity_of(by, supply_slug)
    if supply_form not in set(Format):
        raise no_such_format(list(Format))
    form = Format(supply_form)
    content = write_rows(rows_for(by, state_of(commodity, by.today)), form)
    name = f"{commodity.slug}.{form}"
    if not reads_within(by):
        return open_file(request, content, MEDIA_TYPES[form], name)
    return _saved(content, MEDIA_TYPES[form], name)


@require_safe
def supply_template(request: HttpRequest, supply_slug: str, supply_form: str) -> HttpResponse:
    """A sheet to fill with the periods that are due, last figures beside. For the authority's officers."""
    by = acting(request)
    commodity = commodity_of(by, supply_slug)
    allow_filing(by, commodity)
    if supply_form not in set(SheetFormat):
        raise no_such_format(list(SheetFormat))
    form = SheetFormat(supply_form)
    return _saved(sheet_for(commodity, by.today, form), SHEET_TYPES[form], f"{commodity.slug}-returns.{form}")


def _saved(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A file for this reader alone."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response["Cache-Control"] = "private, no-store"
    return response
