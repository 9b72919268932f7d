"""Renders cases with Jinja2: one JSON object per line in, one per line out.

The three filters that Jinja2 lacks are written here in Python, so that they can be compared too.
"""

import datetime
import json
import sys

from jinja2 import Environment, StrictUndefined


def as_json(value, indent=None):
    if indent is not None and not 0 <= indent <= 8:
        raise ValueError("indent")
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, indent=indent, separators=separators
    )


def bullets(value):
    if not isinstance(value, list):
        raise TypeError("bullets")
    return "\n".join("- " + item_text(item).replace("\n", "\n  ") for item in value)


def item_text(item):
    return as_json(item) if isinstance(item, (list, dict)) else str(item)


def date(value, format):
    return datetime.datetime.fromisoformat(value).strftime(format)


def main():
    environment = Environment(undefined=StrictUndefined)
    environment.filters.update(json=as_json, bullets=bullets, date=date)
    for line in sys.stdin:
        case = json.loads(line)
        try:
            template = environment.from_string(case["template"])
            answer = {"text": template.render(case["context"])}
        except Exception as error:  # Whatever fails, fails for the template.
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer))


main()
