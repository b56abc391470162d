"""The tables: their schema, the load of a night, its publication, and the views that readers query."""
