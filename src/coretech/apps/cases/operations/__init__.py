"""Operations on cases: one file, one act."""
