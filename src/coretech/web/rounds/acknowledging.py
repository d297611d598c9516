"""The Office's word that a report came in."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from coretech.apps.inventory.operations.acknowledge_round import acknowledge_round
from coretech.apps.inventory.yearly.rounds import find_round
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.rounds.stepping import seen_in
from coretech.web.sending import done

_RECEIVED = Sentence("已確認收悉，並通知機關。", "Acknowledged; the agency is told.")


@require_POST
def round_acknowledge(request: HttpRequest, round_id: int) -> HttpResponse:
    """Acknowledge the report and go back to the round."""
    by = acting(request)
    round_ = find_round(by, round_id)
    seen = seen_in(request)
    once(lambda: acknowledge_round(by, round_.pk, seen))
    return done(request, _RECEIVED, "round", round_.pk)
