"""Looking for people by everything known about them, and the filters and columns that administrators keep."""
