"""What programs read of the log: the signed head, the keys, its growth, and an item's proof as a file."""

import json
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.heads import signed_head
from coretech.apps.audit.log_keys import log_keys, publish
from coretech.apps.audit.proving import growth_since, in_base64, text_of_proof
from coretech.apps.audit.published import head_of_size
from coretech.apps.audit.witnessing import cosigned_note
from coretech.apps.register.proving import item_proof
from coretech.engines.ledger import verify
from coretech.kit.refusal import bad_input
from coretech.web.acting import acting
from coretech.web.documents.answer import download

PLAIN, JSON = "text/plain; charset=utf-8", "application/json"
_LONGEST = 15
_HEADING = "# 公布的公鑰，現行的在前。 The published keys, the one in use first.\n"


@require_safe
def log_checkpoint(request: HttpRequest) -> HttpResponse:
    """The signed head now, or that of ``?size=`` acts: a C2SP checkpoint with the cosignatures of witnesses."""
    given = request.GET.get("size", "")
    if given and not _is_number(given):
        raise bad_input("size", "size 請填紀錄頭的筆數。", "Give the size of the head as a whole number.")
    head = head_of_size(int(given)) if given else signed_head(acting(request).at)
    return _shown(cosigned_note(head), PLAIN)


@require_safe
def log_keys_text(request: HttpRequest) -> HttpResponse:
    """The published keys as ``coretech register verify --key`` reads them."""
    keys = log_keys(acting(request).at)
    publish(keys)
    lines = [f"{key.verifier}\n" for key in reversed(keys)]
    return _shown("".join([_HEADING, *lines]), PLAIN)


@require_safe
def log_verify(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """The program that checks proofs, to be read and run by anybody."""
    return download("verify.py", "text/x-python; charset=utf-8", Path(verify.__file__).read_bytes())


@require_safe
def log_consistency(request: HttpRequest) -> HttpResponse:
    """The proof that the log of ``?from=`` acts is the beginning of the log now (HTTP 422 for any other size).

    Without it, from no acts: every log begins with none.
    """
    given = request.GET.get("from", "0")
    if not _is_number(given):
        raise bad_input(
            "from",
            "請在網址以 ?from= 加上所持紀錄頭的筆數，例如 ?from=100。",
            "Give the size of the head you have as ?from=, such as ?from=100.",
        )
    growth = growth_since(int(given), acting(request).at)
    told = {
        "old_size": growth.old_size,
        "old_root": growth.old_root.hex(),
        "path": in_base64(growth.path),
        "checkpoint": growth.head.note,
    }
    return _shown(json.dumps(told, indent=2) + "\n", JSON)


@require_safe
def item_proof_file(request: HttpRequest, number: int) -> HttpResponse:
    """The proof of an item, of the version that ``?version=`` names or else the one in force, as a file."""
    given = request.GET.get("version", "")
    if given and not _is_number(given):
        raise bad_input("version", "版次應為整數。", "A version is a whole number.")
    proof = item_proof(acting(request), number, int(given) if given else None)
    return download(f"register-{number}-proof.json", JSON, text_of_proof(proof).encode())


def _is_number(given: str) -> bool:
    return given.isascii() and given.isdigit() and len(given) <= _LONGEST


def _shown(text: str, media_type: str) -> HttpResponse:
    response = HttpResponse(text, content_type=media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-cache"
    return response
