"""A sentence in both languages; whatever the system says to a person is one of these."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same words in Traditional Chinese and in English.

    Raises:
        ValueError: when either language is empty; nothing is said in one language only.
    """

    zh: str
    en: str

    def __post_init__(self) -> None:
        """Refuse a sentence that lacks a language."""
        if not self.zh.strip() or not self.en.strip():
            message = f"a sentence needs both languages: zh={self.zh!r}, en={self.en!r}"
            raise ValueError(message)

    def say(self, language: str) -> str:
        """The words for a language tag: anything that starts with ``en`` is English, else Chinese."""
        return self.en if language.lower().startswith("en") else self.zh

    def as_dict(self) -> dict[str, str]:
        """``{"zh": …, "en": …}``, as rulings and problem documents print it."""
        return {"zh": self.zh, "en": self.en}

    def __str__(self) -> str:
        """Chinese first; only logs and tracebacks use this."""
        return f"{self.zh} / {self.en}"
