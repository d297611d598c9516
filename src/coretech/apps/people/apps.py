"""Django's handle on people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The app of people."""

    name = "coretech.apps.people"
    label = "people"
    verbose_name = "people / 人員與機關"
