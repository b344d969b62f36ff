"""Integrations: programs of the organization that call Keyhouse, made under Security or as a custom setup."""
