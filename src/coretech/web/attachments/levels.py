"""How secret each part and attachment of a case is, and setting it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import set_level as operation
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.attachments import listed_attachments
from coretech.apps.meetings.dossier import seen
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.attachments.forms import why_field
from coretech.web.attachments.words import level_choices, level_tag
from coretech.web.cases.forms import SeenForm
from coretech.web.cases.words import part_name
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import both, say, tr

_SET = Sentence("保密等級已調整。", "The level of secrecy has been set.")
_FILE = "file-"


class LevelForm(SeenForm):
    """What gets which level, and why."""

    target = forms.ChoiceField(label=both("調整哪一項", "Which part or file"), widget=forms.RadioSelect)
    level = forms.ChoiceField(
        label=both("改為", "New level"), widget=forms.RadioSelect, choices=level_choices
    )
    why = why_field("調整理由", "Why it changes")

    def chosen(self) -> operation.Target:
        """The part's name, or the attachment's number; for a valid form."""
        target = self.words("target")
        return int(target.removeprefix(_FILE)) if target.startswith(_FILE) else target


@require_http_methods(["GET", "HEAD", "POST"])
def case_levels(request: HttpRequest, reference: str) -> HttpResponse:
    """Each part and file the reader may open with its level; for the Office and the case's agencies."""
    by = acting(request)
    case = find_case(by, reference)
    operation.check(by, case)
    targets = _targets(by, case)
    form = LevelForm(sent(request), initial={"seen": case.lock})
    form.fields["target"] = forms.ChoiceField(
        label=both("調整哪一項", "Which part or file"),
        widget=forms.RadioSelect,
        choices=[(key, f"{name}　{say(level.words)}") for key, name, level in targets],
    )
    if attempt(form, lambda: _set(by, case, form)):
        return done(request, _SET, "case_levels", reference)
    return draw(request, "attachments/levels.jinja", {"form": form, "case": case, "targets": targets}, form)


def _set(by: Acting, case: Case, form: LevelForm) -> Act:
    return operation.set_level(
        by,
        case.reference,
        form.chosen(),
        form.words("level"),
        why=form.words("why"),
        seen=form.version_seen,
    )


def _targets(by: Acting, case: Case) -> list[tuple[str, str, Tag]]:
    """What may get a level, by the key of its choice; what is closed to the reader is not even named."""
    view = seen(by, case)
    parts = [
        (name, say(part_name(name)), level_tag(view.parts[name].level))
        for name in PARTS
        if name in view.parts and view.part(name).is_yes
    ]
    files = [each.attachment for each in listed_attachments(by, case) if each.opens]
    return parts + [
        (
            f"{_FILE}{file.pk}",
            tr(f"{file.title}，第{file.version}版", f"{file.title}, version {file.version}"),
            level_tag(file.level),
        )
        for file in files
    ]
