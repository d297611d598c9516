"""Operations on register: one file, one act."""
