"""What the project knows, read from `seeds/` into typed look-ups."""
