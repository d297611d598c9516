"""Tables of patents and of trade: manifest, problems, and whom they count for; taking one in is the Office's."""

import io
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.watch.access import allow_defining, allow_keeping, keeps
from coretech.apps.watch.counts.codes import codes_of, versions
from coretech.apps.watch.counts.tables import counts_for, find_table, tables
from coretech.apps.watch.counts.taking_in_tables import Kind, take_table, told_columns
from coretech.apps.watch.models import KeptTable
from coretech.apps.watch.operations.keep_table import About, keep_table
from coretech.apps.watch.operations.name_codes import Named, name_codes
from coretech.apps.watch.queries import find_technology
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, row_of
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.watch.table_forms import CodesForm, TableForm
from coretech.web.watch.table_words import COVERAGE, KINDS, MEANINGS, table_link
from coretech.web.watch.words import technology_link

_TAKEN = Sentence("表已收錄。", "The table is taken in.")
_NAMED = Sentence("代碼已更新。", "The codes are recorded.")
_TABLES = (
    Column(Sentence("來源", "Source")),
    Column(Sentence("種類", "Of what")),
    Column(Sentence("為哪項技術", "For which technology")),
    Column(Sentence("取得日", "Taken on")),
    Column(Sentence("計入", "Counted"), numeric=True),
    Column(Sentence("問題", "Problems"), numeric=True),
)
_COLUMNS = (Column(Sentence("意義", "Meaning")), Column(Sentence("檔案的欄名", "Heading in the file")))
_PROBLEMS = (Column(Sentence("行", "Line")), Column(Sentence("問題", "Problem")))
_VERSIONS = (
    Column(Sentence("版本", "Version"), numeric=True),
    Column(Sentence("專利分類", "Classes")),
    Column(Sentence("貨品號列", "Goods")),
    Column(Sentence("理由", "Why")),
    Column(Sentence("登錄", "Recorded")),
)


@require_safe
def watch_tables(request: HttpRequest) -> HttpResponse:
    """Every table. Public."""
    context = {
        "columns": _TABLES,
        "rows": [_row(each) for each in tables()],
        "keeps": keeps(acting(request)),
    }
    return draw(request, "watch/tables.jinja", context)


@require_safe
def watch_table(request: HttpRequest, watch_table: int) -> HttpResponse:
    """One table: where it is from, how it was read, what is wrong with it, and which technologies it counts for."""
    table = find_table(watch_table)
    context = {
        "table": table,
        "kind": KINDS[Kind(table.kind)],
        "about": _about(table),
        "meaning_columns": _COLUMNS,
        "meanings": [[say(MEANINGS[meaning]), heading] for meaning, heading in table.columns.items()],
        "problem_columns": _PROBLEMS,
        "problems": [[line, tr(zh, en)] for line, zh, en in table.listed],
        "counts_for": _counts_for(table),
    }
    return draw(request, "watch/table.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
def watch_table_new(request: HttpRequest) -> HttpResponse:
    """Take in a table. For the Office; how it was read is said on its page."""
    by = acting(request)
    allow_keeping(by)
    form = TableForm(request.POST or None, request.FILES or None, initial={"dated": by.today})
    act = attempt(form, partial(_take, by, form)) if form.is_bound else None
    if act is not None:
        return done(request, _TAKEN, "watch_table", row_of(act))
    return draw(request, "watch/table_new.jinja", {"form": form}, form)


@require_http_methods(["GET", "HEAD", "POST"])
def watch_codes(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Say by which classes and goods a technology is counted; for those who define technologies."""
    by = acting(request)
    allow_defining(by)
    technology = find_technology(watch_code)
    now = codes_of(technology)
    initial = {"classes": ", ".join(now.classes), "goods": ", ".join(now.goods), "seen": now.number}
    form = CodesForm(request.POST or None, initial=initial)
    if form.is_bound and attempt(form, partial(_name, by, technology.code, form)) is not None:
        return done(request, _NAMED, "watch_technology", technology.code)
    context = {
        "technology": technology,
        "form": form,
        "version_columns": _VERSIONS,
        "versions": [
            [
                each.number,
                ", ".join(each.classes) or "–",
                ", ".join(each.goods) or "–",
                each.why,
                both_dates(each.at),
            ]
            for each in versions(technology)
        ],
    }
    return draw(request, "watch/codes.jinja", context, form)


def _take(by: Acting, form: TableForm) -> Act:
    given = form.cleaned_data
    file = given["file"]
    zh, en = given["note_zh"].strip(), given["note_en"].strip()
    about = About(
        given["source"],
        given["dated"],
        given["query"],
        given["technology"],
        given["unit"],
        Sentence(zh or en, en or zh) if zh or en else None,
    )
    told = told_columns(given["column"].splitlines())
    content = io.BytesIO(bytes(file.read()))
    return keep_table(
        by, take_table(Kind(given["kind"]), str(file.name), content, by.today.year, told), about
    )


def _name(by: Acting, code: str, form: CodesForm) -> Act:
    given = form.cleaned_data
    return name_codes(by, code, Named(given["classes"], given["goods"], given["why"], given["seen"]))


def _row(table: KeptTable) -> list[object]:
    of = tr("各技術", "each") if table.technology is None else technology_link(table.technology)
    counted = next(iter(table.coverage.values()))
    said = [table_link(table, table.source), say(KINDS[Kind(table.kind)]), of]
    return [*said, table.dated.isoformat(), f"{counted:,}", f"{table.problems:,}"]


def _about(table: KeptTable) -> list[tuple[Sentence, object]]:
    technology = table.technology
    return [
        (Sentence("來源", "Source"), table.source),
        (Sentence("檢索式", "Query"), table.query or tr("未載明", "not told")),
        (Sentence("取得日", "Taken on"), both_dates(table.dated)),
        (
            Sentence("為哪項技術", "For which technology"),
            tr("不限：各技術依代碼計算", "none: each technology by its codes")
            if technology is None
            else technology_link(technology),
        ),
        *(
            [(Sentence("金額單位", "Unit of values"), table.unit or tr("未載明", "not told"))]
            if _is_trade(table)
            else []
        ),
        *((COVERAGE[name], f"{many:,}") for name, many in table.coverage.items()),
        (
            Sentence("檔案", "File"),
            tr(f"{table.name}（{table.size:,}位元組）", f"{table.name} ({table.size:,} bytes)"),
        ),
        (Sentence("檔案雜湊值（SHA-256）", "Hash of the file (SHA-256)"), table.sha256),
        (Sentence("讀取程式", "Read by"), f"coretech {table.version}"),
    ]


def _is_trade(table: KeptTable) -> bool:
    return table.kind == Kind.TRADE


def _counts_for(table: KeptTable) -> list[Markup]:
    """The technologies that pages show by this table now, each leading to what is counted."""
    page = "watch_trade" if _is_trade(table) else "watch_patents"
    return [technology_link(each, page=page) for each in counts_for(table)]
