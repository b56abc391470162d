"""One writer at a time, and whoever waits too long learns where and what to do."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from transforms.errors import LockError
from warehouse.lock import writer_lock

HOLD = textwrap.dedent("""
    import sys
    from pathlib import Path
    from warehouse.lock import writer_lock
    with writer_lock(Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.readline()
""")


@pytest.fixture
def holder(tmp_path, request):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=request.config.rootpath,
    )  # fmt: skip
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()


def test_a_second_writer_is_told_which_file_and_what_to_do(tmp_path, holder):
    with pytest.raises(LockError) as told, writer_lock(tmp_path, timeout=0.1):
        pass
    assert str(told.value) == (
        f"a lock held by another process for more than 0.1 s in {tmp_path / 'writer.lock'}: "
        "wait for the other run to end or stop it (`fuser` on that file names it), then run again; "
        "the file itself may stay, an ended process holds nothing"
    )


def test_a_killed_holder_holds_nothing(tmp_path, holder):
    holder.kill()
    holder.wait()
    with writer_lock(tmp_path, timeout=5):
        pass


def test_the_lock_is_free_again_after_an_error(tmp_path):
    with pytest.raises(RuntimeError), writer_lock(tmp_path, timeout=1):
        raise RuntimeError
    with writer_lock(tmp_path, timeout=0):
        pass
