"""Jinja2 and tiktoken, put together by hand: what most teams write.

`by_hand.py FOLDER naive` counts the whole history again in each turn. `by_hand.py FOLDER cached` keeps the
count of every message beside it, and that of texts that did not change.
"""

import json
import sys

import tiktoken
from jinja2 import Environment, StrictUndefined

from protocol import history, serve

ENVIRONMENT = Environment(undefined=StrictUndefined)
ENCODING = tiktoken.get_encoding("o200k_base")

SYSTEM = """\
{% for text in core %}{{ text }}

{% endfor %}{{ style }}

{{ approach }}

{{ rules_header }}

<rules>
{% for rule in rules %}- {{ rule }}
{% endfor %}</rules>"""

MEMORIES = """\
<memories>
{% for memory in memories %}- {{ memory }}
{% endfor %}</memories>"""


def count(text):
    return len(ENCODING.encode_ordinary(text))


class Naive:
    def __init__(self, material, conversation):
        self.material = material
        self.memories = conversation["memories"]
        self.system = ENVIRONMENT.from_string(SYSTEM)
        self.block = ENVIRONMENT.from_string(MEMORIES)
        self.task = ENVIRONMENT.from_string(material["memory"] + "\n\n" + material["task"])
        self.history = history(conversation)
        tokens = material["tokens"]
        self.per_message = tokens["per_message"]
        fixed = tokens["reply"] + tokens["tools"] + tokens["schema"] + 3 * self.per_message
        self.budget = material["window"] - material["reserve"] - fixed

    def turn(self, answered, message, values):
        self.remember(answered)
        system = self.system.render(self.material)
        memories = self.block.render(memories=self.memories)
        task = self.task.render(values, memories=memories)
        room = self.budget - self.count_system(system) - count(task) - count(message)
        kept = self.fit(room)
        messages = [
            {"role": "system", "content": system},
            *kept,
            {"role": "system", "content": task},
            {"role": "user", "content": message},
        ]
        return payload(self.material, messages)

    def remember(self, answered):
        self.history.extend(answered)

    def count_system(self, system):
        return count(system)

    def fit(self, room):
        costs = [count(message["content"]) + self.per_message for message in self.history]
        total = sum(costs)
        first = 0
        while first < len(costs) and (total > room or self.history[first]["role"] != "user"):
            total -= costs[first]
            first += 1
        return self.history[first:]


class Cached(Naive):
    def __init__(self, material, conversation):
        super().__init__(material, conversation)
        self.costs = [count(message["content"]) + self.per_message for message in self.history]
        self.counted = {}

    def remember(self, answered):
        super().remember(answered)
        self.costs.extend(count(message["content"]) + self.per_message for message in answered)

    def count_system(self, system):
        if system not in self.counted:
            self.counted = {system: count(system)}
        return self.counted[system]

    def fit(self, room):
        """From the newest message backwards, so that a long history costs nothing."""
        first = at = len(self.history)
        while at > 0 and self.costs[at - 1] <= room:
            at -= 1
            room -= self.costs[at]
            if self.history[at]["role"] == "user":
                first = at
        return self.history[first:]


def payload(material, messages):
    body = {
        "model": material["model"],
        "messages": messages,
        "tools": material["tools"],
        "response_format": material["response_format"],
        "max_completion_tokens": material["reserve"],
        "temperature": material["temperature"],
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


if __name__ == "__main__":
    serve({"naive": Naive, "cached": Cached}[sys.argv[2]])
