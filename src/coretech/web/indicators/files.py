"""The indicators of a plan as a table: a line for each indicator and year."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.measured.indicators import Stated, indicators_of
from coretech.engines.progress.figures import TargetPoint
from coretech.law.access import Action
from coretech.readers.register_files.formats import no_such_format
from coretech.readers.register_files.ods_package import MIMETYPE, packed
from coretech.readers.register_files.ods_tables import content_xml, table_xml
from coretech.readers.seats.csv_text import write_csv
from coretech.web.acting import acting
from coretech.web.opendata.answers import open_file

COLUMNS = (
    *("indicator", "element", "name", "kind", "direction", "unit", "definition", "proposed"),
    *("year", "target", "target_upper", "target_words", "actual", "forecast", "status", "demonstration"),
)
_NUMBERS = frozenset({"definition", "year", "target", "target_upper", "actual", "forecast"})
_FORMS = {"csv": "text/csv; charset=utf-8", "ods": MIMETYPE}


@require_safe
def plan_indicators_export(request: HttpRequest, plan_slug: str, plan_form: str) -> HttpResponse:
    """All indicators with their targets and what was observed. Public; HTTP 404 for a format there is not."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    if plan_form not in _FORMS:
        raise no_such_format(list(_FORMS))
    version = version_of(plan_slug)
    rows = [row for each in indicators_of(version.plan, by.today) for row in _rows(each)]
    name = f"{plan_slug}-indicators.{plan_form}"
    return open_file(request, written(rows, plan_form), _FORMS[plan_form], name)


def written(rows: list[list[str]], form: str) -> bytes:
    """The rows as a file."""
    if form == "csv":
        return write_csv([COLUMNS, *rows])
    numeric = tuple(column in _NUMBERS for column in COLUMNS)
    return packed(content_xml([table_xml("indicators", [list(COLUMNS), *rows], numeric)]))


def _rows(stated: Stated) -> Iterator[list[str]]:
    definition = stated.definition
    made_up = {each.year for each in stated.observations if each.demonstration}
    head = [
        *(stated.indicator.key, stated.indicator.element_key, definition.name, definition.kind),
        *(definition.direction, definition.unit, str(definition.number), _yes(told=definition.proposed)),
    ]
    for year in stated.reckoned.years:
        actuals = [_number(year.actual), _number(year.forecast), year.status.value]
        yield [*head, str(year.year), *_target(year.target), *actuals, _yes(told=year.year in made_up)]


def _target(point: TargetPoint | None) -> list[str]:
    if point is None:
        return ["", "", ""]
    return [_number(point.value), _number(point.upper), point.words]


def _number(value: object) -> str:
    """A figure in full; nothing where there is none, which is not zero."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _yes(*, told: bool) -> str:
    return "yes" if told else "no"
