"""Django's handle on cases."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The app of cases."""

    name = "coretech.apps.cases"
    label = "cases"
    verbose_name = "cases / 案件"
