"""Calls to other machines: how they are signed, and which addresses are never called. Knows no network and no clock."""

from coretech.engines.webhooks.addresses import HARMLESS_HERE, problem_of, reachable
from coretech.engines.webhooks.signing import PREFIX, headers_of, new_secret, signature_of

__all__ = [
    "HARMLESS_HERE",
    "PREFIX",
    "headers_of",
    "new_secret",
    "problem_of",
    "reachable",
    "signature_of",
]
