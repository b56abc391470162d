"""The page of the vocabulary is the one that the seeds give."""

from __future__ import annotations

from warehouse.ontology import COMMAND, ONTOLOGY, SEEDS, ontology


def test_the_page_is_fresh():
    assert ONTOLOGY.read_text(encoding="utf-8") == ontology(), f"warehouse/ONTOLOGY.md is stale: run `{COMMAND}`"


def test_every_file_of_the_vocabulary_stands_on_it_once(tmp_path):
    for path in SEEDS.glob("*.csv"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "moods.csv").write_text("mood,definition\nglad,a | b\n", encoding="utf-8")
    page = ontology(tmp_path)
    assert page.count("\n## ") == len(list(tmp_path.glob("*.csv")))
    assert "## Moods" in page
    assert "| glad | a \\| b |" in page
