"""Bring Airflow's metadata database up to date and make the writer's pool: `python -m dags.local.metadata`.

A process of its own, so that whoever starts it need not import Airflow.
"""

from __future__ import annotations

WRITER_POOL = "warehouse_writer"


def main() -> None:
    from airflow.models.pool import Pool
    from airflow.utils import db

    db.initdb()
    Pool.create_or_update_pool(WRITER_POOL, slots=1, description="One writer at a time", include_deferred=True)


if __name__ == "__main__":
    main()
