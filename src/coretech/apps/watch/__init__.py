"""The watch over the world's technology: definitions, snapshots, indicators, signals and assessments."""
