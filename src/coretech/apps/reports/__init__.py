"""What is reported of the state's plans: indicators, quarters, sheets, evaluations, budgets."""
