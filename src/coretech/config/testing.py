"""The tests' settings: the real ones, in a home of their own that goes when the run ends.

Every process a test starts inherits the home, and with it the running server.
"""

import atexit
import os
import shutil
import tempfile

from coretech.embedded.files import OPEN_TO_PASS

if "CORETECH_TEST_HOME" not in os.environ:
    os.environ["CORETECH_TEST_HOME"] = tempfile.mkdtemp(prefix="coretech-test-")
    os.chmod(os.environ["CORETECH_TEST_HOME"], OPEN_TO_PASS)  # noqa: PTH101 - a word of the environment
    # Registered before the server's own farewell and so run after it.
    atexit.register(shutil.rmtree, os.environ["CORETECH_TEST_HOME"], ignore_errors=True)
os.environ["CORETECH_HOME"] = os.environ["CORETECH_TEST_HOME"]

from coretech.config.settings import *  # noqa: F403 - the home must be named first; all settings are meant
