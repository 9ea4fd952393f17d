"""What is timed inside a Python: the same code in CPython and in Pyodide."""
