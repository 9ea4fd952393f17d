"""What is measured, one module a subject. Each gives tables and what goes into the results file."""
