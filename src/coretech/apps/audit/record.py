"""Writing an act: the one door to the log."""

import datetime as dt
import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.blocks import complete_block
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.rows import bindings
from coretech.engines.ledger.leaf import SALT_BYTES, canonical, commitment, leaf_hash

LEAF_VERSION = 1


def record(  # noqa: PLR0913 - what, on what, the public and the confidential part, the rows, and why
    by: Acting,
    kind: str,
    subject: str,
    *,
    public: Mapping[str, Any] | None = None,
    confidential: Mapping[str, Any] | None = None,
    rows: Iterable[Model] = (),
    why: str = "",
) -> Act:
    """Append one act to the log, inside the operation's transaction.

    ``public`` goes into the leaf and must hold no personal data; the account, the way in, ``why`` and ``confidential``
    are only committed to, and so are digests of the append-only ``rows`` that the operation wrote, so that an audit
    finds any of them changed. Numbers are contiguous: the log is locked until the transaction ends.

    Raises:
        ValueError: when a row was not written, or lies in a table that the log does not answer for.
    """
    bound = bindings(rows)
    hold("log")
    last = Act.objects.order_by("-seq").values_list("seq", flat=True).first()
    seq = 1 if last is None else last + 1
    hidden = {
        "account": by.username,
        "account_id": by.account_id,
        "why": why,
        **({"via": by.via} if by.via else {}),
        **(confidential or {}),
        **({"rows": bound} if bound else {}),
    }
    salt = secrets.token_bytes(SALT_BYTES)
    leaf = leaf_of(
        seq=seq, at=by.at, kind=kind, subject=subject, public=public or {}, committed=commitment(hidden, salt)
    )
    act = Act.objects.create(
        seq=seq,
        at=by.at,
        kind=kind,
        subject=subject,
        account_id=by.account_id,
        public=dict(public or {}),
        confidential=hidden,
        salt=salt,
        leaf=leaf,
        leaf_hash=leaf_hash(leaf),
    )
    complete_block(act)
    return act


def leaf_of(  # noqa: PLR0913 - a leaf has these six fields
    *, seq: int, at: dt.datetime, kind: str, subject: str, public: Mapping[str, Any], committed: str
) -> bytes:
    """The canonical bytes of an act's leaf."""
    return canonical(
        {
            "v": LEAF_VERSION,
            "seq": seq,
            "at": at.astimezone(dt.UTC).isoformat(),
            "kind": kind,
            "subject": subject,
            "public": dict(public),
            "commitment": committed,
        }
    )
