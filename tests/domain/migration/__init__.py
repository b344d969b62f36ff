"""Moving from personal logins to work accounts."""
