"""Single sign-on by SAML: metadata, the way out to the identity provider, its answer, the finish, and logout."""
