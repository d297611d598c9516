"""The log that proves the register: its signed head, its keys, its growth, proofs and witnesses."""

from http import HTTPStatus
from typing import Annotated, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Status
from pydantic import Field, JsonValue, StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.openapi import NOT_THERE, problem_answer
from coretech.api.schemas import LARGEST_ID, NO_NUL, AddressNumber, Given, Moment, Shown, Words
from coretech.apps.audit.heads import signed_head
from coretech.apps.audit.log_keys import log_keys, trusted_keys
from coretech.apps.audit.models import Checkpoint, LogKey
from coretech.apps.audit.operations.end_witness import end_witness
from coretech.apps.audit.operations.name_witness import name_witness
from coretech.apps.audit.operations.rotate_log_key import rotate_log_key
from coretech.apps.audit.proving import growth_since, in_base64, proof_of_key
from coretech.apps.audit.witnessing import accept_cosignatures, cosigned_note, witnesses
from coretech.apps.register.proving import item_proof
from coretech.engines.ledger.verify import ProofError, check

_UNSIGNED = {"responses": {HTTPStatus.CONFLICT.value: problem_answer(HTTPStatus.CONFLICT)}}

router = Router(tags=["log"])
items = Router(tags=["log"])

Verifier = Annotated[str, StringConstraints(strict=True, max_length=300, pattern=NO_NUL)]
Lines = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=10_000, pattern=NO_NUL)]
ProofText = Annotated[str, StringConstraints(strict=True, max_length=1_000_000)]
FromSize = Annotated[AddressNumber, Query(..., alias="from", description="The size of the head one has.")]
VersionNumber = Annotated[
    AddressNumber | None, Query(None, description="The version; the one in force today by default.")
]


class HeadShown(Shown):
    """A signed head: ``note`` is the C2SP checkpoint, with the cosignatures of witnesses."""

    size: int
    root: str
    signed_at: Moment
    verifier: str
    note: str


class LogKeyShown(Shown):
    """A key that signs heads, from a size of the log on; ``verifier`` is the public half in C2SP's form."""

    verifier: str
    from_size: int
    made_at: Moment


class WitnessShown(Shown):
    """Somebody outside whose cosignatures are taken."""

    verifier: str
    named_at: Moment


class GrowthShown(Shown):
    """That the log only grew: an RFC 9162 consistency proof, hashes in base64, between a size and a signed head."""

    old_size: int
    old_root: str
    head: HeadShown
    path: list[str]


class ProofShown(Shown):
    """A proof as `coretech register verify` checks it, offline, with a published key alone."""

    format: Literal["coretech-proof"]
    version: Literal[1]
    item: dict[str, JsonValue]
    leaf: str
    hash: str
    index: int
    path: list[str]
    checkpoint: str
    verifier: str


class ProofChecked(Shown):
    """Whether a proof holds under a key of this log, and the name and sentence of the fault where it does not."""

    holds: bool
    fault: str | None
    sentence: Words | None
    item: dict[str, JsonValue] | None


class CosignatureShown(Shown):
    """A cosignature that is kept."""

    witness: str
    line: str
    received_at: Moment


class ProofGiven(Given):
    """A proof, as the text of its file."""

    proof: ProofText


class CosignaturesGiven(Given):
    """Lines of cosignatures (C2SP cosignature/v1) under the head of a size."""

    size: Annotated[int, Field(strict=True, ge=0, le=LARGEST_ID)]
    lines: Lines


class WitnessGiven(Given):
    """A witness by the public key it cosigns with."""

    verifier: Verifier


class WitnessNameGiven(Given):
    """A witness by the name in its key."""

    name: Verifier


class NewKeyGiven(Given):
    """Whether the former private key is lost, so that only the new one signs."""

    lost: bool = False


@router.get(
    "",
    response=HeadShown,
    url_name="show_log",
    auth=PUBLIC,
    summary="紀錄頭 / The head of the log",
    openapi_extra=_UNSIGNED,
)
def show_head(request: HttpRequest) -> HeadShown:
    """The signed head now: how many acts, and the Merkle root over them."""
    return _head(signed_head(acting(request).at))


@router.get("/keys", response=list[LogKeyShown], auth=PUBLIC, summary="公鑰 / Keys")
def list_keys(request: HttpRequest) -> list[LogKeyShown]:
    """Every key that ever signed a head, the one in use first."""
    return [_key(key) for key in reversed(log_keys(acting(request).at))]


