"""Pages of the dossier: its parts as forms, versions, drafts and reviewers' remarks."""
