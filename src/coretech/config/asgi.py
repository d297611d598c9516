"""The application as an ASGI server sees it."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

from coretech.web.shell.doorkeeper import Doorkeeper

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coretech.config.settings")
_everything = Doorkeeper(get_asgi_application())

from coretech.web.stored.application import StoredBodies  # noqa: E402 - models load once Django is set up

application = StoredBodies(_everything, keep=settings.CORETECH_STORED_BODIES)
