"""The build: an MkDocs plugin that adds to the pages what a browser and a printer need."""
