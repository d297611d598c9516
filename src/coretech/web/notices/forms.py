"""A comment on a pre-announcement."""

from django import forms

from coretech.web.shell.words import both


class CommentForm(forms.Form):
    """The comment; who sends it may stay unsaid."""

    text = forms.CharField(
        label=both("意見", "Your comment"),
        help_text=both(
            "5000字以內。意見與處理結果會公開，請勿寫入個人資料。",
            "5,000 characters at most. It is published with its disposition, so leave personal data out.",
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    sender = forms.CharField(
        label=both("姓名或機構（選填）", "Your name or organisation (optional)"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact = forms.CharField(
        label=both("聯絡方式（選填）", "How to reach you (optional)"),
        help_text=both("例如電子郵件或電話。", "For example an email address or telephone number."),
        max_length=200,
        required=False,
    )
