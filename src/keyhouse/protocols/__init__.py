"""The specifications: pure Python, without Django, database or words of the product."""
