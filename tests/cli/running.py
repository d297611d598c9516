"""Running the real command in a process of its own."""

import os
import subprocess
import sys

RUN = "import sys; from coretech.cli import main; sys.exit(main())"


def command(
    *arguments: str, given: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The real command in a process of its own."""
    clean = {
        name: value for name, value in os.environ.items() if name not in {"LANG", "LC_ALL", "CORETECH_LANG"}
    }
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        input=given,
        env=clean | (environment or {}),
        capture_output=True,
        check=False,
        timeout=60,
    )
