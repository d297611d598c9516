"""What belongs to a technology: its versions, what each part adds, how well it hits; and defining it anew."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.register.queries import in_force
from coretech.apps.watch.access import allow_defining, defines
from coretech.apps.watch.counts.defining import KINDS
from coretech.apps.watch.counts.precision import answers, precision, sampled
from coretech.apps.watch.models import WatchedTechnology
from coretech.apps.watch.operations.define_technology import Defined, NewTechnology, define_technology
from coretech.apps.watch.operations.judge_relevance import judge_relevance
from coretech.apps.watch.queries import find_technology, newest_definition, query_text, ways_of
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say
from coretech.web.watch.forms import DefinitionForm, NewTechnologyForm, SampleForm
from coretech.web.watch.terms import kind_of, why_of, with_names

NAMES = {
    "topics": Sentence("OpenAlex 主題", "Topics of OpenAlex"),
    "words_zh": Sentence("中文關鍵詞", "Keywords in Chinese"),
    "words_en": Sentence("英文關鍵詞", "Keywords in English"),
    "without": Sentence("排除", "Left out"),
}
_DEFINED = Sentence(
    "定義已更新；下一次計算起採用。", "The definition is recorded; it is used from the next counting on."
)
_JUDGED = Sentence("判斷已登錄。", "The judgements are recorded.")
_PARTS = (
    Column(Sentence("條件", "Part")),
    Column(Sentence("種類", "Kind")),
    Column(Sentence("找到的著作", "Works it finds"), numeric=True),
    Column(Sentence("新增的著作", "Works it adds"), numeric=True),
)
_VERSIONS = (
    Column(Sentence("版本", "Version"), numeric=True),
    Column(Sentence("查詢式", "Query")),
    Column(Sentence("理由", "Why")),
    Column(Sentence("登錄", "Recorded")),
)


@require_safe
def watch_definition(request: HttpRequest, watch_code: str) -> HttpResponse:
    """The definition that counts, part by part, and those before it. Public."""
    technology = find_technology(watch_code)
    definition, counted = newest_definition(technology), sampled(technology)
    context = {
        "technology": technology,
        "definition": definition,
        "counted": counted,
        "ways": [
            (NAMES[kind], [with_names(term) for term in terms])
            for kind, terms in ways_of(definition).items()
            if terms
        ],
        "part_columns": _PARTS,
        "parts": []
        if counted is None
        else [[with_names(way), kind_of(way), *found] for way, *found in counted.parts],
        "precision": precision(definition),
        "version_columns": _VERSIONS,
        "versions": [
            [each.number, query_text(ways_of(each)), why_of(each), both_dates(each.at)]
            for each in technology.definitions.order_by("-number")
        ],
        "defines": defines(acting(request)),
    }
    return draw(request, "watch/definition.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
def watch_define(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Define a technology anew: write, check, record."""
    allow_defining(acting(request))
    technology = find_technology(watch_code)
    ways = ways_of(newest_definition(technology))
    initial = {kind: "\n".join(ways[kind]) for kind in KINDS} | {"seen": technology.newest}
    form = DefinitionForm(request.POST or None, initial=initial)
    return _written(request, form, technology, ways)


@require_http_methods(["GET", "HEAD", "POST"])
def watch_new(request: HttpRequest) -> HttpResponse:
    """Watch another technology, or the item of the list in ``?item=``: write, check, record."""
    by = acting(request)
    allow_defining(by)
    form = NewTechnologyForm(request.POST or None, initial={"seen": 0, **_of_item(by, request)})
    return _written(request, form, None, {kind: [] for kind in KINDS})


@require_http_methods(["GET", "HEAD", "POST"])
def watch_sample(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Judge the works of the sample: is each about the technology?"""
    by = acting(request)
    allow_defining(by)
    technology = find_technology(watch_code)
    counted = sampled(technology)
    if counted is None:
        raise wrong_state(
            "還沒有以現行定義計算過，沒有樣本可判斷。",
            "Nothing was counted by the definition that counts, so there is no sample to judge.",
        )
    form = SampleForm(counted, answers(counted.definition), request.POST or None)
    if (
        form.is_bound
        and attempt(form, lambda: judge_relevance(by, technology.code, form.answers())) is not None
    ):
        return done(request, _JUDGED, "watch_definition", technology.code)
    context = {"technology": technology, "counted": counted, "form": form, "works": form.works}
    return draw(request, "watch/sample.jinja", context, form)


def _written(
    request: HttpRequest,
    form: DefinitionForm,
    technology: WatchedTechnology | None,
    before: Mapping[str, list[str]],
) -> HttpResponse:
    step = request.POST.get("step", "")
    context: dict[str, object] = {"technology": technology, "form": form}
    if step == "confirm" and attempt(form, lambda: _define(request, form, technology)) is not None:
        code = technology.code if technology else form.cleaned_data["code"]
        return done(request, _DEFINED, "watch_definition", code)
    if form.is_bound and step != "change" and form.is_valid():
        ways = form.ways()
        context["changes"] = [
            (say(NAMES[kind]), _changed(ways[kind], before[kind]), _changed(before[kind], ways[kind]))
            for kind in KINDS
        ]
        return draw(request, "watch/define_check.jinja", context)
    if not form.is_bound and request.method == "POST":
        return redirect(request.path)
    return draw(request, "watch/define.jinja", context, form)


def _changed(these: list[str], those: list[str]) -> list[Markup]:
    """What is in these and not in those."""
    return [with_names(each) for each in these if each not in those]


def _of_item(by: Acting, request: HttpRequest) -> dict[str, object]:
    """What the form begins with for an item in force that somebody came from."""
    found = [each for each in in_force(by.today) if str(each.item.number) == request.GET.get("item")]
    if not found:
        return {}
    number = found[0].item.number
    return {"item": number, "code": f"TW-{number:02d}", "zh": found[0].name_zh, "en": found[0].name_en}


def _define(request: HttpRequest, form: DefinitionForm, technology: WatchedTechnology | None) -> Act:
    given = form.cleaned_data
    defined = Defined(form.ways(), given["why"], given["seen"])
    by = acting(request)
    if technology is not None:
        return define_technology(by, technology.code, defined)
    new = NewTechnology(given["zh"], given["en"], given["item"])
    return define_technology(by, given["code"], defined, new)
