"""What deserves an administrator's attention: why it was raised, who looks at it, how it was closed."""
