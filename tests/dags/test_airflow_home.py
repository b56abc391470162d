"""Airflow's home under the state folder: private files, no address but this machine's."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from dags.local.home import airflow_env, make_secrets, password_file, state_home
from dags.local.services import Services


def test_secrets_are_private_and_made_once(tmp_path: Path) -> None:
    make_secrets(tmp_path)
    files = [tmp_path / "airflow" / "airflow.cfg", password_file(tmp_path)]
    before = [path.read_text(encoding="utf-8") for path in files]
    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600, 0o600]
    assert len(json.loads(before[1])["admin"]) >= 20
    make_secrets(tmp_path)
    assert [path.read_text(encoding="utf-8") for path in files] == before


def test_two_homes_have_two_secrets(tmp_path: Path) -> None:
    make_secrets(tmp_path / "a")
    make_secrets(tmp_path / "b")
    assert password_file(tmp_path / "a").read_text() != password_file(tmp_path / "b").read_text()


def test_services_listen_on_this_machine_only(tmp_path: Path) -> None:
    services = Services(tmp_path, 18081)
    assert services.url == "http://127.0.0.1:18081"
    assert services._env["AIRFLOW__API__HOST"] == "127.0.0.1"


def test_environment_carries_no_secret(tmp_path: Path) -> None:
    make_secrets(tmp_path)
    keys = (tmp_path / "airflow" / "airflow.cfg").read_text(encoding="utf-8")
    values = [line.split(" = ")[1] for line in keys.splitlines() if " = " in line]
    env = airflow_env(tmp_path, database="airflow.db")
    assert len(values) == 3
    assert not [name for name, value in env.items() if value in values]


def test_a_night_by_hand_and_the_scheduler_have_two_databases(tmp_path: Path) -> None:
    by_hand = airflow_env(tmp_path, database="by-hand.db")["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"]
    assert by_hand == f"sqlite:///{tmp_path / 'airflow' / 'by-hand.db'}"
    assert by_hand != Services(tmp_path, 18081)._env["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"]


def test_state_home_is_what_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_HOME", str(tmp_path / "state"))
    assert state_home() == tmp_path / "state"
    monkeypatch.delenv("DEMARCHE_HOME")
    assert state_home().name == "data"
