"""The screens of Business Manager."""
