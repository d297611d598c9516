"""The scan log: reading it, narrowing it, taking it away as a file, and writing into it."""

from collections.abc import Mapping

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.watch.operations import log_scan as logging
from coretech.apps.watch.scanning.exporting import MEDIA_TYPES, NAME, format_of, written
from coretech.apps.watch.scanning.scans import EVERYTHING, ORIGINS, REGIONS, Wanted, looks
from coretech.apps.watch.signals.gathering import require_reader
from coretech.apps.watch.signals.topics import names, topics
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.documents.answer import download
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say
from coretech.web.signals.words import look_row

_A_PAGE = 50
_LOGGED = Sentence("掃描紀錄已登錄。", "The entry is in the scan log.")
_ANY = ("", both("不限", "Any"))
_COLUMNS = (
    Column(Sentence("日期", "Day")),
    Column(Sentence("技術或領域", "Technology or field")),
    Column(Sentence("來源", "Sources")),
    Column(Sentence("發現", "Found")),
    Column(Sentence("查看者", "Who looked")),
)


class WantedForm(forms.Form):
    """Which entries to show."""

    words = forms.CharField(label=both("文字", "Words"), max_length=100, required=False)
    first = DayField(label=both("自", "From"), required=False)
    last = DayField(label=both("至", "To"), required=False)
    found = forms.ChoiceField(
        label=both("有無發現", "Whether anything was found"),
        choices=[_ANY, ("yes", both("有發現", "Something")), ("no", both("沒有發現", "Nothing"))],
        required=False,
    )
    origin = forms.ChoiceField(
        label=both("紀錄方式", "How it came to be"),
        choices=[_ANY, *((each.value, both(words.zh, words.en)) for each, words in ORIGINS.items())],
        required=False,
    )
    region = forms.ChoiceField(
        label=both("國內外", "Where"),
        choices=[_ANY, *((each.value, both(words.zh, words.en)) for each, words in REGIONS.items())],
        required=False,
    )

    def wanted(self) -> Wanted:
        """The entries asked for; all of them where the form cannot be read."""
        return Wanted(**self.cleaned_data) if self.is_valid() else EVERYTHING


class LookForm(forms.Form):
    """What was looked at, in which sources, and what came of it."""

    topic = forms.ChoiceField(label=both("哪一項技術（擇一）", "Which technology"), required=False)
    field = forms.CharField(
        label=both("或哪個領域", "Or which field"),
        help_text=both("不是清單上的技術時填寫", "Where it is none of the technologies"),
        max_length=logging.LONGEST_FIELD,
        required=False,
    )
    region = forms.ChoiceField(
        label=both("看的是國內還是國外", "At home or abroad"),
        choices=[(each.value, both(words.zh, words.en)) for each, words in REGIONS.items()],
        widget=forms.RadioSelect,
    )
    looked_on = DayField(label=both("哪一天", "On which day"))
    sources = forms.CharField(
        label=both("查看了哪些來源", "Which sources were looked at"),
        help_text=both(
            "一行一個，例如公報、期刊、資料庫、會議", "One a line: gazettes, journals, databases, meetings"
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=logging.LONGEST_TEXT,
    )
    found = forms.CharField(
        label=both("發現了什麼", "What was found"),
        help_text=both(
            "沒有發現就留空；沒有發現也要登錄。", "Leave it empty for nothing; that is recorded too."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=logging.LONGEST_TEXT,
        required=False,
    )
    links = forms.CharField(
        label=both("網址（選填）", "Addresses (optional)"),
        help_text=both("一行一個", "One a line"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=logging.MOST_LINKS * logging.LONGEST_LINK,
        required=False,
    )

    def __init__(
        self, data: Mapping[str, object] | None, known: list[tuple[str, str]], initial: dict[str, object]
    ) -> None:
        """Offer the technologies."""
        super().__init__(data, initial=initial)
        self.fields["topic"].choices = [("", both("請選擇", "Choose")), *known]  # type: ignore[attr-defined]  # a choice field

    def looked(self) -> logging.Looked:
        """What was filled in; for a valid form."""
        told = self.cleaned_data
        return logging.Looked(**{**told, "links": tuple(told["links"].split())})


@require_safe
def scans(request: HttpRequest) -> HttpResponse:
    """The log, for the Office and officers of agencies."""
    by = acting(request)
    require_reader(by)
    form = WantedForm(request.GET or None)
    found = looks(by, form.wanted())
    page = Paginator(found, _A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "form": form,
        "columns": _COLUMNS,
        "rows": [look_row(each) for each in page],
        "count": len(found),
        "paging": paging(request, page),
        "query": f"?{query.urlencode()}" if query else "",
        "logs": refusal_of(logging.check, by) is None,
    }
    return draw(request, "signals/scans.jinja", context, form)


@require_safe
def scans_export(request: HttpRequest, scans_form: str) -> HttpResponse:
    """The entries that were asked for as CSV or ODS. HTTP 404 for another format."""
    by = acting(request)
    require_reader(by)
    form = format_of(scans_form)
    content = written(looks(by, WantedForm(request.GET or None).wanted()), form)
    return download(f"{NAME}.{form}", MEDIA_TYPES[form], content)


@require_http_methods(["GET", "HEAD", "POST"])
def scan_new(request: HttpRequest) -> HttpResponse:
    """Write an entry; for the Office."""
    by = acting(request)
    logging.check(by)
    known = [(key, say(name)) for key, name in names(topics(by).all)]
    about = request.GET.get("topic", "")
    form = LookForm(sent(request), known, {"looked_on": by.today, "topic": about})
    if attempt(form, lambda: logging.log_scan(by, form.looked())) is not None:
        return done(request, _LOGGED, "scans")
    return draw(request, "signals/scan_new.jinja", {"form": form}, form)
