"""`python -m keyhouse` is the command line."""

from keyhouse.commands import main

if __name__ == "__main__":
    main()
