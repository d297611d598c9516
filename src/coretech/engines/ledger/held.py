"""What a proof that holds has shown, in words."""

from dataclasses import dataclass
from typing import Any, Self

from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Held:
    """What was proved, by which act of which log, under a head over how many acts."""

    what: Sentence
    act: int
    origin: str
    size: int

    @classmethod
    def of(cls, said: dict[str, Any]) -> Self:
        """From the fields of a proof that `coretech.engines.ledger.verify.check` let pass."""
        item = said["item"]
        what = Sentence(f"公鑰{item.get('key')}", f"the key {item.get('key')}")
        if "no" in item:
            what = Sentence(
                f"第{item['no']}項第{item['version']}版「{item['name']}」",
                f"item {item['no']}, version {item['version']} (“{item['name']}”)",
            )
        origin, size, *_ = said["checkpoint"].split("\n")
        return cls(what, said["index"] + 1, origin, int(size))
