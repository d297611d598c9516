"""Django's handle on scope questions."""

from django.apps import AppConfig


class ScopeConfig(AppConfig):
    """The app of scope questions."""

    name = "coretech.apps.scope"
    label = "scope"
    verbose_name = "scope / 範疇詢問"

    def ready(self) -> None:
        """Tell the register which published answers are about an item."""
        from coretech.apps.register.related import Kind, answered_by  # noqa: PLC0415 - models load before this runs
        from coretech.apps.scope.digests import about_item  # noqa: PLC0415 - as above

        answered_by(Kind.QUESTIONS, about_item)
