"""Who checked the rules, and when: a Jinja2 macro, since every place that says it is a template."""
