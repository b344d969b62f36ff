"""What is known about people, and who may write it."""
