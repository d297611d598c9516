"""A new key for the log, a new witness, and the end of one: asked, checked, and only then written."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.heads import log_size
from coretech.apps.audit.log_keys import current_key
from coretech.apps.audit.models import Act, LogKey, Witness
from coretech.apps.audit.operations import end_witness, name_witness, rotate_log_key
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.audit.witnessing import cosigned_times, find_witness, witness_key
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.bodies.answers import Answers, Dialogue, Shown, hold_dialogue
from coretech.web.sending import done
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import both, tr

_ROTATED = Sentence(
    "公鑰已換新。請公布新公鑰，備份金鑰資料夾，並移除原私鑰的檔案。",
    "A new key signs from now on. Publish it, back up the folder of keys, and remove the former private key's file.",
)
_NAMED = Sentence("已指定見證人。", "The witness is named.")
_ENDED = Sentence("已終止見證人；先前的聯署保留。", "The witness is ended; what it cosigned stays.")
_UNVOUCHED = Sentence(
    "原私鑰遺失，新公鑰沒有前一把作證；持有舊公鑰的人須由機關的公告核對新公鑰。",
    "the former private key is lost, so nothing vouches for the new one: whoever holds the old key has to compare the "
    "new one with what the agency publishes",
)


class KeyForm(forms.Form):
    """That whoever asks knows what has to be done beside it, and which key was in use when the page was opened."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    ready = forms.BooleanField(
        label=both(
            "金鑰資料夾（CORETECH_KEYS）會備份，新公鑰會公布",
            "The folder of keys (CORETECH_KEYS) will be backed up, and the new key published",
        )
    )


class LostKeyForm(KeyForm):
    """That the former private key is gone for good, too."""

    lost = forms.BooleanField(
        label=both(
            "已找過備份，原私鑰確定遺失", "Backups were searched, and the former private key is gone for good"
        )
    )


class WitnessForm(forms.Form):
    """The public key of a witness."""

    verifier = forms.CharField(
        label=both("見證人的公鑰", "The witness's public key"),
        help_text=both(
            "由見證人提供，格式為 名稱+識別碼+base64，種類為 cosignature/v1。",
            "The witness gives it: name+id+base64, of the kind cosignature/v1.",
        ),
        max_length=name_witness.LONGEST,
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false", "autocomplete": "off"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def log_key_rotate(request: HttpRequest) -> HttpResponse:
    """A new key that signs from now on; for administrators."""
    by = acting(request)
    rotate_log_key.check(by)
    before, lost = current_key(by.at), rotate_log_key.key_is_lost(by)
    form = (LostKeyForm if lost else KeyForm)(request.POST or None, initial={"seen": before.pk})
    dialogue: Dialogue[None] = Dialogue(
        body=None,
        title=Sentence("換新公鑰", "Give the log a new key"),
        foresee=lambda: rotate_log_key.require_in_use(before, form.cleaned_data["seen"]),
        show=lambda _: Shown(_rotation(before, lost=lost), warnings=[_UNVOUCHED] if lost else ()),
        write=lambda: rotate_log_key.rotate_log_key(by, lost=lost, seen=form.cleaned_data["seen"]),
        done=lambda _: done(request, _ROTATED, "log_keep"),
        lead=Sentence(
            "從換新那一刻起，紀錄頭由新公鑰簽署；那一刻的紀錄頭由新舊兩把簽署，先前的證明仍然有效。",
            "From then on the new key signs the heads. The head of that moment is signed by both, and earlier proofs "
            "stay good.",
        ),
        trail=_trail(),
    )
    return hold_dialogue(request, form, dialogue)


@require_http_methods(["GET", "HEAD", "POST"])
def witness_new(request: HttpRequest) -> HttpResponse:
    """Name a witness; for administrators."""
    by = acting(request)
    name_witness.check(by)
    form = WitnessForm(request.POST or None)

    def write() -> Act:
        return name_witness.name_witness(by, form.cleaned_data["verifier"])

    dialogue: Dialogue[Act] = Dialogue(
        body=None,
        title=Sentence("指定見證人", "Name a witness"),
        foresee=lambda: rehearsed(write),
        show=lambda _: Shown(_key_of(form.cleaned_data["verifier"].strip())),
        write=write,
        done=lambda _: done(request, _NAMED, "log_keep"),
        lead=Sentence(
            "見證人看過紀錄頭後也簽署，讓紀錄無法對不同的人出示不同的內容。請經另一個管道向見證人核對公鑰。",
            "A witness signs the heads too, so that no two readers can be shown two logs. Compare the key with the "
            "witness by another way than it came.",
        ),
        trail=_trail(),
    )
    return hold_dialogue(request, form, dialogue)


@require_http_methods(["GET", "HEAD", "POST"])
def witness_over(request: HttpRequest, witness_id: int) -> HttpResponse:
    """End a witness; for administrators. HTTP 404 for one that is none now."""
    by = acting(request)
    end_witness.check(by)
    witness = find_witness(witness_id)
    name = witness_key(witness.verifier)[0]
    dialogue: Dialogue[Act] = Dialogue(
        body=None,
        title=Sentence(f"終止見證人：{name}", f"End the witness {name}"),
        foresee=lambda: rehearsed(lambda: _end(by, name)),
        show=lambda _: Shown(_ending(witness)),
        write=lambda: _end(by, name),
        done=lambda _: done(request, _ENDED, "log_keep"),
        lead=Sentence(
            "此後不再收存它的聯署；先前的聯署保留，仍可查驗。日後可以再指定。",
            "No more of its cosignatures are taken; those there are stay, and can be checked. It can be named again.",
        ),
        trail=_trail(),
    )
    return hold_dialogue(request, forms.Form(request.POST or None), dialogue)


def _end(by: Acting, name: str) -> Act:
    return end_witness.end_witness(by, name)


def _rotation(before: LogKey, *, lost: bool) -> Answers:
    signs = tr("只有新公鑰", "The new key alone") if lost else tr("新舊兩把", "Both keys")
    return [
        (Sentence("現行公鑰", "The key in use"), before.verifier),
        (Sentence("啟用", "In use since"), both_dates(before.made_at)),
        (
            Sentence("新公鑰簽署", "The new one signs"),
            tr(f"自第{log_size() + 1}筆起", f"From act {log_size() + 1} on"),
        ),
        (Sentence("換新那一刻的紀錄頭", "The head of that moment is signed by"), signs),
    ]


def _key_of(verifier: str) -> Answers:
    name, key_id, _ = witness_key(verifier)
    return [
        (Sentence("見證人", "Witness"), name),
        (Sentence("識別碼", "Key's id"), key_id.hex()),
        (Sentence("公鑰", "Public key"), verifier),
    ]


def _ending(witness: Witness) -> Answers:
    count = cosigned_times(witness)
    return [
        *_key_of(witness.verifier),
        (Sentence("指定日期", "Named"), both_dates(witness.named_at)),
        (Sentence("聯署過的紀錄頭", "Heads it cosigned"), f"{count}"),
    ]


def _trail() -> list[tuple[Sentence, str]]:
    return [
        (Sentence("紀錄與證明", "The log"), reverse("log")),
        (Sentence("維護紀錄", "Keep the log"), reverse("log_keep")),
    ]
