"""Django's handle on links."""

from django.apps import AppConfig


class LinksConfig(AppConfig):
    """The app of links."""

    name = "coretech.apps.links"
    label = "links"
    verbose_name = "links / 連結"

    def ready(self) -> None:
        """Tell the register which measures serve an item, and the watch of supplies that the same measures serve."""
        from coretech.apps.links.served import measures_for  # noqa: PLC0415 - models load before this runs
        from coretech.apps.links.supply_signals import supply_signals  # noqa: PLC0415 - as above
        from coretech.apps.register.related import Kind, answered_by  # noqa: PLC0415 - as above
        from coretech.apps.watch.signals import gathering, signal  # noqa: PLC0415 - as above

        answered_by(Kind.PROGRAMMES, measures_for)
        gathering.told_by(signal.Kind.SUPPLY, supply_signals)
