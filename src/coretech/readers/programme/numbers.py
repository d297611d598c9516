"""The numbers of a schedule: ``1.2.3`` is a work item of approach ``1.2``, which is one of item ``1``."""


def item_of(number: str) -> str:
    """The item that an approach or a work item belongs to, by its number."""
    return number.partition(".")[0]


def approach_of(number: str) -> str:
    """The approach that a work item belongs to, by its number."""
    return number.rpartition(".")[0]
