"""Keeping an installation: its backups and its check-up."""
