"""Django's handle on register."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The app of register."""

    name = "coretech.apps.register"
    label = "register"
    verbose_name = "register / 清單"

    def ready(self) -> None:
        """Answer the cases' question what the list says; tell of the foreign items that ours stand to."""
        from coretech.apps.cases.listed import answered_by  # noqa: PLC0415 - models load before this runs
        from coretech.apps.inventory.finds.catalogue import offered_by  # noqa: PLC0415 - as above
        from coretech.apps.register import defined, elsewhere, matched, related  # noqa: PLC0415 - as above
        from coretech.apps.register.listed import listed_as  # noqa: PLC0415 - as above
        from coretech.apps.register.screened_with import entries_on  # noqa: PLC0415 - as above

        answered_by(listed_as)
        offered_by(entries_on)
        related.answered_by(related.Kind.FOREIGN, elsewhere.foreign_items)
        related.answered_by(related.Kind.PROFILES, defined.defining)
        matched.answered_by(elsewhere.judged_abroad)
