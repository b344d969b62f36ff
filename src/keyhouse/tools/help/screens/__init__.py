"""The screens of the guide."""
