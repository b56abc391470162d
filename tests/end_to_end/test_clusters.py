"""Reports of one act in other words are one cluster, through the real extractor; a like act a week later is another."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace

import duckdb

from dags.local import steps

NIGHT = date(2012, 5, 11)
PAGE = """<html><head><title>News {name}</title><meta property="article:published_time" content="{day}"></head>
<body><article><p>{text} {more}</p></article></body></html>"""
MORE = (
    "The weather in the valley stayed dry, and farmers there began to bring in the hay before the weekend. Reader {} "
    "wrote that the old bridge beside the mill is narrow, and that a lamp on its {} side would help whoever walks home."
)
REPORTS = {
    "a": ("2012-05-02", "Canada expelled two Syrian diplomats on Tuesday, the foreign ministry in Ottawa said."),
    "b": ("2012-05-02", "Two diplomats from Syria were expelled by Canada on Tuesday."),
    "d": ("2012-05-10", "Canada expelled two more Syrian diplomats on Tuesday."),
    "e": ("2012-05-02", "Norway recognised the State of Palestine on Tuesday."),
    "f": ("2012-05-03", "The State of Palestine was recognised by Norway on Tuesday, its prime minister said."),
    "g": ("2012-05-02", "The European Union imposed sanctions on Belarus on Tuesday."),
    "h": ("2012-05-03", "Sanctions were imposed on Belarus by the European Union on Tuesday."),
    "i": ("2012-05-03", "The European Union has threatened to impose sanctions on Belarus."),
}


def test_reports_meet_by_what_they_tell(tmp_path, monkeypatch):
    monkeypatch.setenv("DEMARCHE_HOME", str(tmp_path / "home"))
    source = tmp_path / "herald"
    source.mkdir()
    for number, (name, (day, text)) in enumerate(REPORTS.items()):
        more = MORE.format(number, ("north", "south", "east", "west")[number % 4])
        (source / f"{name}.html").write_text(PAGE.format(name=name, day=day, text=text, more=more))
    params = {"source": str(source), "reparse": False, "night": NIGHT.isoformat(), "published": None}
    start = datetime(2012, 5, 11, tzinfo=UTC)
    dag_run = SimpleNamespace(run_id="run", start_date=start, run_type="manual", data_interval_start=None)
    dag_run.data_interval_end = None
    staging, batches = steps.ingest(params, dag_run)
    for batch in batches:
        steps.extract(batch)
    candidate = steps.load(staging, params, dag_run)
    with duckdb.connect(candidate["path"], read_only=True) as con:
        told = con.execute("SELECT action, status, n_claims FROM v_clusters ORDER BY ALL").fetchall()
        new = con.execute("SELECT count(*) FILTER (WHERE is_new_information) FROM cluster_members").fetchone()
    assert told == [
        ("expel_diplomat", "occurred", 1),
        ("expel_diplomat", "occurred", 2),
        ("impose", "occurred", 2),
        ("impose", "threatened", 1),
        ("recognise", "occurred", 2),
    ]
    assert new == (5,)
