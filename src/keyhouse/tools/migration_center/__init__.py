"""Migration Center: moving people from personal logins to work accounts."""
