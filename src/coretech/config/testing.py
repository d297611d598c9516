"""The tests' settings: the real ones, in a home of their own that goes when the run ends.

Every process a test starts inherits the home, and with it the running server. Reading the settings makes
nothing: mypy reads them too, and leaves without a farewell.
"""

import atexit
import os
import secrets
import shutil
import tempfile
from pathlib import Path

if "CORETECH_TEST_HOME" not in os.environ:
    home = Path(tempfile.gettempdir()) / f"coretech-test-{secrets.token_hex(8)}"
    os.environ["CORETECH_TEST_HOME"] = str(home)
    os.environ.setdefault("CORETECH_SECRET_KEY", secrets.token_hex())
    # Registered before the server's own farewell and so run after it.
    atexit.register(shutil.rmtree, home, ignore_errors=True)
os.environ["CORETECH_HOME"] = os.environ["CORETECH_TEST_HOME"]

from django.contrib.auth.hashers import Argon2PasswordHasher

from coretech.config.settings import *  # noqa: F403 - the home must be named first; all settings are meant


class QuickArgon2(Argon2PasswordHasher):
    """Argon2 as shipped, at the least cost it can be asked for: tests hash hundreds of passwords."""

    time_cost, memory_cost, parallelism = 1, 8, 1


PASSWORD_HASHERS = ["coretech.config.testing.QuickArgon2"]
