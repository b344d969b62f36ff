"""External relationships: the organizations that this one hosts, and those that host its people."""
