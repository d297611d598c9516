"""Operations on the log itself."""
