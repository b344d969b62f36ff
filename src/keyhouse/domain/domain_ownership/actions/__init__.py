"""Everything that can be done about who owns a domain."""
