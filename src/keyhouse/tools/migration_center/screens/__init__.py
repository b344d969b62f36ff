"""The screens of Migration Center."""
