"""What is asked of OpenAlex: a filter as its addresses write it, words to search for, or both."""

import re
from dataclasses import dataclass

from coretech.kit.refusal import bad_input

_PART = re.compile(r"([a-z_][a-z0-9_.]*):([^,]+)")


@dataclass(frozen=True, slots=True)
class Query:
    """A question to OpenAlex.

    Attributes:
        filter: as in its addresses: ``name:value``, with commas between.
        search: words that works are searched for.

    Raises:
        Refused: (HTTP 422) where it asks for nothing, or a part of the filter is no ``name:value``.
    """

    filter: str = ""
    search: str = ""

    def __post_init__(self) -> None:
        """Refuse what OpenAlex would not understand, before anything is spent on it."""
        if not self.filter and not self.search:
            raise bad_input(
                "query",
                "請以 --query 或 --search 指定要取得的著作。",
                "Say which works with --query or --search.",
            )
        for part in self.filter.split(",") if self.filter else ():
            if not _PART.fullmatch(part.strip()):
                raise bad_input(
                    "query",
                    f"--query：{part!r} 應如 primary_topic.id:T10682；各條件以半形逗號分隔",
                    f"--query: {part!r} should be like primary_topic.id:T10682, with commas between",
                )

    @property
    def written(self) -> str:
        """The question in a line, for manifests."""
        told = {"filter": self.filter, "search": self.search}
        return "&".join(f"{name}={value}" for name, value in told.items() if value)

    @property
    def parameters(self) -> dict[str, object]:
        """The question as pyalex takes it; a name that is given twice asks for both."""
        asked: dict[str, object] = {}
        if self.filter:
            parts: dict[str, list[str]] = {}
            for name, value in (part.strip().split(":", 1) for part in self.filter.split(",")):
                parts.setdefault(name, []).append(value)
            asked["filter"] = {name: each if len(each) > 1 else each[0] for name, each in parts.items()}
        return asked | ({"search": self.search} if self.search else {})
