"""The program `tokenmgr`."""

import sys

from tokenmgr.__main__ import main

sys.exit(main())
