"""Making what tests of the log's proofs need."""

import datetime as dt
from pathlib import Path

from django.conf import settings

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.log_keys import current_key
from coretech.apps.audit.models import LogKey, Witness
from coretech.apps.audit.operations.name_witness import name_witness
from coretech.apps.audit.proving import Proof, text_of_proof
from coretech.apps.audit.record import record
from coretech.engines.ledger.cosigning import COSIGNATURE
from coretech.engines.ledger.signing import Signer, verifier_of
from coretech.engines.ledger.verify import check, read_keys
from coretech.kit.clock import TAIPEI
from coretech.law.access import Role, Standing
from tests import factories

AT = dt.datetime.combine(factories.DAY, dt.time(10), TAIPEI)
WITNESS = Signer("witness.example/w1", bytes(range(7, 39)))
WITNESS_KEY = verifier_of(WITNESS.name, WITNESS.public, COSIGNATURE)
OTHER_WITNESS_KEY = verifier_of("witness.example/w2", WITNESS.public, COSIGNATURE)


def administrator() -> Acting:
    """Somebody who keeps the log's keys."""
    return Acting(at=AT, standing=Standing(frozenset({Role.ADMINISTRATOR})))


def named_witness() -> Witness:
    """A witness of the log."""
    name_witness(administrator(), WITNESS_KEY)
    return Witness.objects.get(verifier=WITNESS_KEY)


def private_file(key: LogKey) -> Path:
    """Where the private half of a key lies."""
    name = key.verifier.split("+")[1]
    return Path(settings.CORETECH_KEYS) / "log" / f"{name}.key"


def grow(acts: int = 1) -> None:
    """Let the log hold some more acts."""
    for number in range(acts):
        record(factories.acting("office"), "test.noted", f"test/{number}")


def checked(proof: Proof, verifier: str = "") -> dict[str, object]:
    """The fields of a proof that holds under a key, by default the one in use."""
    return check(text_of_proof(proof).encode(), read_keys(verifier or current_key(AT).verifier))
