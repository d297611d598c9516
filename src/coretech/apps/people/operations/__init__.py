"""Operations on people: one file, one act."""
