"""Organizations: set up once by link, further ones by the operator alone."""
