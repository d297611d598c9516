"""Filing a paper: which file, for what, and how secret."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations import file_paper as operation
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.meetings.words import title_of
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.words import both, say, tr

_FILED = Sentence("文件已加密保存。", "The paper is sealed and filed.")
WHOLE, OPEN, CONFIDENTIAL = "", "open", "confidential"


class PaperForm(forms.Form):
    """The paper as it is handed in."""

    title = forms.CharField(
        label=both("文件名稱", "Title"),
        help_text=both(
            "與現有文件同名者，成為其新版本。",
            "A title that is there already takes this file as its next version.",
        ),
        max_length=operation.LONGEST_TITLE,
    )
    item = forms.TypedChoiceField(
        label=both("屬於哪一案", "For which item"), required=False, coerce=int, empty_value=None
    )
    secrecy = forms.ChoiceField(
        label=both("公開程度", "Who may read it"),
        widget=forms.RadioSelect,
        initial=CONFIDENTIAL,
        choices=[
            (
                CONFIDENTIAL,
                both(
                    "機密：簽署保密協議、已申報且不必迴避的與會者",
                    "Confidential: those of the meeting who signed, declared, and are not recused",
                ),
            ),
            (OPEN, both("一般：得閱覽本次會議的人", "Open: everybody who may read about this meeting")),
        ],
    )
    file = forms.FileField(
        label=both("檔案", "File"),
        help_text=both(
            "PDF、ODT、ODS、ODP、PNG、JPEG、UTF-8 的 CSV 或純文字，50 MB 以內；不得有巨集、密碼或附檔。",
            "PDF, ODT, ODS, ODP, PNG, JPEG, UTF-8 text or CSV, up to 50 MB; no macros, passwords or files inside.",
        ),
        max_length=1000,
    )

    def __init__(self, request: HttpRequest, meeting: Meeting) -> None:
        """Bind what was sent, and offer the meeting's items."""
        sent = request.method == "POST"
        super().__init__(request.POST if sent else None, request.FILES if sent else None)
        items = [(item.pk, f"{_order(item.order)} {say(item.title)}") for item in queries.agenda_of(meeting)]
        field = self.fields["item"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(WHOLE, tr("整場會議", "The whole meeting")), *items]

    def handed(self) -> operation.Handed:
        """The paper; for a valid form."""
        given = self.cleaned_data
        return operation.Handed(
            title=given["title"],
            file_name=given["file"].name,
            content=given["file"].read(),
            item=given["item"],
            confidential=given["secrecy"] == CONFIDENTIAL,
        )


@require_http_methods(["GET", "HEAD", "POST"])
def paper_new(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """One form; the file is looked into, sealed, and filed."""
    by = acting(request)
    meeting = queries.find_meeting(by, meeting_id)
    allow_on(by, meeting.body, Action.FILE_PAPER)
    form = PaperForm(request, meeting)
    if attempt(form, lambda: operation.file_paper(by, meeting.pk, form.handed())) is not None:
        return done(request, _FILED, "papers", meeting.pk)
    context = {
        "form": form,
        "meeting": meeting,
        "title": title_of(meeting),
        "refusal": refusal_of(operation.check, by, meeting),
    }
    return draw(request, "meetings/paper_new.jinja", context, form)


def _order(order: int) -> str:
    return tr(f"第{order}案", f"Item {order}:")
