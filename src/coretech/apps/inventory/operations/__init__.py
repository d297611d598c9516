"""Operations on inventory: one file, one act."""
