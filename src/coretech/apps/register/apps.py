"""Django's handle on register."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The app of register."""

    name = "coretech.apps.register"
    label = "register"
    verbose_name = "register / 清單"

    def ready(self) -> None:
        """Answer the cases' question what the list says."""
        from coretech.apps.cases.listed import answered_by  # noqa: PLC0415 - models load before this runs
        from coretech.apps.register.listed import listed_as  # noqa: PLC0415 - as above

        answered_by(listed_as)
