"""Commands on plans, their reporting, budgets, evaluations, and critical supplies."""
