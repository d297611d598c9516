"""Django's handle on links."""

from django.apps import AppConfig


class LinksConfig(AppConfig):
    """The app of links."""

    name = "coretech.apps.links"
    label = "links"
    verbose_name = "links / 連結"

    def ready(self) -> None:
        """Tell the register which measures serve an item."""
        from coretech.apps.links.served import measures_for  # noqa: PLC0415 - models load before this runs
        from coretech.apps.register.related import Kind, answered_by  # noqa: PLC0415 - as above

        answered_by(Kind.PROGRAMMES, measures_for)
