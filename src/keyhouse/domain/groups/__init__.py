"""Static, dynamic and provisioned groups."""
