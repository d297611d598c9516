"""The test file of the anti-virus industry, by which an installation can see that files are looked into."""

from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError

# In two halves, so that this source is not itself taken for the test file.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def refuse_virus(data: bytes) -> None:
    """Refuse content that holds the EICAR test string; other viruses are the mail gateway's and the disk scanner's."""
    if EICAR in data:
        raise FileError(
            Sentence(
                "檔案內含防毒測試碼（EICAR），不予收受；請由資訊單位檢查來源。",
                "The file holds the EICAR anti-virus test code and is not taken. Let your IT unit look at its source.",
            )
        )
