"""Insights: figures, posture and reminders."""
