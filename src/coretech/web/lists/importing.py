"""Taking in a list: choose a file, look at what would come and go, accept. For the Office."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.lists.comparing import VERSIONS, Comparison
from coretech.apps.lists.heads import require_head
from coretech.apps.lists.importing import Import, difference, known_lists, read_import, replaced_by
from coretech.apps.lists.operations.import_list import check, import_list
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.readers.lists.formats import LARGEST
from coretech.readers.lists.records import Entry, Fault
from coretech.web.acting import acting, once
from coretech.web.documents.kept import brought_back, kept, uploaded
from coretech.web.lists.comparing import basis_of, entry_name
from coretech.web.lists.forms import HeadForm, ListFileForm
from coretech.web.sending import done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

MOST_SHOWN = 200
_FILE = "file"
_UNPROCESSABLE = 422
_TAKEN_IN = Sentence("清單已登錄。", "The list is recorded.")
_FAULTS = (
    Column(Sentence("列", "Line"), numeric=True),
    Column(Sentence("欄", "Column")),
    Column(Sentence("檔案裡的內容", "What stands there")),
    Column(Sentence("要更正的", "What to correct")),
)
_ITEMS = (
    Column(Sentence("代碼", "Code")),
    Column(Sentence("上層", "Above")),
    Column(Sentence("名稱", "Name")),
)
_CHANGES = (
    Column(Sentence("變更", "Change")),
    Column(Sentence("前一版", "The version before")),
    Column(Sentence("這一版", "This version")),
    Column(Sentence("依據", "By what")),
)


@require_http_methods(["GET", "HEAD", "POST"])
def list_import(request: HttpRequest) -> HttpResponse:
    """A file and what is told beside it, then a look at what it says, then its record."""
    by = acting(request)
    check(by)
    confirming = request.POST.get("step") == "confirm"
    form = HeadForm(request.POST) if confirming else ListFileForm(request.POST or None, request.FILES or None)
    try:
        if form.is_valid():
            raw = brought_back(request, _FILE) if confirming else uploaded(form, _FILE, LARGEST)
            given = read_import(raw, form.head(), form.cleaned_data["status"])
            if confirming:
                once(lambda: import_list(by, given, request.POST.get("seen", "")))
                return done(request, _TAKEN_IN, "list_version", given.file.head.code)
            require_head(given.file.head)
            return draw(request, "lists/import_check.jinja", _checked(given, raw, form))
    except Refused as refusal:
        if refusal.status != _UNPROCESSABLE or confirming:
            raise
        add_refusal(form, refusal)
    return draw(request, "lists/import.jinja", {"form": form, "known": known_lists()}, form)


def _checked(given: Import, raw: bytes, form: HeadForm) -> dict[str, object]:
    entries, found = given.file.entries, difference(given)
    return {
        "given": given,
        "head": given.file.head,
        "count": len(entries),
        "top": sum(not each.parent for each in entries),
        "languages": sorted({tag for each in entries for tag in each.names}),
        "item_columns": _ITEMS,
        "items": [_item(each) for each in entries[:MOST_SHOWN]],
        "more": max(len(entries) - MOST_SHOWN, 0),
        "change_columns": _CHANGES,
        "changes": [] if found is None else _changed(found)[:MOST_SHOWN],
        "counts": () if found is None else [(say(VERSIONS[kind]), n) for kind, n in found.counts.items()],
        "replaced": [each.code for each in replaced_by(given)],
        "fault_columns": _FAULTS,
        "faults": [_fault(each) for each in given.file.faults],
        "kept": kept(raw),
        "sent": [(name, value) for name in form.fields if name != _FILE for value in _values(form, name)],
    }


def _values(form: HeadForm, name: str) -> list[str]:
    """What was sent for a field, to travel through the page that shows what it would do."""
    return [str(value) for value in form.data.getlist(name)]  # type: ignore[attr-defined]  # a form that was sent has a query's data


def _item(entry: Entry) -> list[object]:
    return [entry.code, entry.parent or "–", entry_name(entry)]


def _changed(found: Comparison) -> list[list[object]]:
    """Everything but what stays the same."""
    return [
        [
            say(VERSIONS[each.kind]),
            _names(each.left),
            _names(each.right),
            basis_of(each),
        ]
        for each in found.changes
        if each.kind != "same"
    ]


def _names(entries: tuple[Entry, ...]) -> str:
    return tr("；", "; ").join(f"{each.code} {entry_name(each)}" for each in entries) or "–"


def _fault(fault: Fault) -> list[object]:
    return [fault.line or "–", fault.column or "–", fault.value or "–", say(fault.sentence)]
