"""An act becomes a leaf of the log: canonical JSON and SHA-256; the peer is json.dumps, sorted, and SHA-256."""

import hashlib
import json
from collections.abc import Iterator

from bench.contest import Contest
from coretech.engines.ledger.leaf import canonical, leaf_hash
from coretech.kit.sentence import Sentence

COUNT = 5_000


def contest() -> Iterator[Contest]:
    """Acts as the log writes them, with Chinese text and a commitment in each."""
    acts = [_act(number) for number in range(COUNT)]
    yield Contest(
        "leaf-hashes",
        Sentence(
            "日誌的葉：RFC 8785 正規 JSON 加 SHA-256；對照為 json.dumps(sort_keys) 加 SHA-256",
            "leaves of the log: RFC 8785 canonical JSON and SHA-256; the peer is json.dumps(sort_keys) and SHA-256",
        ),
        "leaves",
        COUNT,
        lambda: [leaf_hash(canonical(act)) for act in acts],
        lambda: [hashlib.sha256(_sorted(act)).digest() for act in acts],
    )


def _sorted(act: dict[str, object]) -> bytes:
    return json.dumps(act, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _act(number: int) -> dict[str, object]:
    return {
        "number": number,
        "verb": "cast_vote",
        "at": "2025-11-24T10:00:00+08:00",
        "subject": {"kind": "meeting", "id": number % 40, "name": "國家核心關鍵技術審議會"},
        "public": {"ballots": number % 27, "articles": ["5.3", "5.4"]},
        "commitment": hashlib.sha256(str(number).encode()).hexdigest(),
    }
