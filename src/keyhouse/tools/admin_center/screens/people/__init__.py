"""People: the directory, adding people, and everything that concerns one person."""
