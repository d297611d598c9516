"""The non-disclosure agreement (art. 11): its text in force, and signing it."""

from django.http import HttpRequest
from ninja import Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.problems import Closed, closed
from coretech.api.schemas import Given, Line, Shown, Words
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.operations import sign_agreement

router = Router(tags=["agreements"])


class TextShown(Shown):
    """The text in force; ``closed`` says why this account cannot sign it, and is null where it can."""

    version: int
    text: Words
    sha256: str
    closed: Closed | None


class SignatureGiven(Given):
    """One's own name, typed out."""

    signed_name: Line


@router.get("/text", response=TextShown, summary="保密協議 / The agreement")
def show_agreement_text(request: HttpRequest) -> TextShown:
    """The text that everybody signs before anything confidential opens."""
    text = sign_agreement.current_text()
    refusal = refusal_of(sign_agreement.check, acting(request))
    return TextShown(
        version=text.version, text=Words(zh=text.zh, en=text.en), sha256=text.digest, closed=closed(refusal)
    )


@router.post("", response=WRITTEN, summary="簽署 / Sign")
def sign(request: HttpRequest, given: SignatureGiven) -> Status[Done]:
    """Sign the text in force with one's own name (art. 11)."""
    return written(request, lambda by: sign_agreement.sign_agreement(by, given.signed_name))
