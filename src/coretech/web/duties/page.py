"""Deadlines week by week, overdue first; and the same as CSV."""

import csv
import io

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.duties.deadline import STATUSES, Deadline
from coretech.apps.duties.kinds import TOPICS
from coretech.apps.duties.operations import make_feed
from coretech.apps.duties.queries import by_week, deadlines, views_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.duties.asked import VIEWS, FilterForm, query_of, view_of
from coretech.web.duties.rows import COLUMNS, Show, page_of
from coretech.web.sending import draw
from coretech.web.shell.words import say

_MARK = "\ufeff"
"""Spreadsheets take a CSV for UTF-8 only behind this mark."""

_HEADINGS = (
    Sentence("期限", "due_on"),
    Sentence("狀態", "status"),
    Sentence("類別", "topic"),
    Sentence("事項", "what"),
    Sentence("下一步", "next_step"),
    Sentence("辦理者", "whose"),
    Sentence("認定辦法條次", "articles"),
    Sentence("頁面", "page"),
)


@require_safe
def duties(request: HttpRequest) -> HttpResponse:
    """The deadlines of one view, filtered; each leads to its record."""
    by, view, form = acting(request), view_of(request), FilterForm(request.GET)
    chosen = form.chosen()
    found = deadlines(by, view, chosen)
    overdue, weeks = by_week(found, by.today)
    context = {
        "form": form,
        "view": view,
        "views": [(each, VIEWS[each]) for each in views_of(by)],
        "count": len(found),
        "overdue": overdue,
        "weeks": weeks,
        "columns": COLUMNS,
        "show": Show(by.today),
        "may_subscribe": refusal_of(make_feed.check, by) is None,
        "query": query_of(view, chosen),
    }
    return draw(request, "duties/list.jinja", context, form)


@require_safe
def duties_csv(request: HttpRequest) -> HttpResponse:
    """The same deadlines, one a line."""
    by, view, form = acting(request), view_of(request), FilterForm(request.GET)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([say(heading) for heading in _HEADINGS])
    writer.writerows(
        _line(request, each, say(STATUSES[each.status_on(by.today)]))
        for each in deadlines(by, view, form.chosen())
    )
    response = HttpResponse(_MARK + text.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"{say(Sentence('期限', 'deadlines'))}-{by.today}.csv"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _line(request: HttpRequest, deadline: Deadline, status: str) -> list[str]:
    kind = deadline.kind
    return [
        "" if deadline.due_on is None else deadline.due_on.isoformat(),
        status,
        say(TOPICS[kind.topic]),
        say(deadline.title),
        say(kind.next_step),
        say(deadline.owner.name),
        " ".join(deadline.articles),
        request.build_absolute_uri(page_of(deadline)),
    ]
