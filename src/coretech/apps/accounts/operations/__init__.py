"""Operations on accounts."""
