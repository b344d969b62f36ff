"""What people see, tried from outside."""
