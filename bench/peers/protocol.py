"""The loop that every Python peer runs.

A request `{"conversation": PATH, "payload": PATH}` comes in on a line; a line `{"times": [nanoseconds,
...]}` goes out, one time for each measured turn, and the last payload is written to the second path.
What is timed is what happens when a turn arrives: new messages and values in, the payload's bytes out.
Reading and writing of files is not.
"""

import json
import sys
from pathlib import Path
from time import perf_counter_ns


def serve(begin):
    """`begin(material, conversation)` gives an object with a method
    `turn(answered, message, values) -> bytes`: `answered` are the message of the turn before and the
    answer to it, or nothing in the first turn."""
    material = json.loads((Path(sys.argv[1]) / "material.json").read_text())
    for line in sys.stdin:
        request = json.loads(line)
        conversation = json.loads(Path(request["conversation"]).read_text())
        times, payload = run(begin(material, conversation), conversation)
        Path(request["payload"]).write_bytes(payload)
        print(json.dumps({"times": times}), flush=True)


def run(peer, conversation):
    messages = conversation["messages"]
    times = []
    for number, values in enumerate(conversation["values"]):
        at = conversation["begins"] + 2 * number
        answered = messages[at - 2 : at] if number else []
        message = messages[at]["content"]
        begun = perf_counter_ns()
        payload = peer.turn(answered, message, values)
        time = perf_counter_ns() - begun
        if number >= conversation["warm"]:
            times.append(time)
    return times, payload


def history(conversation):
    """The messages before the first turn."""
    return conversation["messages"][: conversation["begins"]]
