"""Operations on documents: one file, one act."""
