"""How far the extractor agrees with people: its events beside hand-annotated ones, counted, with intervals."""
