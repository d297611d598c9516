"""The dossier as a form to fill in without a connection, and back."""
