"""`python -m living_strategy`: the same as the command `living-strategy`."""

import sys

from living_strategy.adapters.cli import main

if __name__ == "__main__":
    sys.exit(main())
