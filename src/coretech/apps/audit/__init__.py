"""The log of official acts: every write of the regime is one act, and no act is ever changed."""
