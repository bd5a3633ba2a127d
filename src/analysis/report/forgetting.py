"""What a notebook leaves behind in a kernel, taken away again: the next one begins as in a new kernel."""

import os
import sys
import warnings
from typing import Any

_FOLDER, _VARIABLES, _WARNINGS = os.getcwd(), dict(os.environ), list(warnings.filters)


def forget() -> None:
    """Bring this kernel back to where it was when this module was loaded, but for the modules loaded since.

    That is its names, counts, folder, environment, warnings shown, and the settings of pandas and matplotlib.
    """
    from IPython import get_ipython

    get_ipython().reset()
    os.chdir(_FOLDER)
    os.environ.clear()
    os.environ.update(_VARIABLES)
    warnings.resetwarnings()  # what was shown once is shown again
    filters: Any = warnings.filters
    filters[:] = _WARNINGS
    if pandas := sys.modules.get("pandas"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of options that are on their way out
            pandas.reset_option("all")
    if matplotlib := sys.modules.get("matplotlib"):
        matplotlib.rc_file_defaults()
