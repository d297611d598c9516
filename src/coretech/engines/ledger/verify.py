"""Check a proof of the register offline: ``python verify.py PROOF KEY``; it needs Python and ``cryptography`` alone.

Its head of the log must be signed (Ed25519, C2SP checkpoint), its leaf be under it (RFC 9162) and say what it says.
"""

import base64
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

Key = tuple[str, bytes, bytes]  # whose it is, its id, and a byte of its kind with the 32 of the key
FORMAT, VERSION, ED25519, HASH_BYTES, KEY_BYTES, SIGNATURE_BYTES = "coretech-proof", 1, 1, 32, 33, 68
FIELDS = "checkpoint str format str hash str index int item dict leaf str path list verifier str version int"
VERIFIER = re.compile(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})")
CHECKPOINT = re.compile(  # origin, size, root and maybe more; an empty line; signatures, each after its key's name
    r"(?P<text>(?P<origin>[^\x00-\x1f]+)\n(?P<size>0|[1-9][0-9]{0,15})\n(?P<root>\S+)\n([^\x00-\x1f]+\n)*)"
    r"\n(?P<signatures>(— [^\s+]+ [A-Za-z0-9+/]+=*\n)+)"
)
UNREADABLE = {
    "truncated": "檔案結尾不是 JSON 的結尾，應是缺了後段。 / The file does not end as JSON does: its end is missing.",
    "not_json": "檔案不是 UTF-8 的 JSON。 / The file is not JSON in UTF-8.",
    "not_a_proof": "檔案不是清單的證明，或欄位不對。 / The file is no proof of the register, or has a wrong field.",
    "other_version": f"證明的格式不是第{VERSION}版。 / The proof is not of version {VERSION} of its format.",
    "not_a_key": "公鑰檔沒有公鑰，或有別的內容。 / The file of keys holds none, or something else.",
    "not_a_checkpoint": "紀錄頭的格式不對。 / The head of the log is not in its form.",
}
FAILS = {
    "other_log": "紀錄頭屬於另一份紀錄。 / The head is another log's.",
    "other_key": "紀錄頭不是以公布的公鑰簽署。 / The head was signed with another key than the published one.",
    "forged": "紀錄頭遭更動，或簽章是偽造的。 / The head was altered, or its signature is forged.",
    "leaf_altered": "葉（登載的內容）遭更動。 / The leaf, which is what was entered, was altered.",
    "path_altered": "位置或路徑遭更動，到不了簽署的根。 / The place or the path was altered: it misses the root.",
    "leaf_differs": "葉寫的不是證明所稱的。 / The leaf does not say what the proof says.",
}


class ProofError(Exception):
    """Why a proof is not accepted, in ``zh`` and ``en``. Its ``status`` is 1: does not hold, or 2: cannot be read."""

    def __init__(self, fault: str) -> None:
        """Take the fault by its name in the two tables above."""
        super().__init__((FAILS | UNREADABLE)[fault])
        self.fault, self.status = fault, 1 if fault in FAILS else 2
        self.zh, self.en = str(self).split(" / ")


def see(holds: object, fault: str) -> None:
    """Go on only where it holds."""
    if not holds:
        raise ProofError(fault)


