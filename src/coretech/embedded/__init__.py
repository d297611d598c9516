"""The embedded PostgreSQL: nothing to install, started by the first process, stopped by the last.

``ensure`` is all that a user of the database needs; everything else happens by itself.
"""

from coretech.embedded.address import Address
from coretech.embedded.problem import EmbeddedError
from coretech.embedded.sharing import ensure, release, wait
from coretech.embedded.status import Status, status, stop

__all__ = ["Address", "EmbeddedError", "Status", "ensure", "release", "status", "stop", "wait"]
