"""The watch beside a running server: stops it when its last user went without saying goodbye.

Run as ``python -m coretech.embedded.watch <place>`` by whoever starts the server; ends with the server.
"""

import os
import sys
import time
from pathlib import Path

from coretech.embedded import locks
from coretech.embedded.account import account_for
from coretech.embedded.place import Place
from coretech.embedded.sharing import stop_if_unused

SECONDS = 1.0


def watch(place: Place) -> None:
    """Look once a second whether anybody uses the server, until it is stopped."""
    account = account_for(place.folder, place.cluster)
    while True:
        time.sleep(SECONDS)
        if not locks.is_held(place.alive):
            return
        with locks.exclusive(place.starting):
            descriptor = locks.opened(place.lease)
            try:
                if stop_if_unused(place, account, descriptor):
                    return
            finally:
                os.close(descriptor)


if __name__ == "__main__":
    watch(Place(Path(sys.argv[1])))
