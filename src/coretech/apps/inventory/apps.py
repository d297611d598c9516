"""Django's handle on inventory."""

from django.apps import AppConfig


class InventoryConfig(AppConfig):
    """The app of inventory."""

    name = "coretech.apps.inventory"
    label = "inventory"
    verbose_name = "inventory / 盤點"
