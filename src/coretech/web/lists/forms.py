"""The forms of taking in a list and of saying where a version stands."""

from django import forms

from coretech.apps.lists.models import ListStatus
from coretech.apps.lists.words import EFFECTS, STATUSES
from coretech.readers.lists.formats import LARGEST
from coretech.readers.lists.heading import LONGEST
from coretech.readers.lists.records import Head
from coretech.web.shell.words import both

_NAMES = {
    "list": both("清單代碼（同一份清單的各版本共用）", "Code of the list, which all its versions share"),
    "code": both("版本代碼（不可重複）", "Code of this version, used once"),
    "dated": both("日期，例如2024-02-12、2024-02或2024", "Dated, such as 2024-02-12, 2024-02 or 2024"),
    "country": both("國碼（兩個字母，歐盟為EU）", "Country (two letters, EU for the Union)"),
    "issuer_zh": both("發布者（中文）", "Issuer in Chinese"),
    "issuer_en": both("發布者（英文）", "Issuer in English"),
    "title_zh": both("清單名稱（中文）", "Title in Chinese"),
    "title_en": both("清單名稱（英文）", "Title in English"),
    "legal_basis_zh": both("法律依據（中文，選填）", "Legal basis in Chinese (optional)"),
    "legal_basis_en": both("法律依據（英文，選填）", "Legal basis in English (optional)"),
    "source_name": both("來源（文件、頁次）", "Source: document and page"),
    "source_url": both("來源網址（選填）", "Address of the source (optional)"),
    "note_zh": both("說明（中文，選填）", "Note in Chinese (optional)"),
    "note_en": both("說明（英文，選填）", "Note in English (optional)"),
}
_LONG = frozenset({"note_zh", "note_en"})


class HeadForm(forms.Form):
    """What is told of a version beside its file; what is left empty is taken from the file, or from the list stored."""

    status = forms.ChoiceField(
        label=both("狀態", "Status"),
        choices=[(each.value, both(STATUSES[each].zh, STATUSES[each].en)) for each in ListStatus.Status],
        initial=ListStatus.Status.IN_FORCE,
    )
    effects = forms.MultipleChoiceField(
        label=both("列入清單的效果", "What standing on it brings"),
        choices=[(code, both(words.zh, words.en)) for code, words in EFFECTS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    complete = forms.ChoiceField(
        label=both("檔案是否收錄全部項目", "Whether the file has every item"),
        choices=[
            ("", both("依檔案所載", "As the file says")),
            ("yes", both("是，全部收錄", "Yes, every item")),
            ("no", both("否，只有一部分", "No, some of them")),
        ],
        required=False,
    )
    stated_count = forms.IntegerField(
        label=both("發布者所稱項數（各層合計，選填）", "How many the issuer counts, all levels (optional)"),
        min_value=0,
        max_value=32_767,
        required=False,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Add a field for each text of a head."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever a form takes
        for name, label in _NAMES.items():
            self.fields[name] = forms.CharField(
                label=label,
                max_length=LONGEST[name],
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}) if name in _LONG else forms.TextInput,
            )
        self.order_fields(["file", "list", "code", "dated", "status", "country", *_NAMES])

    def head(self) -> Head:
        """What was told; for a valid form."""
        told = self.cleaned_data
        return Head(
            **{name: " ".join(told[name].split()) for name in _NAMES},
            effects=tuple(sorted(told["effects"])),
            complete={"yes": True, "no": False}.get(told["complete"]),
            stated_count=told["stated_count"],
        )


class ListFileForm(HeadForm):
    """The file with what is told beside it."""

    file = forms.FileField(
        label=both("清單檔案", "The file of the list"),
        help_text=both(
            f"CSV、ODS、JSON，或SKOS（Turtle、JSON-LD、RDF/XML），最大{LARGEST >> 20} MB。表格的欄位："
            "code、parent、name:zh-Hant、name:en、translated、description:en。",
            f"CSV, ODS, JSON or SKOS (Turtle, JSON-LD, RDF/XML), at most {LARGEST >> 20} MB. The columns of a table: "
            "code, parent, name:zh-Hant, name:en, translated, description:en.",
        ),
        max_length=1000,
        allow_empty_file=True,
    )


class StatusForm(forms.Form):
    """Where a version stands from a day on, and on what ground."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=10)
    status = forms.ChoiceField(
        label=both("狀態", "Status"),
        choices=[(each.value, both(STATUSES[each].zh, STATUSES[each].en)) for each in ListStatus.Status],
        widget=forms.RadioSelect,
    )
    since = forms.CharField(
        label=both(
            "自哪一天起，例如2024-02-12、2024-02或2024", "Since when, such as 2024-02-12, 2024-02 or 2024"
        ),
        max_length=10,
    )
    why = forms.CharField(
        label=both("依據", "On what ground"),
        help_text=both("例如發布者的公告與日期。", "For example the issuer's notice and its day."),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
