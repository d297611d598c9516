"""Operations on meetings: one file, one act."""
