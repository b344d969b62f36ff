"""The daily commands behind the Makefile, one file each."""
