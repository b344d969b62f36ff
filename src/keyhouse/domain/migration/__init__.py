"""Who has moved to a work account, who has not, and why."""
