"""A program measured from start to answer, on one core, with the most memory it was seen to take."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ON_ONE_CORE = Path(__file__).with_name("on_one_core.py")


@dataclass
class Program:
    """A command that is run by calling it; where it answers is told by ``output``.

    Attributes:
        command: the program, by its path, and its arguments.
        folder: where it may write; its output is ``output`` there.
        peak: the most memory any run took, in bytes.
    """

    command: tuple[str, ...]
    folder: Path
    peak: int = 0

    @property
    def output(self) -> Path:
        """What the last run printed."""
        return self.folder / "output"

    def __call__(self) -> None:
        """Run it to its end.

        Raises:
            CalledProcessError: when it ends with another status than 0.
        """
        peak = self.folder / "peak"
        small = (sys.executable, "-I", "-S", str(ON_ONE_CORE), str(peak))
        with self.output.open("wb") as output:
            subprocess.run([*small, *self.command], stdout=output, check=True)  # noqa: S603 - commands of our own
        self.peak = max(self.peak, int(peak.read_text(encoding="utf-8")))
