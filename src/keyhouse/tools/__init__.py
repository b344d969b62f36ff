"""What people see: Admin Center, Business Manager, Migration Center, the front door and the help."""
