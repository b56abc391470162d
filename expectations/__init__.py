"""What must hold before a night is published: suites, whole-warehouse truths, the verdict and the report.

Knows only table names and gets its rows through a `query` function; imports neither transforms nor warehouse.
"""
