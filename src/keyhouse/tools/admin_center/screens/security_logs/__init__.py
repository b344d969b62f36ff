"""Security logs: read, searched, exported, verified, and carried elsewhere by streams."""
