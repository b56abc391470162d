"""Where state lies, and how Airflow is set up under it."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Below the state folder: the scores of each state of the extractor, a file each.
SCORED = "scored"

SECRETS = """\
# Made once by demarche; nobody but this user may read it. Delete the file to make new ones.
[core]
fernet_key = {fernet}
[api]
secret_key = {api}
[api_auth]
jwt_secret = {jwt}
"""


def state_home() -> Path:
    """The state folder: `DEMARCHE_HOME`, or `data/` in the repository."""
    return Path(os.environ.get("DEMARCHE_HOME") or ROOT / "data").expanduser().resolve()


def corrections_file() -> Path:
    """What people decided of claims: `DEMARCHE_CORRECTIONS`, or `seeds/corrections.csv` in the repository."""
    return Path(os.environ.get("DEMARCHE_CORRECTIONS") or ROOT / "seeds" / "corrections.csv").expanduser().resolve()


def airflow_env(home: Path, *, database: str) -> dict[str, str]:
    """The environment of every Airflow process of ours: this one's, with `database` (a file name) for metadata.

    A night run by hand has a database of its own: a scheduler that found such a run in its own database would run
    the tasks a second time.
    """
    airflow = home / "airflow"
    return {
        **os.environ,
        "DEMARCHE_HOME": str(home),
        "AIRFLOW_HOME": str(airflow),
        "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "dags"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__PARALLELISM": os.environ.get("PARALLELISM", "4"),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(password_file(home)),
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{airflow / database}",
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(airflow / "logs"),
        "AIRFLOW__SCHEDULER__USAGE_DATA_COLLECTION_ENABLED": "False",
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
    }


def password_file(home: Path) -> Path:
    """Where the web interface's password lies, as `{"admin": "…"}`."""
    return home / "airflow" / "password.json"


def make_secrets(home: Path) -> None:
    """Write Airflow's keys and the admin's password once, into files that only this user may read."""
    from cryptography.fernet import Fernet

    keys = {"fernet": Fernet.generate_key().decode(), "api": secrets.token_hex(32), "jwt": secrets.token_hex(64)}
    (home / "airflow").mkdir(parents=True, exist_ok=True)
    _write_private(home / "airflow" / "airflow.cfg", SECRETS.format(**keys))
    _write_private(password_file(home), json.dumps({"admin": secrets.token_urlsafe(18)}))


def _write_private(path: Path, text: str) -> None:
    """Write `text` unless the file is there; it is never open to others, not even for a moment."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
