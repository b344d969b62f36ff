"""Deeds that wait for a second administrator: asked, approved, declined, expired, done."""
