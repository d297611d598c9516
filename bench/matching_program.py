"""Made projects matched from start to end in a process of its own: ``python -m bench.matching_program COUNT``.

Prints how long the matching took, in seconds, as JSON; the projects are made as they are asked for and never held.
"""

import json
import sys
from itertools import islice
from time import perf_counter

from bench.matching_made import items, projects
from coretech.engines.matching.lexical import Lexical
from coretech.engines.matching.matcher import BATCH

TOP = 5


def main(count: int) -> None:
    """Match and tell."""
    matcher, made = Lexical(items()), projects(count)
    seconds = 0.0
    while part := [text for text, _ in islice(made, BATCH)]:
        start = perf_counter()
        for _ in matcher.matched(part, TOP):
            pass
        seconds += perf_counter() - start
    sys.stdout.write(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
