"""The installation's keys: where they lie, and what is said when one is not to be had."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

from django.conf import settings

from coretech.engines.sealing import KeyRing, SealingError
from coretech.kit.refusal import Refused


def key_ring() -> KeyRing:
    """The ring of keys in the folder that the setting names."""
    return KeyRing(Path(settings.CORETECH_KEYS))


@contextmanager
def keys_needed() -> Iterator[None]:
    """Around work with keys: one that is lost, or content that was tampered with, is refused in its own sentence."""
    try:
        yield
    except SealingError as error:
        raise Refused(error.sentence, status=HTTPStatus.CONFLICT) from error
