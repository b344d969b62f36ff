"""Promises about passwords, codes and links."""
