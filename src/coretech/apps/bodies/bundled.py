"""The agreement's first text: what everybody signs before anything confidential opens."""

import hashlib

from django.db import transaction

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import AgreementText

_ZH = """本人參與國家核心關鍵技術之審查、諮詢或認定會議，同意：
一、對會議中知悉而應保密之內容，不洩漏、不交付、不自行利用。
二、資料只在本系統閱覽，會後不留存副本。
三、職務結束後，保密義務仍然存在。"""

_EN = """I take part in meetings that review, advise on or identify national core key technologies, and I agree:
1. What I learn there and must keep confidential, I do not disclose, hand on or use for myself.
2. I read papers in this system only and keep no copies after the meeting.
3. The duty remains when my office ends."""


@transaction.atomic
def load_agreement_text() -> None:
    """Write version 1 of the text, in one act, where there is none."""
    defaults = {"zh": _ZH, "en": _EN, "digest": digest_of(_ZH, _EN)}
    text, fresh = AgreementText.objects.get_or_create(version=1, defaults=defaults)
    if fresh:
        record(
            Acting(at=now(), username="system"),
            "agreement.bundled",
            "agreement-text/1",
            public={"text_version": text.version, "text_sha256": text.digest},
            rows=[text],
            why="the text that comes with the program",
        )


def digest_of(zh: str, en: str) -> str:
    """What a signature names: the SHA-256 of both languages, one after the other."""
    return hashlib.sha256(f"{zh}\n{en}".encode()).hexdigest()
