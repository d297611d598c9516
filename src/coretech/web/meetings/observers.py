"""Observers of a meeting: who is invited, whether they may enter, and who is in the room."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings import queries
from coretech.apps.meetings.admission import observer_ruling
from coretech.apps.meetings.models import Meeting, Observer
from coretech.apps.meetings.operations import (
    invite_observer,
    record_observers,
    record_paper_agreement,
    withdraw_invitation,
)
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.law.ruling import Ruling
from coretech.web.acting import acting, once
from coretech.web.meetings.gates import Gate, gate_of
from coretech.web.meetings.words import title_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say

INVITE, PRESENT, SIGNED, WITHDRAW = "invite", "present", "signed", "withdraw"
_AFTERWARDS = {
    INVITE: Sentence("已邀請列席。", "The invitation is recorded."),
    PRESENT: Sentence("列席情形已登錄。", "Who sits in is recorded."),
    SIGNED: Sentence("已登錄書面簽署日。", "The paper agreement is recorded."),
    WITHDRAW: Sentence("邀請已取消。", "The invitation is withdrawn."),
}


class InviteForm(forms.Form):
    """Who, from where, why, and to which item."""

    name = forms.CharField(label=both("姓名", "Name"), max_length=invite_observer.LONGEST["name"])
    organisation = forms.CharField(
        label=both("單位或團體", "Organisation"), max_length=invite_observer.LONGEST["organisation"]
    )
    why = forms.CharField(
        label=both("邀請事由", "Why they are invited"), max_length=invite_observer.LONGEST["why"]
    )
    account = forms.CharField(
        label=both("帳號（選填）", "Account (optional)"),
        help_text=both(
            "有本系統帳號者填寫，將以信件通知並請其先線上簽署。",
            "Whoever has an account here is told by mail and asked to sign first.",
        ),
        required=False,
        max_length=150,
    )
    signed_on = DayField(
        label=both("書面保密協議簽署日（選填）", "Agreement signed on paper (optional)"), required=False
    )

    def __init__(self, data: QueryDict | None, meeting: Meeting) -> None:
        """Offer the whole meeting, and each of its items."""
        super().__init__(data)
        choices = [("", say(Sentence("整場會議", "The whole meeting")))]
        choices += [(str(item.pk), f"{item.order}. {say(item.title)}") for item in queries.agenda_of(meeting)]
        self.fields["item"] = forms.TypedChoiceField(
            label=both("列席範圍", "For"), choices=choices, required=False, coerce=int, empty_value=None
        )

    def invitation(self) -> invite_observer.Invitation:
        """What the form gives."""
        return invite_observer.Invitation(**self.cleaned_data)


class SignedForm(forms.Form):
    """The day on one observer's paper."""

    signed_on = DayField(label=both("書面簽署日", "Signed on paper on"))


@dataclass(frozen=True, slots=True)
class Line:
    """One observer as the page draws it."""

    observer: Observer
    admission: Ruling
    withdrawing: Refused | None


@require_http_methods(["GET", "HEAD", "POST"])
def observers(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The list, for whoever invites; sent back with a step, it invites, admits, marks or strikes."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    allow_on(by, found.body, Action.INVITE_OBSERVER)
    step = request.POST.get("step", "")
    invite, paper = InviteForm(sent(request, INVITE), found), SignedForm(sent(request, SIGNED))
    if request.method == "POST" and _take(by, found, request.POST, invite, paper) is not None:
        return done(request, _AFTERWARDS[step], "observers", found.pk)
    context = {
        "meeting": found,
        "title": title_of(found),
        "lines": [_line(by, each) for each in _rows(found)],
        "form": invite,
        "paper": paper,
        "gate": gate_of(invite_observer.check, by, found),
        "presence": gate_of(record_observers.check, by, found),
    }
    return draw(request, "meetings/observers.jinja", context, invite, paper)


def _rows(found: Meeting) -> list[Observer]:
    return list(found.observers.select_related("meeting__body__agency", "person", "item__case"))


def _line(by: Acting, observer: Observer) -> Line:
    gate = gate_of(withdraw_invitation.check, by, observer) or Gate(None)
    return Line(observer, observer_ruling(observer), gate.refusal)


def _take(by: Acting, found: Meeting, given: QueryDict, invite: InviteForm, paper: SignedForm) -> Act | None:
    """Carry out the step that was sent; None where its form needs correcting."""
    ids = {str(each.pk): each.pk for each in _rows(found)}
    match given.get("step"):
        case "invite":
            return attempt(invite, lambda: invite_observer.invite_observer(by, found.pk, invite.invitation()))
        case "present":
            present = {ids.get(each, 0) for each in given.getlist("present")}
            return once(lambda: record_observers.record_observers(by, found.pk, present))
        case "signed" | "withdraw":
            chosen = ids.get(given.get("observer", ""), 0)
            if given["step"] == WITHDRAW:
                return once(lambda: withdraw_invitation.withdraw_invitation(by, chosen))
            run = record_paper_agreement.record_paper_agreement
            return attempt(paper, lambda: run(by, chosen, paper.cleaned_data["signed_on"]))
    message = "the list of observers has no such step"
    raise BadRequest(message)
