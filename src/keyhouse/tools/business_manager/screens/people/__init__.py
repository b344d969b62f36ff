"""The screens under People."""
