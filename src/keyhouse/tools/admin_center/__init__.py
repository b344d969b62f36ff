"""Admin Center: the organization, its people, domains, sign-on, provisioning, roles and security logs."""
