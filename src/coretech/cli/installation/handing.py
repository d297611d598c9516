"""A file that a command makes, put where it was asked for."""

from collections.abc import Mapping
from pathlib import Path

from coretech.cli.installation.told import Told
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence


def put(
    out: Path, content: bytes, told: Mapping[str, object] | None = None, note: Sentence | None = None
) -> Told:
    """Write the file and say so; ``told`` is what JSON says of it, its size where nothing else.

    Raises:
        Refused: (exit status 2) where it cannot be written.
    """
    try:
        out.write_bytes(content)
    except OSError as error:
        raise bad_input(
            "out",
            f"無法寫入 {out.name}（{error.strerror}）。",
            f"{out.name} cannot be written ({error.strerror}).",
        ) from None
    done = Sentence(f"已寫入 {out}（{len(content)}位元組）", f"{len(content)} bytes written to {out}")
    data = {"file": str(out), **({"size": len(content)} if told is None else told)}
    return Told(data, lambda language: [done.say(language)], note)
