"""What plans cost: the figures that hold, files of them, the board of stages, the share of GDP."""
