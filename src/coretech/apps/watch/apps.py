"""Django's handle on the watch."""

from django.apps import AppConfig


class WatchConfig(AppConfig):
    """The app of the watch."""

    name = "coretech.apps.watch"
    label = "watch"
    verbose_name = "watch / 科技觀測"

    def ready(self) -> None:
        """Gather the signals of the nouns below; offer assessments to the dossiers they led to."""
        from coretech.apps.register.offers import also_offered_by  # noqa: PLC0415 - models load before this runs
        from coretech.apps.watch.scanning.offers import assessed  # noqa: PLC0415 - as above
        from coretech.apps.watch.signals import sources  # noqa: PLC0415 - as above

        sources.connect()
        also_offered_by(assessed)
