"""What the asker may send from the secret page."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from coretech.apps.scope.asked import LONGEST_SECRET
from coretech.apps.scope.operations.hand_in_secret import LONGEST_TITLE
from coretech.apps.scope.operations.reply_to_digest import LONGEST as LONGEST_OBJECTION
from coretech.apps.scope.taking import LONGEST
from coretech.web.shell.words import both

_LARGEST = 4 * LONGEST_SECRET
"""Bytes of a text file: no character takes more than four in UTF-8."""


class ReplyForm(forms.Form):
    """What the authority asked back."""

    text = forms.CharField(
        label=both("補充說明（不含機密）", "Your reply, without secrets"),
        help_text=both(
            "機密內容請用本頁下方的加密欄位另外提供。",
            "Hand in what is secret below on this page, where it is sealed.",
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
    )


class SecretForm(forms.Form):
    """Something secret: typed, or as a text file."""

    title = forms.CharField(
        label=both("標題（不含機密）", "Title, without secrets"), max_length=LONGEST_TITLE
    )
    secret = forms.CharField(
        label=both("機密內容", "What is secret"),
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        max_length=LONGEST_SECRET,
        required=False,
    )
    file = forms.FileField(
        label=both("或純文字檔（UTF-8）", "Or a text file (UTF-8)"), required=False, allow_empty_file=True
    )

    def clean_file(self) -> str:
        """The file's text."""
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return ""
        if (file.size or 0) > _LARGEST:
            raise forms.ValidationError(
                both(
                    f"檔案請在{LONGEST_SECRET}字以內；較大的請分成幾份。",
                    f"The file may hold {LONGEST_SECRET} characters at most; hand in a larger one in parts.",
                )
            )
        try:
            return bytes(file.read()).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise forms.ValidationError(
                both(
                    "這不是UTF-8純文字檔；請另存為純文字，或將內容貼在上面的欄位。",
                    "This is no UTF-8 text file. Save it as plain text, or paste what it says into the field above.",
                )
            ) from None

    def clean(self) -> dict[str, object]:
        """Either is enough; both are joined."""
        said = dict(self.cleaned_data)
        whole = "\n".join(str(said[field]) for field in ("secret", "file") if said.get(field))
        if not whole.strip() and not self.errors:
            self.add_error("secret", both("請填寫內容，或選擇檔案。", "Fill it in, or choose a file."))
        return said | {"whole": whole}


class WithdrawForm(forms.Form):
    """Why; nobody has to say."""

    why = forms.CharField(
        label=both("原因（選填）", "Why (optional)"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
        required=False,
    )


class DigestForm(forms.Form):
    """The asker's word on a digest."""

    number = forms.CharField(widget=forms.HiddenInput, max_length=24)
    agrees = forms.ChoiceField(
        label=both("您同意公開這則摘要嗎？", "Do you agree to its being published?"),
        choices=[("yes", both("同意", "I agree")), ("no", both("反對", "I object"))],
        widget=forms.RadioSelect,
    )
    objection = forms.CharField(
        label=both("反對的理由", "Why you object"),
        help_text=both("例如哪些字句會讓人認出您。", "Such as which words would give you away."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_OBJECTION,
        required=False,
    )
