"""The pages of the state's plans: what the documents say, and what is doubtful in them. All public."""
