"""The forms of tables: a file of patents or of trade to take in, and the codes a technology is counted by."""

from collections.abc import Callable

from django import forms

from coretech.apps.watch.counts.codes import sound_classes, sound_goods, written_codes
from coretech.apps.watch.models import KeptTable
from coretech.apps.watch.operations.define_technology import LONGEST_WHY
from coretech.apps.watch.operations.keep_table import LONGEST
from coretech.apps.watch.queries import technologies
from coretech.kit.refusal import Refused
from coretech.web.shell.day_field import DayField
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both, say, tr
from coretech.web.watch.forms import NoteFields

_MOST = 2000


def _technologies() -> list[tuple[str, str]]:
    names = [(each.code, say(each.name)) for each in technologies()]
    return [("", tr("不限：各技術依代碼計算", "none: each technology by its codes")), *names]


class TableForm(NoteFields):
    """A file of patents or of trade, and what nobody can read from it."""

    kind = forms.ChoiceField(
        label=both("是什麼表", "What it is a table of"),
        choices=[
            (
                KeptTable.Kind.PATENTS,
                both("專利（PATSTAT、Lens 等）", "Patents (PATSTAT, Lens and the like)"),
            ),
            (KeptTable.Kind.TRADE, both("貿易（Comtrade、BACI、海關）", "Trade (Comtrade, BACI, customs)")),
        ],
        widget=forms.RadioSelect,
    )
    file = forms.FileField(
        label=both("檔案", "The file"),
        help_text=both(
            "CSV、JSONL、Parquet 或 ODS，可壓縮，最大50MB。更大的請用命令列 coretech snapshot patents 或 trade。",
            "CSV, JSON lines, Parquet or ODS, gzipped or not, at most 50 MB; for more use coretech snapshot patents "
            "or trade.",
        ),
        allow_empty_file=True,
    )
    source = forms.CharField(
        label=both("資料來源", "Where the data are from"),
        help_text=both("例如：The Lens、UN Comtrade", "Such as: The Lens, UN Comtrade"),
        max_length=LONGEST["source"],
    )
    dated = DayField(label=both("取得日期", "Taken from there on"))
    query = forms.CharField(
        label=both("檢索式（可空白）", "The query that gave it (may stay empty)"),
        max_length=LONGEST["query"],
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    technology = forms.ChoiceField(
        label=both("為哪項技術檢索", "Searched for which technology"),
        help_text=both(
            "選了就整份表都算這項技術的；不選則各技術依其專利分類或貨品號列計算。",
            "If one is chosen, all of the table counts for it; if none, each technology is counted by its classes or "
            "codes of goods.",
        ),
        choices=_technologies,
        required=False,
    )
    unit = forms.CharField(
        label=both("金額單位（貿易表）", "Unit of the values (for trade)"),
        help_text=both("例如：美元、千美元", "Such as: US$, thousand US$"),
        max_length=LONGEST["unit"],
        required=False,
    )
    column = forms.CharField(
        label=both("欄名對照（可空白）", "Which column means what (may stay empty)"),
        help_text=both(
            "認不出欄名時才要填，每行一個「意義=欄名」。專利：id、office、year、country、class；貿易：hs、year、reporter、"
            "partner、flow、value。",
            "Only where headings cannot be told, one MEANING=HEADING a line. Patents: id, office, year, country, "
            "class; trade: hs, year, reporter, partner, flow, value.",
        ),
        max_length=_MOST,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    field_order = (
        "kind",
        "file",
        "source",
        "dated",
        "query",
        "technology",
        "unit",
        "column",
        "note_zh",
        "note_en",
    )


class CodesForm(forms.Form):
    """Classes of patents and codes of goods, between spaces, commas or lines."""

    classes = forms.CharField(
        label=both("專利分類（CPC或IPC次類）", "Classes of patents (subclasses of CPC or IPC)"),
        help_text=both("例如 H01L, G03F；可空白。", "Such as H01L, G03F; may stay empty."),
        max_length=_MOST,
        required=False,
    )
    goods = forms.CharField(
        label=both("貨品號列（HS）", "Codes of goods (HS)"),
        help_text=both(
            "2、4、6…位數字，例如 8542, 848620；可空白。",
            "Of 2, 4, 6 … digits: 8542, 848620; may stay empty.",
        ),
        max_length=_MOST,
        required=False,
    )
    why = forms.CharField(
        label=both("更動的理由", "Why they are changed"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea({"rows": 2}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=9999)

    def clean_classes(self) -> list[str]:
        """Classes, said at their own field where they are none."""
        return self._read("classes", sound_classes)

    def clean_goods(self) -> list[str]:
        """Goods, likewise."""
        return self._read("goods", sound_goods)

    def _read(self, field: str, read: Callable[[list[str]], list[str]]) -> list[str]:
        try:
            return read(written_codes(self.cleaned_data[field]))
        except Refused as refusal:
            add_refusal(self, refusal)
            return []
