"""What defines a technology: parameters, thresholds, readiness, equipment and materials, in versions."""
