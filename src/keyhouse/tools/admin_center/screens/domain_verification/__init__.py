"""Domain verification: the domains of the organization, and how each is proved."""
