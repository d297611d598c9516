"""Export controls by measured parameters: what the regimes say, side by side, and held against somebody's figures."""
