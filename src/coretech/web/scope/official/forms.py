"""The questions an official question is put together from, one a page."""

from collections.abc import Mapping

from django import forms

from coretech.apps.scope.asked import (
    LONGEST_DESCRIPTION,
    LONGEST_FIGURES,
    LONGEST_NAME,
    LONGEST_SECRET,
    AskedOf,
)
from coretech.apps.scope.models import Question as Row
from coretech.engines.scoping.marks import marks_in
from coretech.kit.sentence import Sentence
from coretech.web.scope.official.words import ASKERS
from coretech.web.shell.questions import AgencyForm, Question, SenderFields, Sent
from coretech.web.shell.words import both, say, tr


class TechnologyForm(Question):
    """One technology: open words, figures, what it may fall under, and what is secret of it."""

    short = Sentence("技術", "Technology")
    name = forms.CharField(label=both("技術名稱", "Name of the technology"), max_length=LONGEST_NAME)
    description = forms.CharField(
        label=both("說明（不含機密）", "Description, without secrets"),
        help_text=both(
            "是什麼、做什麼用、與清單項目相近之處。主管機關的承辦人都看得到；機密請寫在下面的加密欄位。",
            "What it is, what it is for, how it comes near an item. All officers of the authority can read it; "
            "put secrets into the sealed field below.",
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST_DESCRIPTION,
    )
    figures = forms.CharField(
        label=both("規格數值（選填）", "Figures (optional)"),
        help_text=both(
            "一行一項並寫明單位，例如「頻率：30 GHz」。",
            "One a line, each with its unit, such as “frequency: 30 GHz”.",
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_FIGURES,
        required=False,
    )
    secret = forms.CharField(
        label=both("機密說明（選填，加密保存）", "What is secret of it (optional, kept sealed)"),
        help_text=both(
            "以這件詢問專用的金鑰加密；只有獲指名、已簽保密協議並申報無利益關係的人打得開，每次開啟都留下紀錄。",
            "Sealed under a key of this question alone. It opens only to people named to the question who have signed "
            "the agreement and declared no interest, and every opening is on the log.",
        ),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        max_length=LONGEST_SECRET,
        required=False,
    )

    def __init__(
        self, data: Sent, *, place: int, listed: Mapping[int, str], initial: Mapping[str, str] | None = None
    ) -> None:
        """Offer the list, twice: a technology may come near two items."""
        super().__init__(data, prefix=f"t{place}", initial=dict(initial or {}))
        self._listed = listed
        names = [(str(number), name) for number, name in listed.items()]
        unsure = ("", both("不確定", "I am not sure"))
        self.fields["item"] = forms.ChoiceField(
            label=both("可能屬於清單第幾項？", "Which item may it fall under?"),
            choices=[unsure, *names],
            required=False,
        )
        none = ("", both("沒有", "None"))
        self.fields["other_item"] = forms.ChoiceField(
            label=both("還可能屬於哪一項？（選填）", "Another item it may fall under (optional)"),
            choices=[none, *names],
            required=False,
        )
        self._marks = _marks(self)
        if self._marks:
            self.fields["no_secrets"] = forms.BooleanField(
                label=both(
                    "我確認上面的說明與數值不含機密", "There is no secret in the description and figures"
                ),
                required=False,
            )
        self.order_fields(["name", "description", "figures", "no_secrets", "item", "other_item", "secret"])

    def clean(self) -> dict[str, object]:
        """Warn of marks of secrecy in the open words, before anything is sent."""
        if self._marks and not self.cleaned_data.get("no_secrets"):
            words = "」「".join(self._marks)
            self.add_error(
                "description",
                both(
                    f"說明中有「{words}」等字樣。請將機密移到加密欄位；確認不含機密者，請勾選下方的確認。",
                    f"There are words such as “{words}”. Move what is secret to the sealed field, or confirm below.",
                ),
            )
        return self.cleaned_data

    def asked(self) -> AskedOf:
        """The technology, for the operation; for a valid form."""
        said = self.cleaned_data
        items = tuple(dict.fromkeys(int(said[field]) for field in ("item", "other_item") if said[field]))
        return AskedOf(said["name"], said["description"], said["figures"], items, said["secret"])

    def answers(self) -> list[str]:
        """The words; of the secret only how long it is."""
        asked = self.asked()
        sealed = tr(f"加密說明：{len(asked.secret)}字", f"Sealed: {len(asked.secret)} characters")
        items = [self._listed[number] for number in asked.items]
        shown = [asked.name, asked.description, asked.figures, *items]
        return [each for each in shown if each] + ([sealed] if asked.secret else [])


def _marks(form: TechnologyForm) -> list[str]:
    """The marks of secrecy in the open words that were sent, each once."""
    texts = [str(form.data.get(form.add_prefix(field), "")) for field in ("name", "description", "figures")]
    return list(dict.fromkeys(mark.words for text in texts for mark in marks_in(text)))


class AuthorityForm(AgencyForm):
    """Which agency should answer: asked only where the items do not say."""

    label = both("請哪個機關答覆？", "Which agency should answer?")
    help_text = both(
        "不確定時請選國家科學及技術委員會；不屬其主管的，會移送主管機關。",
        "If you are not sure, choose the National Science and Technology Council; "
        "what belongs to another authority is transferred.",
    )


class SenderForm(SenderFields):
    """Who asks, and where the answer goes."""

    short = Sentence("詢問人", "Who asks")
    asker = forms.ChoiceField(
        label=both("您代表誰詢問？", "Who do you ask for?"),
        choices=[(kind.value, both(words.zh, words.en)) for kind, words in ASKERS.items()],
        widget=forms.RadioSelect,
    )
    field_order = ("asker", "sender", "organisation", "contact")

    def __init__(self, data: Sent) -> None:
        """Say when an organisation is named, and who will read the address."""
        super().__init__(data)
        self.fields["organisation"].label = both("機構名稱（個人免填）", "Organisation (none for a person)")
        self.fields["contact"].help_text = both(
            "收件確認、補充說明與答覆的通知寄到這裡；只有主管機關與關鍵技術辦公室看得到。",
            "The receipt, questions back and word of the answer go there; only the authority and the Office see it.",
        )

    def clean_organisation(self) -> str:
        """Nobody asks for an organisation without a name."""
        given = str(self.cleaned_data["organisation"]).strip()
        if not given and self.cleaned_data.get("asker") in set(Row.Asker.values) - {Row.Asker.PERSON.value}:
            raise forms.ValidationError(both("請填寫機構名稱。", "Give the organisation’s name."))
        return given

    def answers(self) -> list[str]:
        """Who asks."""
        said = self.cleaned_data
        kind = say(ASKERS[Row.Asker(said["asker"])])
        return [each for each in (kind, said["sender"], said["organisation"], said["contact"]) if each]
