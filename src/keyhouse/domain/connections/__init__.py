"""Identity providers: sign-on, provisioning, integrations."""
