"""Business Manager: portfolios, the people in them, invitations, and who may do which task with which asset."""
