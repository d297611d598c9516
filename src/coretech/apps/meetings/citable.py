"""The attachments of a case that its dossier may cite, as one reader may know of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.cited_files import cited_files
from coretech.apps.cases.content import Content
from coretech.apps.cases.models import Attachment, Case
from coretech.apps.meetings.attachments import Listed, listed_attachments
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Citable:
    """All versions of all attachments of a case, by number."""

    files: Mapping[int, Listed]

    def choices(self) -> Iterator[tuple[str, Sentence]]:
        """The newest version of each that opens to the reader, by its number, with its title."""
        for listed in self.files.values():
            if listed.opens and self.newer(listed.attachment) is None:
                yield str(listed.attachment.pk), self.named(listed.attachment.pk)

    def named(self, number: int) -> Sentence:
        """An attachment in words: its title where it opens to the reader, its number alone where it does not."""
        listed = self.files.get(number)
        if listed is None:
            return Sentence(f"附件{number}（不在本案）", f"Attachment {number} (not of this case)")
        if not listed.ruling.is_yes:
            return Sentence(f"附件{number}（未對您開放）", f"Attachment {number} (closed to you)")
        file, notice = listed.attachment, self.notice(number)
        zh, en = f"附件{number}：{file.title}", f"Attachment {number}: {file.title}"
        if notice is None:
            return Sentence(zh, en)
        return Sentence(f"{zh}（{notice.zh}）", f"{en} ({notice.en})")

    def notice(self, number: int) -> Sentence | None:
        """What has become of an attachment since it was cited: withdrawn, or overtaken by a newer version."""
        listed = self.files.get(number)
        if listed is None or not listed.ruling.is_yes:
            return None
        newer = self.newer(listed.attachment)
        gone = listed.attachment.withdrawn_at is not None
        if newer is not None:
            zh, en = (
                f"已有第{newer.version}版：附件{newer.pk}",
                f"version {newer.version} is attachment {newer.pk}",
            )
            return Sentence(f"已撤下，{zh}", f"withdrawn; {en}") if gone else Sentence(zh, en)
        return Sentence("已撤下", "withdrawn") if gone else None

    def newer(self, file: Attachment) -> Attachment | None:
        """The newest version under the same title that is newer, opens to the reader and was not withdrawn."""
        later = (
            each.attachment
            for each in self.files.values()
            if each.opens
            and (each.attachment.part, each.attachment.title) == (file.part, file.title)
            and each.attachment.version > file.version
        )
        return max(later, key=lambda each: each.version, default=None)

    def notices(self, content: Content) -> Iterator[Sentence]:
        """What to mend in a form: each attachment it cites that was withdrawn or has a newer version."""
        for leaf, number in cited_files(content):
            notice = self.notice(number)
            if notice is not None:
                yield Sentence(
                    f"{leaf.where.zh}：附件{number}{notice.zh}。",
                    f"{leaf.where.en}: attachment {number}, {notice.en}.",
                )


def citable(by: Acting, case: Case) -> Citable:
    """The case's attachments as this reader may know of them."""
    return Citable({listed.attachment.pk: listed for listed in listed_attachments(by, case)})
