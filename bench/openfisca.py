"""OpenFisca-Core in an environment of its own, which goes when the measuring is over.

Its licence is the AGPL-3.0, so that it is no part of this project: nothing here imports it, nothing is shipped
with it, and who measures fetches it for the occasion.
"""

import subprocess
import venv
from pathlib import Path

PROGRAM = Path(__file__).parent / "peers" / "openfisca_quorum.py"
FETCH = (
    *("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"),
    *("--timeout", "15", "--retries", "1", "--only-binary", ":all:", "openfisca-core"),
)


def brought_into(folder: Path) -> Path | None:
    """A Python in ``folder`` that has it; none where it cannot be fetched or does not fit this Python."""
    python = folder / "bin" / "python"
    try:
        venv.create(folder, with_pip=True, symlinks=True)
        subprocess.run([str(python), *FETCH], check=True, capture_output=True)  # noqa: S603 - fixed words
    except subprocess.CalledProcessError:
        return None
    return python
