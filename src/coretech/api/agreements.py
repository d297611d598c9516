"""The non-disclosure agreement (art. 11): its text in versions, signing, withdrawing, and who has signed."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.problems import Closed, closed
from coretech.api.schemas import NO_NUL, AddressNumber, Day, Given, Line, Moment, Paragraphs, Shown, Words
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.bodies.models import AgreementText
from coretech.apps.bodies.operations import sign_agreement
from coretech.apps.bodies.operations.publish_agreement_text import NewText, publish_agreement_text
from coretech.apps.bodies.operations.withdraw_agreement import withdraw_agreement
from coretech.apps.bodies.signatures import find_text, own_signatures, signature_list
from coretech.law.access import Action

router = Router(tags=["agreements"])

Why = Annotated[str, StringConstraints(strict=True, max_length=300, pattern=NO_NUL)]


class AgreementVersionShown(Shown):
    """One version of the text."""

    version: int
    text: Words
    sha256: str
    supersedes_on: dt.date | None
    why: str


class TextShown(Shown):
    """The text in force; ``closed`` says why this account cannot sign it, and is null where it can."""

    version: int
    text: Words
    sha256: str
    closed: Closed | None


class AgreementSignatureShown(Shown):
    """A signature: under which version and hash, when, as whom, and whether it was taken back."""

    version: int
    sha256: str
    signed_at: Moment
    signed_name: str
    withdrawn_at: Moment | None


class SignerShown(Shown):
    """Somebody who takes part, and how the newest signature stands today."""

    person: int
    name: Words
    standing: str
    version: int | None
    signed_at: Moment | None


class SignatureGiven(Given):
    """One's own name, typed out."""

    signed_name: Line


class AgreementWithdrawalGiven(Given):
    """Why, if one wants to say."""

    why: Why = ""


class AgreementTextGiven(Given):
    """The next version; from ``supersedes_on``, where given, older signatures no longer suffice."""

    zh: Paragraphs
    en: Paragraphs
    why: Why
    supersedes_on: Day | None = None


@router.get("", response=list[AgreementSignatureShown], summary="本人簽署 / One's own signatures")
def list_own_signatures(request: HttpRequest) -> list[AgreementSignatureShown]:
    """Everything this account's person has signed, newest first."""
    by = acting(request)
    return [
        AgreementSignatureShown(
            version=each.text.version,
            sha256=each.text.digest,
            signed_at=each.signed_at,
            signed_name=each.signed_name,
            withdrawn_at=each.withdrawal.withdrawn_at if hasattr(each, "withdrawal") else None,
        )
        for each in own_signatures(by.person_id)
    ]


@router.get("/text", response=TextShown, summary="保密協議 / The agreement")
def show_agreement_text(request: HttpRequest) -> TextShown:
    """The text that everybody signs before anything confidential opens."""
    text = sign_agreement.current_text()
    refusal = refusal_of(sign_agreement.check, acting(request))
    return TextShown(
        version=text.version, text=Words(zh=text.zh, en=text.en), sha256=text.digest, closed=closed(refusal)
    )


@router.get("/texts/{version}", response=AgreementVersionShown, summary="某一版協議 / One version")
def show_agreement_version(request: HttpRequest, version: AddressNumber) -> AgreementVersionShown:
    """One version of the text as it was signed."""
    allow(acting(request), Action.SIGN_AGREEMENT)
    return _version(find_text(version))


@router.get("/signatures", response=list[SignerShown], summary="簽署情形 / Who has signed")
def list_signatures(request: HttpRequest) -> list[SignerShown]:
    """Everybody who takes part today and how their signature stands, for the Office."""
    return [
        SignerShown(
            person=line.person.pk,
            name=Words.of(line.person.name),
            standing=line.standing.value,
            version=None if line.signature is None else line.signature.text.version,
            signed_at=None if line.signature is None else line.signature.signed_at,
        )
        for line in signature_list(acting(request))
    ]


@router.post("", response=WRITTEN, summary="簽署 / Sign")
def sign(request: HttpRequest, given: SignatureGiven) -> Status[Done]:
    """Sign the text in force with one's own name (art. 11)."""
    return written(request, lambda by: sign_agreement.sign_agreement(by, given.signed_name))


@router.post("/withdrawal", response=WRITTEN, summary="撤回簽署 / Withdraw")
def withdraw_signature(request: HttpRequest, given: AgreementWithdrawalGiven) -> Status[Done]:
    """Take one's signatures back: nothing confidential opens any more, and one cannot attend (art. 11)."""
    return written(request, lambda by: withdraw_agreement(by, given.why))


@router.post("/texts", response=WRITTEN, summary="發布新版 / Publish a version")
def publish_text(request: HttpRequest, given: AgreementTextGiven) -> Status[Done]:
    """Put the next version of the text in force."""
    new = NewText(given.zh, given.en, given.why, given.supersedes_on)
    return written(request, lambda by: publish_agreement_text(by, new))


def _version(text: AgreementText) -> AgreementVersionShown:
    return AgreementVersionShown(
        version=text.version,
        text=Words(zh=text.zh, en=text.en),
        sha256=text.digest,
        supersedes_on=text.supersedes_on,
        why=text.why,
    )
