"""``coretech register``, on the log behind it: proof of an item, the signed head, the published keys."""

from collections.abc import Iterable
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.heads import signed_head
from coretech.apps.audit.log_keys import log_keys, publish
from coretech.apps.audit.models import LogKey
from coretech.apps.audit.proving import text_of_proof
from coretech.apps.register.proving import item_proof
from coretech.cli.installation.doors import reads
from coretech.cli.installation.ready import ready
from coretech.cli.installation.told import Told, moment
from coretech.cli.register_verify import verify

Version = Annotated[
    int | None, typer.Option("--version", min=1, metavar="N", help="版次（預設現行） / the one in force")
]


def add_to(app: typer.Typer) -> None:
    """Offer these as subcommands of ``app``; ``verify`` starts without it, and is listed with them."""
    reads(app, "proof")(prove)
    reads(app, "checkpoint")(head)
    reads(app, "key")(keys)
    app.command("verify")(verify)


def prove(
    by: Acting,
    no: Annotated[int, typer.Argument(metavar="NO", help="項次 / the item's number")],
    version: Version = None,
) -> Told:
    """證明清單的一項登載於紀錄，供離線查驗 / Proof that the log holds an item, to be checked offline."""
    proof = item_proof(by, no, version)
    return Told(proof, lambda _: text_of_proof(proof).splitlines())


def head(by: Acting) -> Told:
    """此刻簽署的紀錄頭（C2SP checkpoint） / The signed head of the log now, as a C2SP checkpoint."""
    signed = signed_head(by.at)
    data = {
        "size": signed.size,
        "root": bytes(signed.root).hex(),
        "signed_at": moment(signed.signed_at),
        "key": signed.key.verifier,
        "note": signed.note,
    }
    return Told(data, lambda _: signed.note.removesuffix("\n").split("\n"))


def keys(by: Acting) -> Told:
    """公布的公鑰，現行的在前 / The published keys, the one in use first."""
    published = _published(log_keys(by.at))
    data = [
        {"verifier": key.verifier, "from_size": key.from_size, "made_at": moment(key.made_at)}
        for key in published
    ]

    def lines(_: str) -> Iterable[str]:
        return (key.verifier for key in published)

    return Told(data, lines)


def own_verifiers() -> list[str]:
    """The published keys, for a check that found no file of them."""
    ready()
    return [key.verifier for key in _published(log_keys(now()))]


def _published(found: list[LogKey]) -> list[LogKey]:
    publish(found)
    return found[::-1]
