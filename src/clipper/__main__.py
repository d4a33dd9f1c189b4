"""`python -m clipper` is the console script."""

from clipper.cli import main

if __name__ == "__main__":
    main()
