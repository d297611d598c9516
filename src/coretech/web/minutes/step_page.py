"""One step of minutes as a page: what it means, a short form, one button."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from coretech.apps.meetings.minuting.finding import newest_version
from coretech.apps.meetings.models import Minutes
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.meetings.words import title_of
from coretech.web.minutes.forms import SeenForm
from coretech.web.sending import draw


@dataclass(frozen=True, slots=True)
class StepPage:
    """A step's heading, what to know before it, and its button."""

    heading: Sentence
    lead: Sentence
    button: Sentence


def draw_step(
    request: HttpRequest, page: StepPage, found: Minutes, form: SeenForm, refusal: Refused | None
) -> HttpResponse:
    """The page, with the version and the hash that the step is about."""
    version = newest_version(found)
    context = {
        "page": page,
        "meeting": found.meeting,
        "title": title_of(found.meeting),
        "form": form,
        "refusal": refusal,
        "facts": [
            (Sentence("版次", "Version"), str(version.number)),
            (Sentence("雜湊值（SHA-256）", "SHA-256"), version.digest),
        ],
    }
    return draw(request, "minutes/step.jinja", context, form)
