"""What can go wrong with the embedded server, said so that a person can act on it."""

from pathlib import Path

from coretech.kit.sentence import Sentence


class EmbeddedError(RuntimeError):
    """The embedded server cannot serve.

    Attributes:
        sentence: what failed, where and what to do, in both languages.
        detail: what PostgreSQL itself said, for whoever mends it.
    """

    def __init__(self, sentence: Sentence, detail: str = "") -> None:
        """Keep the sentence and the program's own words apart."""
        super().__init__(f"{sentence}\n{detail}".strip())
        self.sentence = sentence
        self.detail = detail


def cannot_use(home: Path, error: OSError) -> EmbeddedError:
    """The data folder refuses us: closed, full, read-only or gone."""
    where = error.filename or home
    return EmbeddedError(
        Sentence(
            zh=f"無法使用資料夾 {home}（{error.strerror}：{where}）。"
            "請確認資料夾屬於目前的使用者且磁碟仍有空間，"
            "或以 CORETECH_HOME 指定另一個資料夾、以 DATABASE_URL 指定資料庫。",
            en=f"The data folder {home} cannot be used ({error.strerror}: {where}). Make sure that it "
            "belongs to you and the disk has room, or name another folder with CORETECH_HOME or a database "
            "server with DATABASE_URL.",
        ),
        str(error),
    )
