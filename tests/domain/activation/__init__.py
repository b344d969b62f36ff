"""Promises about activating accounts."""
