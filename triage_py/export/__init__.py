"""The protocol in other forms, for people and programs that do not read TOML."""
