"""What the steps on accounts ask."""

from collections.abc import Mapping

from django import forms

from coretech.apps.accounts.locking import LONGEST_REASON
from coretech.apps.accounts.models import Account
from coretech.apps.accounts.naming import LONGEST_ADDRESS, LONGEST_NAME
from coretech.apps.audit.acting import Acting
from coretech.apps.people.letters import KINDS as POSTS
from coretech.apps.people.models import Person
from coretech.apps.people.naming import LONGEST_NAME as LONGEST_PERSON
from coretech.apps.people.operations.change_details import Details
from coretech.apps.people.operations.open_account import Opening
from coretech.apps.people.operations.post_person import Post
from coretech.apps.people.queries import agencies_on, people_without_account
from coretech.web.accounts.words import LANGUAGES
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say, upfirst

Data = Mapping[str, object] | None
_LANGUAGES = [(code, both(words.zh, words.en)) for code, words in LANGUAGES.items()]


def _names(*, required: bool) -> tuple[forms.CharField, forms.CharField]:
    zh = forms.CharField(label=both("姓名", "Name in Chinese"), max_length=LONGEST_PERSON, required=required)
    en = forms.CharField(
        label=both("英文姓名（選填）", "Name in English (optional)"),
        max_length=LONGEST_PERSON,
        required=False,
    )
    return zh, en


def _email() -> forms.CharField:
    return forms.CharField(
        label=both("電子郵件", "E-mail address"),
        help_text=both(
            "設定密碼的連結與通知寄到這裡；使用單一登入時，須與登入系統所登記的相同。",
            "The link to set a password and notices go there. For single sign-on it must be the one known there.",
        ),
        max_length=LONGEST_ADDRESS,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class OpenForm(forms.Form):
    """Whom the account is for, and how it is called and reached."""

    person = forms.ChoiceField(required=False)
    name_zh, name_en = _names(required=False)
    username = forms.CharField(
        label=both("帳號名稱", "Account name"),
        help_text=both("登入時使用；開立後不能更改。", "For signing in; it cannot be changed later."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    email = _email()
    language = forms.ChoiceField(
        label=both("通知語言", "Language of mails"),
        choices=_LANGUAGES,
        widget=forms.RadioSelect,
        initial="zh-hant",
    )

    def __init__(self, data: Data, *, person: str = "") -> None:
        """Offer those on record who have no account."""
        super().__init__(data, initial={"person": person})
        waiting = [(str(each.pk), f"{say(each.name)} (#{each.pk})") for each in people_without_account()]
        self.fields["person"] = forms.ChoiceField(
            label=both("為誰開立？", "Whom is it for?"),
            help_text=both(
                "已聘任的委員等人員請在此選擇，姓名不必再填。",
                "Choose somebody on record, such as a member appointed already; then leave the names empty.",
            ),
            choices=[("", both("新的人員，姓名填於下方", "Somebody new, named below")), *waiting],
            required=False,
        )

    def opening(self) -> Opening:
        """The account to open; for a valid form."""
        given = self.cleaned_data
        person = int(given["person"]) if given["person"] else None
        return Opening(
            given["username"], given["email"], given["language"], given["name_zh"], given["name_en"], person
        )


class DetailsForm(forms.Form):
    """Name, address and language of an account; ``seen`` is the version they were read from."""

    name_zh, name_en = _names(required=True)
    email = _email()
    language = forms.ChoiceField(
        label=both("通知語言", "Language of mails"), choices=_LANGUAGES, widget=forms.RadioSelect
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Data, *, account: Account, person: Person | None) -> None:
        """Start from what is on record; an account without a person has no name."""
        names = {} if person is None else {"name_zh": person.name_zh, "name_en": person.name_en}
        known = {"email": account.email, "language": account.language, "seen": account.lock}
        super().__init__(data, initial=known | names)
        if person is None:
            del self.fields["name_zh"], self.fields["name_en"]

    def details(self) -> Details:
        """What the account is to say; for a valid form."""
        given = self.cleaned_data
        return Details(given["email"], given["language"], given.get("name_zh", ""), given.get("name_en", ""))


class WhyForm(forms.Form):
    """The reason, which stays on record; ``seen`` is the version of the account it was given for."""

    why = forms.CharField(
        label=both("理由", "Why"),
        help_text=both(
            "留在紀錄中，例如「調職」。", "It stays on record; for example “moved to another post”."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_REASON,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class PostForm(forms.Form):
    """Where to, as what, from when and until when."""

    agency = forms.ChoiceField()
    kind = forms.ChoiceField(
        label=both("職務", "Post"),
        help_text=both(
            "承辦人辦理本機關的盤點、案件與請求；公告承辦人只設在行政院（第6條）；"
            "計畫管考承辦人管考機關主管的計畫；核章主管核定本機關的填報。",
            "An officer does the agency's inventory, cases and requests; "
            "an announcer sits at the Executive Yuan (art. 6); a plan controller checks the plans the agency controls; "
            "a signing head signs what the agency reports.",
        ),
        choices=[(kind.value, both(words.zh, upfirst(words.en))) for kind, words in POSTS.items()],
        widget=forms.RadioSelect,
        initial="officer",
    )
    start = DayField(label=both("起日", "First day"))
    end = DayField(label=both("迄日（選填）", "Last day (optional)"), required=False)

    def __init__(self, data: Data, *, by: Acting, agency: str = "") -> None:
        """Offer the agencies of today."""
        super().__init__(data, initial={"agency": agency, "start": by.today})
        offered = [(each.code, say(each.name_on(by.today))) for each in agencies_on(by.today)]
        self.fields["agency"] = forms.ChoiceField(
            label=both("機關", "Agency"), choices=[("", both("請選擇", "Choose")), *offered]
        )
        self.order_fields(["agency", "kind", "start", "end"])

    def post(self) -> Post:
        """The post; for a valid form."""
        given = self.cleaned_data
        return Post(given["agency"], given["kind"], given["start"], given["end"])


class LastForm(forms.Form):
    """The last day of a posting."""

    last = DayField(label=both("最後一日", "Last day"))
