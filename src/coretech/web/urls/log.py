"""The addresses of the log: its page, its files, its audits, an item's proof; and what its keepers do."""

from django.urls import URLPattern, path

from coretech.web.log import audits, changing, files, keeping, page

urlpatterns: list[URLPattern] = [
    path("log/", page.log, name="log"),
    path("log/checkpoint", files.log_checkpoint, name="log_checkpoint"),
    path("log/keys", files.log_keys_text, name="log_keys"),
    path("log/verify.py", files.log_verify, name="log_verify"),
    path("log/consistency", files.log_consistency, name="log_consistency"),
    path("log/audits/", audits.log_audits, name="log_audits"),
    path("log/audits/ask/", audits.log_audit_ask, name="log_audit_ask"),
    path("log/keep/", keeping.log_keep, name="log_keep"),
    path("log/keep/key/", changing.log_key_rotate, name="log_key_rotate"),
    path("log/keep/witnesses/new/", changing.witness_new, name="witness_name"),
    path("log/keep/witnesses/<int:witness_id>/end/", changing.witness_over, name="witness_end"),
    path("register/<int:number>/proof", files.item_proof_file, name="register_item_proof"),
]
