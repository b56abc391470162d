"""One scheduled night in a process of its own, to be killed: `python -m tests.ingest.one_night HOME SEEDS DAY`."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from tests.ingest.listing import follow_entries
from transforms.ingest import ingest_night
from transforms.ingest.fetch import make_client
from transforms.ingest.fetch_address import Reach
from transforms.ingest.fetch_limits import Limits


def main(home: Path, seeds: Path, day: date) -> None:
    """Two hosts at once, so that a night that is held up somewhere is held up in the middle."""
    follow_entries(pytest.MonkeyPatch())
    ingest_night(
        home,
        source=None,
        night=None,
        published=None,
        interval=(day, day + timedelta(days=1)),
        seeds=seeds,
        client=make_client(limits=Limits(pause=0.0, hosts=2), reach=Reach([ip_network("127.0.0.0/8")])),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3]))
