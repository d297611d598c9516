"""Operations on technologies: one file, one act."""
