"""``coretech log``, on its keys: a new one, what vouches for it, witnesses and their cosignatures."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.log_keys import current_key
from coretech.apps.audit.models import Act, Cosignature, Witness
from coretech.apps.audit.operations.end_witness import end_witness
from coretech.apps.audit.operations.name_witness import name_witness
from coretech.apps.audit.operations.rotate_log_key import rotate_log_key
from coretech.apps.audit.proving import proof_of_key, text_of_proof
from coretech.apps.audit.witnessing import accept_cosignatures, witnesses
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told, act_told, moment
from coretech.kit.sentence import Sentence

witness = group("見證人：外部聯署紀錄頭的人", "witnesses, who cosign the log's heads from outside")

_ROTATED = Sentence(
    "已換新；請公布新公鑰。原私鑰已無用處，請自金鑰資料夾移除。",
    "A new key signs from now on; publish it. The former private key is of no more use: remove it from its folder.",
)
_NONE = Sentence("沒有見證人。", "There is no witness.")


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    writes(app, "rotate-key")(rotate)
    reads(app, "key-proof")(prove_key)
    app.add_typer(witness, name="witness")
    reads(witness, "list")(list_witnesses)
    writes(witness, "name")(name)
    writes(witness, "end")(end)
    reads(witness, "accept")(accept)


def rotate(
    by: Acting,
    *,
    lost: Annotated[
        bool, typer.Option("--lost", help="原私鑰已遺失 / the former private key is gone")
    ] = False,
) -> Told:
    """換新簽署金鑰；該刻的紀錄頭由新舊兩把簽署 / Bring a new key; the head of that moment is signed by both."""
    act = rotate_log_key(by, lost=lost)
    key = current_key(by.at).verifier
    done = act_told(act, more={"verifier": key})
    return Told(done.data, lambda language: [*done.lines(language), key], _ROTATED)


def prove_key(by: Acting) -> Told:
    """前一把公鑰為現行公鑰作的證明 / Proof, by the former key, of the one in use."""
    proof = proof_of_key(current_key(by.at))
    return Told(proof, lambda _: text_of_proof(proof).splitlines())


def list_witnesses(by: Acting) -> Told:  # noqa: ARG001 - who the witnesses are is for everybody
    """列出現任見證人 / List the witnesses."""
    found = list(witnesses())
    return Told(
        [_data(each) for each in found],
        lambda _: [each.verifier for each in found],
        None if found else _NONE,
    )


def name(
    by: Acting,
    verifier: Annotated[
        str, typer.Argument(metavar="KEY", help="公鑰（cosignature/v1） / the witness's public key")
    ],
) -> Act:
    """指定見證人 / Name a witness."""
    return name_witness(by, verifier)


def end(
    by: Acting,
    witness_name: Annotated[str, typer.Argument(metavar="NAME", help="見證人的名稱 / the name in its key")],
) -> Act:
    """終止見證人 / End a witness."""
    return end_witness(by, witness_name)


def accept(
    by: Acting,
    size: Annotated[int, typer.Argument(metavar="SIZE", help="紀錄頭的筆數 / the head's size")],
    file: Annotated[
        Path, typer.Option("--file", metavar="FILE", help="每行一則聯署 / cosignatures, one a line")
    ] = Path("-"),
) -> Told:
    """收存見證人的聯署 / Keep the cosignatures of witnesses."""
    kept = accept_cosignatures(size, text_from(None, file), by.at)
    return Told([_kept(each) for each in kept], lambda _: [each.line for each in kept])


def _data(found: Witness) -> dict[str, object]:
    return {"verifier": found.verifier, "named_at": moment(found.named_at)}


def _kept(found: Cosignature) -> dict[str, object]:
    return {"witness": found.witness.verifier, "line": found.line, "received_at": moment(found.received_at)}
