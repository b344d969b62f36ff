"""The SAML addresses over HTTP."""
