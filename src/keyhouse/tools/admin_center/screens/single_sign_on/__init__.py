"""Single sign-on: connections, the wizard Add IdP in its five steps, and the attempts at each connection."""