def check(proof: bytes, trusted: list[Key]) -> dict[str, Any]:
    """The fields of a proof that holds under one of the trusted keys; `ProofError` for one that does not."""
    try:
        said = json.loads(proof.decode())
        json.dumps(said, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise ProofError("not_json" if proof.rstrip().endswith(b"}") else "truncated") from None
    see(isinstance(said, dict) and said.get("format") == FORMAT, "not_a_proof")
    see(said.get("version") == VERSION, "other_version")
    fields = " ".join(f"{name} {type(value).__name__}" for name, value in sorted(said.items()))
    see(fields == FIELDS, "not_a_proof")
    key, size, root = open_checkpoint(said["checkpoint"], trusted)
    see(read_keys(said["verifier"]) == [key], "other_key")
    leaf_hash = hashlib.sha256(b"\x00" + said["leaf"].encode()).digest()
    see(leaf_hash == unbase64(said["hash"], HASH_BYTES), "leaf_altered")
    path = [unbase64(each, HASH_BYTES) for each in said["path"]]
    see(root_from(leaf_hash, said["index"], size, path) == root, "path_altered")
    leaf = json.loads(said["leaf"])
    entered = [json.dumps(entry, sort_keys=True) for entry in leaf["public"].get("items", [])]
    see(json.dumps(said["item"], sort_keys=True) in entered, "leaf_differs")
    see(leaf["kind"].startswith(("register.", "log.key_rotated")), "leaf_differs")
    return dict(said)


def open_checkpoint(note: str, trusted: list[Key]) -> tuple[Key, int, bytes]:
    """The trusted key that signed the head of the log in a checkpoint, how many leaves it is over, and their root."""
    found = CHECKPOINT.fullmatch(note)
    if found is None:
        raise ProofError("not_a_checkpoint")
    see(found["origin"] in {name for name, _, _ in trusted}, "other_log")
    ours = re.findall(rf"— {re.escape(found['origin'])} (\S+)\n", found["signatures"])
    raw = [unbase64(each, SIGNATURE_BYTES) for each in ours]
    signed = [(key, each[4:]) for key in trusted for each in raw if (found["origin"], each[:4]) == key[:2]]
    see(signed, "other_key")
    for key, signature in signed:
        try:
            Ed25519PublicKey.from_public_bytes(key[2][1:]).verify(signature, found["text"].encode())
        except InvalidSignature:
            raise ProofError("forged") from None
    return signed[0][0], int(found["size"]), unbase64(found["root"], HASH_BYTES)


def root_from(leaf_hash: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root that the path leads to from a leaf, counted from 0 (RFC 9162, 2.1.3.2)."""
    at, last, root = index, size - 1, leaf_hash
    see(0 <= at <= last, "path_altered")
    for sibling in path:
        see(last > 0, "path_altered")
        if at & 1 or at == last:
            root = hashlib.sha256(b"\x01" + sibling + root).digest()
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            root = hashlib.sha256(b"\x01" + root + sibling).digest()
        at, last = at >> 1, last >> 1
    see(last == 0, "path_altered")
    return root


def read_keys(text: str, kind: int = ED25519) -> list[Key]:
    """The keys of a file, one a line as ``name+id+base64``; what follows a # in front says nothing."""
    lines = [VERIFIER.fullmatch(line) for line in text.split("\n") if line and line[0] != "#"]
    see(lines and None not in lines, "not_a_key")
    keys = [(line[1], bytes.fromhex(line[2]), unbase64(line[3], KEY_BYTES)) for line in lines if line]
    right = [hashlib.sha256(name.encode() + b"\n" + key).digest()[:4] for name, _, key in keys]
    see(all(key[0] == kind for _, _, key in keys) and right == [key_id for _, key_id, _ in keys], "not_a_key")
    return keys


def unbase64(text: object, length: int) -> bytes:
    """So many bytes, in the one way base64 writes them."""
    try:
        raw = base64.b64decode(str(text), validate=True)
    except ValueError:
        raw = b""
    see(len(raw) == length and base64.b64encode(raw).decode() == text, "not_a_proof")
    return raw


def main(proof: str = "", keys: str = "") -> int:
    """Say whether the proof in one file holds under the keys in the other."""
    try:
        said = check(Path(proof).read_bytes(), read_keys(Path(keys).read_text(encoding="utf-8-sig")))
    except (OSError, ValueError, ProofError) as error:
        sys.stderr.write(f"{error}\n")
        return getattr(error, "status", 2)
    sys.stdout.write(f"成立，holds: {json.dumps(said['item'], ensure_ascii=False)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
