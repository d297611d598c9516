"""The keys that sign the log's heads: public halves in the table and in files, private ones in files alone."""

import datetime as dt
import secrets
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import LogKey
from coretech.engines.ledger.signing import SEED_BYTES, Signer
from coretech.engines.ledger.verify import Key, read_keys
from coretech.engines.sealing.key_files import write_new
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

FOLDER = "log"


class KeyLost(Refused):
    """The private half of the log's key is not in its folder (HTTP 409)."""

    def __init__(self, path: Path) -> None:
        """Name the file that is missing, and the two ways out."""
        sentence = Sentence(
            f"找不到紀錄的私鑰 {path.name}，或檔案已損壞，無法簽署。請將它還原到金鑰資料夾（CORETECH_KEYS）；"
            "確定遺失時，由系統管理者換新：coretech log rotate-key --lost。",
            f"The log's private key {path.name} is missing or damaged, so nothing can be signed. Restore it to the "
            "folder of keys (CORETECH_KEYS); where it is lost for good, an administrator brings a new one: "
            "coretech log rotate-key --lost.",
        )
        super().__init__(sentence, status=HTTPStatus.CONFLICT)


def log_keys(at: dt.datetime) -> list[LogKey]:
    """All keys of the log, oldest first; the first one is made at the first need of any."""
    return list(LogKey.objects.all()) or [_first_key(at)]


def current_key(at: dt.datetime) -> LogKey:
    """The key that signs now."""
    return log_keys(at)[-1]


def trusted_keys(at: dt.datetime) -> list[Key]:
    """The public halves of all keys of the log, newest first, for checking what this log gave out."""
    return [key for row in reversed(log_keys(at)) for key in read_keys(row.verifier)]


def publish(keys: list[LogKey]) -> None:
    """See that each public half lies in the folder beside the private ones, for checks that need no database."""
    for key in keys:
        write_new(_path(key.verifier, "pub"), f"{key.verifier}\n".encode())


def signer_of(key: LogKey) -> Signer:
    """The private half of a key.

    Raises:
        KeyLost: where its file is not there, or holds something else.
    """
    path = _path(key.verifier, "key")
    try:
        signer = Signer.from_text(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KeyLost(path) from error
    if signer.verifier != key.verifier:
        raise KeyLost(path)
    return signer


def new_signer(origin: str) -> Signer:
    """A new private key of this log, on the disk when this returns."""
    signer = Signer(origin, secrets.token_bytes(SEED_BYTES))
    write_new(_path(signer.verifier, "key"), signer.as_text().encode())
    return signer


def origin_of(key: LogKey) -> str:
    """The log's name in every head; it stays when the key changes."""
    return key.verifier.partition("+")[0]


def _first_key(at: dt.datetime) -> LogKey:
    with transaction.atomic():
        hold("log-keys")
        made = LogKey.objects.first()
        if made is None:
            signer = new_signer(_new_origin())
            made = LogKey.objects.create(verifier=signer.verifier, from_size=0, made_at=at)
        return made


def _new_origin() -> str:
    """The installation's address and a random mark: two logs at one address, one after the other, stay two."""
    address = urlsplit(settings.CORETECH_ADDRESS)
    where = f"{address.hostname or 'localhost'}{f':{address.port}' if address.port else ''}"
    return f"{where}/log/{secrets.token_hex(4)}"


def _path(verifier: str, suffix: str) -> Path:
    key_id = read_keys(verifier)[0][1].hex()
    return Path(settings.CORETECH_KEYS) / FOLDER / f"{key_id}.{suffix}"
