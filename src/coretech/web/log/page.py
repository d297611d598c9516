"""The log's page: the newest head, the keys, the witnesses, and a form that checks a proof."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.audits import counted, last_audit
from coretech.apps.audit.heads import last_head, signed_head
from coretech.apps.audit.log_keys import KeyLost, log_keys, trusted_keys
from coretech.apps.audit.models import Checkpoint
from coretech.apps.audit.published import keys_through_time, last_heads
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.audit.witnessing import cosigners, witness_key, witnesses
from coretech.engines.ledger.held import Held
from coretech.engines.ledger.verify import ProofError, check
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.sending import draw, sent
from coretech.web.shell.words import both, say

LONGEST = 200_000
HEADS = 10
"""How many of the heads that were given out are shown."""
_FAILS = Sentence("證明不成立：", "The proof does not hold: ")
_UNREADABLE = Sentence("無法讀取：", "It cannot be read: ")


class ProofForm(forms.Form):
    """A proof, pasted."""

    proof = forms.CharField(
        label=both("證明檔的內容", "What the proof's file says"),
        help_text=both(
            "由清單各項的「下載證明」取得；貼上整個檔案。",
            "Each item of the list has one to download; paste the whole file.",
        ),
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        max_length=LONGEST,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: HttpRequest) -> HttpResponse:
    """What the log is and how it is checked. Public; posted, it checks a proof."""
    by = acting(request)
    form = ProofForm(sent(request))
    held = _held(by, form)
    head, lost = _head(by)
    audited = last_audit()
    context = {
        "head": head,
        "lost": lost,
        "root": "" if head is None else bytes(head.root).hex(),
        "cosigned": [] if head is None else cosigners(head),
        "keys": keys_through_time(log_keys(by.at)),
        "heads": [(each, cosigners(each)) for each in last_heads(HEADS)],
        "audited": audited,
        "found": counted(audited.faults) if audited else None,
        "keeps": refusal_of(allow, by, Action.KEEP_LOG_KEYS) is None,
        "witnesses": [(witness_key(each.verifier)[0], each) for each in witnesses()],
        "form": form,
        "held": held,
    }
    return draw(request, "log/log.jinja", context, form)


def _held(by: Acting, form: ProofForm) -> Held | None:
    """What the pasted proof proves; None, with what is wrong on the form, where it does not hold."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return Held.of(check(form.cleaned_data["proof"].encode(), trusted_keys(by.at)))
    except (ProofError, UnicodeEncodeError) as error:
        fault = error if isinstance(error, ProofError) else ProofError("not_json")
        begins = _FAILS if fault.status == 1 else _UNREADABLE
        form.add_error("proof", say(Sentence(f"{begins.zh}{fault.zh}", f"{begins.en}{fault.en}")))
        return None


def _head(by: Acting) -> tuple[Checkpoint | None, Sentence | None]:
    """The head now; the last one, with what to do, where the key that signs is lost."""
    try:
        return signed_head(by.at), None
    except KeyLost as error:
        return last_head(), error.sentence
