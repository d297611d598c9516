"""Posting somebody to an agency, and ending a posting."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.models import Act
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.reasons import posting_told
from coretech.apps.people.finding import find_posting, person_numbered
from coretech.apps.people.letters import KINDS
from coretech.apps.people.models import Posting
from coretech.apps.people.operations import end_posting, post_person
from coretech.apps.people.queries import all_agencies
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.accounts.forms import LastForm, PostForm
from coretech.web.accounts.words import trail
from coretech.web.acting import acting
from coretech.web.bodies.answers import Answers, Dialogue, Shown, hold_dialogue
from coretech.web.sending import done
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import say, tr

_POSTED = Sentence("職務已登錄，並通知本人。", "The posting is entered, and the person told.")
_ENDED = Sentence("職務的最後一日已登錄。", "The posting's last day is entered.")


@require_http_methods(["GET", "HEAD", "POST"])
def posting_new(request: HttpRequest, person_id: int) -> HttpResponse:
    """Which agency, which post, from when."""
    by = acting(request)
    allow(by, Action.POST_PEOPLE)
    person = person_numbered(person_id)
    post_person.check(by, person)
    form = PostForm(request.POST or None, by=by, agency=request.GET.get("agency", ""))

    def write() -> Act:
        return post_person.post_person(by, person.pk, form.post())

    dialogue: Dialogue[Act] = Dialogue(
        body=None,
        title=Sentence(f"登錄職務：{person.name_zh}", f"Post {person.name_en} to an agency"),
        foresee=lambda: rehearsed(write),
        show=lambda _: Shown(_answers(form.post())),
        write=write,
        done=lambda _: done(request, _POSTED, "agency_people", form.post().agency),
        lead=Sentence(
            "自起日起，帳號即可辦理該機關的事項。",
            "From the first day on the account may do what the post does.",
        ),
        trail=trail(),
    )
    return hold_dialogue(request, form, dialogue)


@require_http_methods(["GET", "HEAD", "POST"])
def posting_end(request: HttpRequest, posting_id: int) -> HttpResponse:
    """The last day served."""
    by = acting(request)
    allow(by, Action.POST_PEOPLE)
    posting = find_posting(posting_id)
    end_posting.check(by, posting)
    form = LastForm(request.POST or None, initial={"last": by.today})

    def write() -> Act:
        return end_posting.end_posting(by, posting.pk, form.cleaned_data["last"])

    dialogue: Dialogue[Act] = Dialogue(
        body=None,
        title=Sentence(f"結束職務：{posting.person.name_zh}", f"End the posting of {posting.person.name_en}"),
        foresee=lambda: rehearsed(write),
        show=lambda _: Shown(
            [
                (Sentence("職務", "Posting"), say(posting_told(posting, by.today))),
                (Sentence("最後一日", "Last day"), both_dates(form.cleaned_data["last"])),
            ]
        ),
        write=write,
        done=lambda _: done(request, _ENDED, "agency_people", posting.agency.code),
        lead=posting_told(posting, by.today),
        trail=trail(),
    )
    return hold_dialogue(request, form, dialogue)


def _answers(given: post_person.Post) -> Answers:
    agency = all_agencies().get(code=given.agency)
    return [
        (Sentence("機關", "Agency"), say(agency.name_on(given.start))),
        (Sentence("職務", "Post"), say(KINDS[Posting.Kind(given.kind)])),
        (Sentence("起日", "First day"), both_dates(given.start)),
        (Sentence("迄日", "Last day"), tr("未定", "Open") if given.end is None else both_dates(given.end)),
    ]
