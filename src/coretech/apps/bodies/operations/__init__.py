"""Operations on bodies: one file, one act."""
