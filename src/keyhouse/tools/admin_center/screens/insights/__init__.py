"""Insights: figures with the people behind them, reminders, the posture, and the tab Insights of Security."""
