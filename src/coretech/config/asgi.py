"""The application as an ASGI server sees it."""

import os

from django.core.asgi import get_asgi_application

from coretech.web.shell.doorkeeper import Doorkeeper

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coretech.config.settings")
application = Doorkeeper(get_asgi_application())
