"""The security log as a whole."""
