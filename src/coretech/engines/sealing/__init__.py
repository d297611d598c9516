"""Content sealed at rest, and the keys that lie outside the database. Knows no database and no clock."""

from coretech.engines.sealing.box import open_sealed, seal
from coretech.engines.sealing.errors import (
    KeyMissingError,
    NotSealedError,
    OtherKeyError,
    ScopeTakenError,
    SealingError,
    TamperedError,
)
from coretech.engines.sealing.keyring import KeyRing

__all__ = [
    "KeyMissingError",
    "KeyRing",
    "NotSealedError",
    "OtherKeyError",
    "ScopeTakenError",
    "SealingError",
    "TamperedError",
    "open_sealed",
    "seal",
]
