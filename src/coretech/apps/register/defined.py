"""The technology profiles that say what defines an item of the list."""

from collections.abc import Iterator

from django.urls import reverse

from coretech.apps.profiles.queries import profiles_of_item
from coretech.apps.register.related import Related


def defining(number: int) -> Iterator[Related]:
    """Every profile whose newest version describes the item."""
    for each in profiles_of_item(number):
        yield Related(each.name, reverse("profile", args=[each.slug]))
