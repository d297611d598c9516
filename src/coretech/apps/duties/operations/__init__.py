"""Operations on duties: one file, one act."""
