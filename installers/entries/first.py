"""What each of the programs does first: forget what PyInstaller's loader told it through the environment.

The loader leads itself to our libraries with LD_LIBRARY_PATH. A browser, a module or a script that the program starts
is to find its own libraries, as if nothing had been between.
"""

import os

for name in [each for each in os.environ if each.startswith("_PYI_")]:
    del os.environ[name]
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
