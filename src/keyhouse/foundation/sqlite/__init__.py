"""SQLite as Keyhouse uses it: Django's own backend, with writers that queue fairly instead of polling for the lock."""
