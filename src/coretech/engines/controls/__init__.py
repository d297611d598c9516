"""Export controls by measured parameters: regimes as data, dated vintages, three answers, policy apart."""
