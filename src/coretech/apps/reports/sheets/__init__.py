"""The quarterly sheets: what an agency is asked, its drafts, the offline file, who signs, and how it locks."""