@router.get(
    "/keys/proof",
    response=ProofShown,
    url_name="prove_log_key",
    auth=PUBLIC,
    summary="公鑰的證明 / Proof of the key",
    openapi_extra=NOT_THERE,
)
def prove_key(request: HttpRequest) -> ProofShown:
    """That the key in use was named under a head signed by the former; 404 where none vouches for it."""
    return ProofShown.model_validate(proof_of_key(log_keys(acting(request).at)[-1]))


@router.get(
    "/consistency",
    response=GrowthShown,
    auth=PUBLIC,
    summary="一致性證明 / Consistency proof",
    openapi_extra=_UNSIGNED,
)
def prove_growth(request: HttpRequest, old_size: FromSize) -> GrowthShown:
    """That the log of a former size is the beginning of the log as it is now."""
    growth = growth_since(old_size, acting(request).at)
    return GrowthShown(
        old_size=growth.old_size,
        old_root=growth.old_root.hex(),
        head=_head(growth.head),
        path=in_base64(growth.path),
    )


@router.post("/proofs", response=ProofChecked, auth=PUBLIC, summary="查驗證明 / Check a proof")
def check_proof(request: HttpRequest, given: ProofGiven) -> ProofChecked:
    """Whether a proof holds under a key of this log; better checked offline, by whoever has the published key."""
    try:
        said = check(given.proof.encode(), trusted_keys(acting(request).at))
    except ProofError as error:
        return ProofChecked(
            holds=False, fault=error.fault, sentence=Words(zh=error.zh, en=error.en), item=None
        )
    return ProofChecked(holds=True, fault=None, sentence=None, item=said["item"])


@router.get("/witnesses", response=list[WitnessShown], auth=PUBLIC, summary="見證人 / Witnesses")
def list_witnesses(
    request: HttpRequest,  # noqa: ARG001 - the framework gives it by name
) -> list[WitnessShown]:
    """Whose cosignatures are taken."""
    return [WitnessShown(verifier=each.verifier, named_at=each.named_at) for each in witnesses()]


@router.post(
    "/cosignatures",
    response=list[CosignatureShown],
    auth=PUBLIC,
    summary="收存聯署 / Accept cosignatures",
    openapi_extra=NOT_THERE,
)
def accept(request: HttpRequest, given: CosignaturesGiven) -> list[CosignatureShown]:
    """Keep what a witness signed of a head; each line is checked, and one that is kept already stays."""
    kept = accept_cosignatures(given.size, given.lines, acting(request).at)
    return [
        CosignatureShown(witness=each.witness.verifier, line=each.line, received_at=each.received_at)
        for each in kept
    ]


@router.post("/witnesses", response=WRITTEN, summary="指定見證人 / Name a witness")
def name_a_witness(request: HttpRequest, given: WitnessGiven) -> Status[Done]:
    """Take cosignatures by this key from now on."""
    return written(request, lambda by: name_witness(by, given.verifier), _here())


@router.post("/witnesses/end", response=WRITTEN, summary="終止見證人 / End a witness")
def end_a_witness(request: HttpRequest, given: WitnessNameGiven) -> Status[Done]:
    """Take no more cosignatures of this witness; those that are kept stay."""
    return written(request, lambda by: end_witness(by, given.name), _here())


@router.post("/keys", response=WRITTEN, summary="換新金鑰 / Bring a new key")
def rotate_key(request: HttpRequest, given: NewKeyGiven) -> Status[Done]:
    """Make a new key; the head of that moment is signed by the former one too, unless that is lost."""
    return written(request, lambda by: rotate_log_key(by, lost=given.lost), _here())


@items.get(
    "/{no}/proof",
    response=ProofShown,
    auth=PUBLIC,
    summary="一項的證明 / Proof of an item",
    openapi_extra=_UNSIGNED,
)
def prove_item(request: HttpRequest, no: AddressNumber, version: VersionNumber = None) -> ProofShown:
    """That the log holds a version of an item, under a signed head."""
    return ProofShown.model_validate(item_proof(acting(request), no, version))


def _here() -> str:
    return reverse("api:show_log")


def _head(head: Checkpoint) -> HeadShown:
    return HeadShown(
        size=head.size,
        root=bytes(head.root).hex(),
        signed_at=head.signed_at,
        verifier=head.key.verifier,
        note=cosigned_note(head),
    )


def _key(key: LogKey) -> LogKeyShown:
    return LogKeyShown(verifier=key.verifier, from_size=key.from_size, made_at=key.made_at)
