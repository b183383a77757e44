"""The program `tokenmgr-cli`."""

import sys

from tokenmgr.app import command_line

sys.exit(command_line())
