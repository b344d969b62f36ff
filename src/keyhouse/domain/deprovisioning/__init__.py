"""Leaving and coming back: deactivate, suspend, hold, reactivate, delete, and the receipts of it."""
