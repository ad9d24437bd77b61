"""What a worker process may, and may not, do to its machine."""

import subprocess
import sys

_SAY = """
import resource
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
from gateway.worker import set_limits
set_limits()
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0] >= min(hard, 16384), resource.getrlimit(resource.RLIMIT_CORE))
"""


def test_a_thousand_sessions_have_files_enough_and_a_crash_leaves_none():
    done = subprocess.run(
        [sys.executable, "-c", _SAY], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "True (0, 0)\n"
