"""The portfolios of one's agency, and uploading one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.finds.portfolios import readable, require_judge, require_screener
from coretech.apps.inventory.operations import upload_portfolio as uploading
from coretech.apps.people.queries import agencies_on
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.finds.words import STATES
from coretech.web.sending import attempt, done, draw, row_of
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.utils.datastructures import MultiValueDict

_UPLOADED = Sentence("檔案已上傳，請指定各欄的內容。", "The file is uploaded; say now what its columns hold.")
_COLUMNS = (
    Column(Sentence("計畫組合", "Portfolio")),
    Column(Sentence("機關", "Agency")),
    Column(Sentence("上傳日", "Uploaded")),
    Column(Sentence("狀態", "State")),
    Column(Sentence("計畫數", "Projects"), numeric=True),
)


class UploadForm(forms.Form):
    """The file, and how it is to be treated."""

    title = forms.CharField(
        label=both("名稱", "Title"),
        help_text=both("例如：113年度補助計畫", "Such as: projects funded in 2024"),
        max_length=uploading.LONGEST_TITLE,
    )
    file = forms.FileField(
        label=both("檔案（CSV、ODS、JSONL或Parquet）", "The file: CSV, ODS, JSON Lines or Parquet"),
        help_text=both(
            "一列一件計畫，至少有編號及名稱；有摘要比對較準。最大50MB、10萬列。",
            "One row a project, with an id and a title at least; an abstract makes the match better. "
            "At most 50 MB and 100,000 rows.",
        ),
        allow_empty_file=True,
    )
    confidential = forms.BooleanField(
        label=both(
            "含機密計畫：僅本機關承辦人及指名的委員可閱覽，須已簽保密協議",
            "It holds confidential projects: only the agency's officers and members named open it, having signed",
        ),
        required=False,
    )
    foreign = forms.BooleanField(
        label=both("也與外國清單比對", "Compare it with foreign lists as well"), required=False
    )

    def __init__(
        self,
        by: Acting,
        data: Mapping[str, object] | None = None,
        files: "MultiValueDict[str, UploadedFile[Any]] | None" = None,
    ) -> None:
        """Offer the agencies this person screens for."""
        super().__init__(data, files)
        own = [each for each in agencies_on(by.today) if each.code in by.standing.agencies]
        self.fields["agency"] = forms.ChoiceField(
            label=both("機關", "Agency"), choices=[(each.code, say(each.name_on(by.today))) for each in own]
        )


@require_safe
def portfolios(request: HttpRequest) -> HttpResponse:
    """The portfolios this reader may know of, and why one does not open."""
    by = acting(request)
    require_judge(by)
    context = {
        "columns": _COLUMNS,
        "rows": [
            (each, refusal, each.round.agency.name_on(by.today), STATES[each.State(each.state)])
            for each, refusal in readable(by)
        ],
        "may_upload": refusal_of(require_screener, by) is None,
    }
    return draw(request, "finds/portfolios.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
def portfolio_new(request: HttpRequest) -> HttpResponse:
    """Upload a file; its columns are named on the next page."""
    by = acting(request)
    require_screener(by)
    form = UploadForm(by, request.POST, request.FILES) if request.method == "POST" else UploadForm(by)
    if form.is_bound:
        act = attempt(
            form, lambda: uploading.upload_portfolio(by, form.cleaned_data["agency"], _upload(form))
        )
        if act is not None:
            return done(request, _UPLOADED, "portfolio_columns", row_of(act))
    return draw(request, "finds/new.jinja", {"form": form}, form)


def _upload(form: UploadForm) -> uploading.Upload:
    file = form.cleaned_data["file"]
    return uploading.Upload(
        form.cleaned_data["title"],
        str(file.name),
        bytes(file.read()),
        form.cleaned_data["confidential"],
        form.cleaned_data["foreign"],
    )
