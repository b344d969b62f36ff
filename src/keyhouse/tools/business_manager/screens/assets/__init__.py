"""The screens of assets: one for all types."""
