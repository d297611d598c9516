"""Run a command on one core and write down its peak memory, in bytes: ``python -I -S on_one_core.py PEAK COMMAND …``.

A process of its own, and a small one, because the system counts towards a command's peak what the process that
started it held at that moment.
"""

import os
import sys


def main(peak: str, *command: str) -> int:
    """Give back the command's own exit status."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    _, status, usage = os.wait4(os.posix_spawn(command[0], command, os.environ), 0)
    unit = 1 if sys.platform == "darwin" else 1024
    with open(peak, "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib would be half of this process
        file.write(str(usage.ru_maxrss * unit))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
