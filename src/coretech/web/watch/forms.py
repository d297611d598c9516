"""The forms of the watch: what belongs to a technology, a snapshot to take in, judgements of a sample."""

from collections.abc import Mapping

from django import forms

from coretech.apps.watch.counts.defining import KINDS, lines_of, sound_ways
from coretech.apps.watch.models import Counted, Relevance
from coretech.apps.watch.operations.define_technology import LONGEST, LONGEST_WHY
from coretech.apps.watch.operations.keep_table import NOTE
from coretech.kit.refusal import Refused
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both

_ROWS = {"rows": 4}
_MOST = 12_500

ANSWERS = {
    Relevance.Answer.YES: both("相關", "Relevant"),
    Relevance.Answer.NO: both("不相關", "Not relevant"),
    Relevance.Answer.UNSURE: both("無法判斷", "Unsure"),
}


class DefinitionForm(forms.Form):
    """What belongs to a technology, a term a line."""

    topics = forms.CharField(
        label=both("OpenAlex 主題編號", "Topics of OpenAlex"),
        help_text=both(
            "每行一個，例如 T10682；主題較技術為廣時，加上必須同時出現的詞：T10020 AND teleport*。可空白。",
            "One a line, such as T10682; where a topic is wider than the technology, add a word that must be there "
            "too: T10020 AND teleport*. May stay empty.",
        ),
        widget=forms.Textarea(_ROWS),
        max_length=_MOST,
        required=False,
    )
    words_zh = forms.CharField(
        label=both("中文關鍵詞", "Keywords in Chinese"),
        help_text=both(
            "每行一個；在標題、關鍵詞與摘要中尋找。兩個詞都要出現時寫成「甲 AND 乙」。",
            "One a line, looked for in title, keywords and abstract. “A AND B” asks for both.",
        ),
        widget=forms.Textarea(_ROWS),
        max_length=_MOST,
        required=False,
    )
    words_en = forms.CharField(
        label=both("英文關鍵詞", "Keywords in English"),
        help_text=both(
            '片語加引號，例如 "quantum error correction"；字尾 * 表示後面不限，例如 qubit*。',
            'Put phrases in quotation marks: "quantum error correction". A star leaves the end open: qubit*.',
        ),
        widget=forms.Textarea(_ROWS),
        max_length=_MOST,
        required=False,
    )
    without = forms.CharField(
        label=both("排除", "Left out"),
        help_text=both(
            "每行一個；含有這些詞的著作一律不算。",
            "One a line; a work that holds one of these does not count.",
        ),
        widget=forms.Textarea(_ROWS),
        max_length=_MOST,
        required=False,
    )
    why = forms.CharField(
        label=both("更動的理由", "Why it is changed"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea({"rows": 2}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=9999)

    def ways(self) -> Mapping[str, list[str]]:
        """The terms by kind, as they were typed."""
        return {kind: lines_of(self.cleaned_data[kind]) for kind in KINDS}

    def clean(self) -> dict[str, object]:
        """Terms that cannot be read are said at their own field."""
        cleaned: dict[str, object] = super().clean() or {}
        if not self.errors:
            try:
                sound_ways({kind: lines_of(str(cleaned[kind])) for kind in KINDS})
            except Refused as refusal:
                add_refusal(self, refusal)
        return cleaned


class NewTechnologyForm(DefinitionForm):
    """A technology that is not watched yet."""

    code = forms.CharField(
        label=both("代碼", "Code"),
        help_text=both(
            "大寫英數字與連字號，例如 OWN-MICROLED。", "Capital letters, digits, hyphens: OWN-MICROLED."
        ),
        max_length=40,
    )
    zh = forms.CharField(label=both("中文名稱", "Name in Chinese"), max_length=LONGEST["zh"])
    en = forms.CharField(label=both("英文名稱", "Name in English"), max_length=LONGEST["en"])
    item = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=9999, required=False)
    field_order = ("code", "zh", "en", *KINDS, "why", "seen", "item")


class NoteFields(forms.Form):
    """What readers of a snapshot or a table should beware of, in both languages."""

    note_zh = forms.CharField(
        label=both(
            "請讀者注意（中文，可空白）", "What readers should beware of, in Chinese (may stay empty)"
        ),
        max_length=NOTE,
        required=False,
    )
    note_en = forms.CharField(
        label=both("請讀者注意（英文，可空白）", "The same in English (may stay empty)"),
        max_length=NOTE,
        required=False,
    )


class SnapshotForm(NoteFields):
    """A file of works, and what readers are told of it."""

    file = forms.FileField(
        label=both("著作檔", "The file of works"),
        help_text=both(
            "OpenAlex 的 JSONL（可 gzip）或 Parquet，或 BibTeX、RIS、CSV；最大50MB。更大的請用命令列 "
            "coretech watch ingest 再 coretech snapshot keep。",
            "JSON lines (gzipped or not) or Parquet of OpenAlex; BibTeX, RIS or CSV. At most 50 MB; for more use "
            "coretech watch ingest and coretech snapshot keep.",
        ),
        allow_empty_file=True,
    )
    source = forms.CharField(
        label=both("資料來源", "Where the works are from"),
        help_text=both("例如：OpenAlex API", "Such as: OpenAlex API"),
        max_length=300,
    )
    query = forms.CharField(
        label=both("取得資料的查詢式（可空白）", "The query that gave them (may stay empty)"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    series = forms.CharField(
        label=both("系列", "Series"),
        help_text=both(
            "同一來源、同一查詢在不同時間的快照用同一個名稱，系統會比較前後變動，例如 openalex。",
            "Snapshots of one source and query at different times share a name and are compared, such as openalex.",
        ),
        max_length=40,
        initial="openalex",
    )
    field_order = ("file", "source", "query", "series", "note_zh", "note_en")


class SampleForm(forms.Form):
    """Yes, no or unsure for each work of a sample; a work may be left open."""

    def __init__(
        self, counted: Counted, told: Mapping[str, str], data: Mapping[str, object] | None = None
    ) -> None:
        """A question for each work, with the answer it has."""
        super().__init__(data)
        self.works = {f"work_{place}": row for place, row in enumerate(counted.sample)}
        for name, row in self.works.items():
            self.fields[name] = forms.ChoiceField(
                label=str(row[1] or row[0]),
                choices=list(ANSWERS.items()),
                widget=forms.RadioSelect,
                required=False,
                initial=told.get(str(row[0])),
            )
        self._told = told

    def answers(self) -> dict[str, str]:
        """The answers that are new, by work."""
        given = {str(row[0]): self.cleaned_data[name] for name, row in self.works.items()}
        return {work: answer for work, answer in given.items() if answer and self._told.get(work) != answer}
