"""Who may do which task with which asset, why, and until when; promised grants; decisions."""
