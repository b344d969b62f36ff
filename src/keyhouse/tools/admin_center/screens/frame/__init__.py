"""What stands around every page of Admin Center."""
