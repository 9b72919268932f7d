"""Sends payloads with the providers' official Python packages to a server on this machine.

Reads JSON lines, `{"name": ..., "provider": "gemini", "payload": {...}}`, from
the file named as the only argument or from standard input. For each it checks, in this order, that

1. the payload is what the package's own request types allow, with no key that they do not know;
2. the package accepts the payload as arguments and sends it to the provider's path;
3. the body that arrives equals the payload as JSON, value for value;
4. the package reads the answer.

Prints one JSON line per payload, `{"name", "provider", "ok", "error"}`, in the order of the input.
`error` is null, or a list of sentences that each begin with the place as a JSON pointer. Exits with
0 if every payload is fine, with 1 if one is not, with 2 if the input cannot be read. Nothing leaves
the machine: the clients know one address, 127.0.0.1, and neither the environment's keys nor its
proxies.
"""

import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Optional

# The packages read keys, addresses, extra headers and proxies from the environment when they are
# imported or constructed. None of that may change what is measured here.
for variable in list(os.environ):
    if variable.startswith(("OPENAI_", "ANTHROPIC_", "GOOGLE_", "GEMINI_")) or variable.lower().endswith("_proxy"):
        del os.environ[variable]

import anthropic  # noqa: E402
import openai  # noqa: E402
import pydantic  # noqa: E402
import pydantic_core  # noqa: E402
from anthropic.types.message_create_params import MessageCreateParamsNonStreaming  # noqa: E402
from google import genai  # noqa: E402
from google.genai import types as google  # noqa: E402
from openai.types.chat.completion_create_params import (  # noqa: E402
    CompletionCreateParamsNonStreaming,
)
from openai.types.responses.response_create_params import (  # noqa: E402
    ResponseCreateParamsNonStreaming,
)

SAID = "Received."


def closed(params):
    """A validator of request types that refuses unknown keys, except where a type is open."""
    schema = pydantic.TypeAdapter(pydantic.with_config(extra="forbid")(params)).core_schema

    def exact(node):
        if isinstance(node, dict):
            node = {key: exact(value) for key, value in node.items()}
            if node.get("type") == "generator":
                # Arrays are declared as `Iterable`, which is validated only when somebody walks it,
                # and which a text satisfies too. In JSON they are lists.
                node["type"] = "list"
            elif node.get("type") == "model":
                # Objects of earlier answers may be handed back as they are. They take any key, so
                # that plain JSON must not be read as one of them.
                kept = {"type": "is-instance", "cls": node["cls"]}
                node = kept | {key: node[key] for key in ("ref",) if key in node}
            return node
        if isinstance(node, (list, tuple)):
            return type(node)(exact(item) for item in node)
        return node

    return pydantic_core.SchemaValidator(exact(schema))


class GoogleRequest(pydantic.BaseModel):
    """A request as it is sent. The package's own types take it in pieces: contents, and a config."""

    model_config = pydantic.ConfigDict(extra="forbid")

    contents: list[google.Content]
    systemInstruction: Optional[google.Content] = None
    tools: Optional[list[google.Tool]] = None
    toolConfig: Optional[google.ToolConfig] = None
    safetySettings: Optional[list[google.SafetySetting]] = None
    generationConfig: Optional[google.GenerationConfig] = None
    cachedContent: Optional[str] = None

    @staticmethod
    def validate_python(payload, strict):
        # Bytes stand in JSON as base64 text.
        GoogleRequest.model_validate_json(json.dumps(payload), strict=strict)


def spelled(body):
    """The package writes some names in snake case, which the service reads as the same field."""
    names = {
        "file_uri": "fileUri",
        "mime_type": "mimeType",
        "parameters_json_schema": "parametersJsonSchema",
    }

    def renamed(message):
        return {names.get(key, key): value for key, value in message.items()}

    for content in body["contents"]:
        for part in content["parts"]:
            for kind in part.keys() & {"fileData", "inlineData"}:
                part[kind] = renamed(part[kind])
    for tool in body.get("tools", []):
        tool["functionDeclarations"] = [renamed(one) for one in tool["functionDeclarations"]]
    return body


def generate(client, payload):
    """The package takes what stands beside the contents as one config."""
    config = dict(payload)
    contents = config.pop("contents")
    config |= config.pop("generationConfig", {})
    return client.models.generate_content(model="gemini-loopback", contents=contents, config=config)


class Provider:
    """What differs between providers: plain data and a few functions."""

    def __init__(
        self, path, headers, params, answer, connect, create, text, arrived=lambda body: body
    ):
        self.path = path
        self.headers = headers
        self.types = params if params is GoogleRequest else closed(params)
        self.answer = json.dumps(answer).encode()
        self.connect = connect
        self.create = create
        self.text = text
        self.arrived = arrived


PROVIDERS = {
    "openai-chat": Provider(
        path="/v1/chat/completions",
        headers={},
        params=CompletionCreateParamsNonStreaming,
        answer={
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 0,
            "model": "loopback",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "stop",
                    "logprobs": None,
                    "message": {"role": "assistant", "content": SAID, "refusal": None},
                }
            ],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        },
        connect=lambda address: openai.OpenAI(
            base_url=address + "/v1", api_key="unused", max_retries=0
        ),
        create=lambda client, payload: client.chat.completions.create(**payload),
        text=lambda answer: answer.choices[0].message.content,
    ),
    "openai-responses": Provider(
        path="/v1/responses",
        headers={},
        params=ResponseCreateParamsNonStreaming,
        answer={
            "id": "resp_1",
            "object": "response",
            "created_at": 0,
            "model": "loopback",
            "status": "completed",
            "output": [
                {
                    "id": "msg_1",
                    "type": "message",
                    "role": "assistant",
                    "status": "completed",
                    "content": [{"type": "output_text", "text": SAID, "annotations": []}],
                }
            ],
            "parallel_tool_calls": True,
            "tool_choice": "auto",
            "tools": [],
        },
        connect=lambda address: openai.OpenAI(
            base_url=address + "/v1", api_key="unused", max_retries=0
        ),
        create=lambda client, payload: client.responses.create(**payload),
        text=lambda answer: answer.output_text,
    ),
    "gemini": Provider(
        path="/v1/models/gemini-loopback:generateContent",
        headers={},
        params=GoogleRequest,
        answer={
            "candidates": [
                {
                    "index": 0,
                    "finishReason": "STOP",
                    "content": {"role": "model", "parts": [{"text": SAID}]},
                }
            ],
            "usageMetadata": {"promptTokenCount": 1, "totalTokenCount": 2},
            "modelVersion": "loopback",
        },
        connect=lambda address: genai.Client(
            api_key="unused", http_options=google.HttpOptions(base_url=address)
        ),
        create=generate,
        text=lambda answer: answer.text,
        arrived=spelled,
    ),
    "anthropic": Provider(
        path="/v1/messages",
        # The payloads follow this version of the API; in another one other keys are allowed.
        headers={"anthropic-version": "2026-10-21"},
        params=MessageCreateParamsNonStreaming,
        answer={
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "loopback",
            "content": [{"type": "text", "text": SAID}],
            "stop_reason": "end_turn",
            "stop_sequence": None,
            "usage": {"input_tokens": 1, "output_tokens": 1},
        },
        connect=lambda address: anthropic.Anthropic(
            base_url=address, api_key="unused", max_retries=0
        ),
        create=lambda client, payload: client.messages.create(**payload),
        text=lambda answer: answer.content[0].text,
    ),
}


class Loopback(ThreadingHTTPServer):
    """Answers every POST with `answer` and keeps the last request as `seen`."""

    daemon_threads = True
    status = 200
    kind = "application/json"
    answer = b"{}"
    seen = None

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("content-length", 0))
        self.server.seen = (self.path, self.headers, self.rfile.read(length))
        self.send_response(self.server.status)
        self.send_header("content-type", self.server.kind)
        self.send_header("content-length", str(len(self.server.answer)))
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, *_):
        """Keeps standard error free for what went wrong."""


def problems_of_types(types, payload):
    """What the package's request types refuse, a sentence for each place."""
    try:
        # Strict: a number in quotes is not a number.
        types.validate_python(payload, strict=True)
    except pydantic.ValidationError as error:
        found = {}
        for problem in meant(error.errors()):
            found.setdefault(pointer(payload, problem), []).append(problem)
        # Where a union offers a plain text too, what is wrong deeper inside says more than "not a
        # text".
        places = [place for place in found if not any(p.startswith(place + "/") for p in found)]
        return [sentence(place, found[place]) for place in places]
    return []


def meant(problems):
    """Leaves out what a union's other alternatives say, those of another `role` or `type`."""
    tags = [
        problem
        for problem in problems
        if problem["type"] == "literal_error" and problem["loc"][-1] in ("role", "type")
    ]
    others = [tag["loc"][:-1] for tag in tags]
    rest = [p for p in problems if not any(p["loc"][: len(other)] == other for other in others)]
    return rest or tags


def pointer(payload, problem):
    """The JSON pointer of a problem: its steps, without the names of types between them."""
    place, here = "", payload
    absent = problem["type"] in ("missing", "extra_forbidden")
    for number, step in enumerate(problem["loc"], start=1):
        if isinstance(here, list) and isinstance(step, int):
            here = here[step]
        elif isinstance(here, dict) and step in here:
            here = here[step]
        elif not (absent and number == len(problem["loc"])):
            continue
        place += f"/{step}"
    return place


def sentence(place, problems):
    messages = list(dict.fromkeys(problem["msg"] for problem in problems))
    shown = json.dumps(problems[0]["input"], ensure_ascii=False, default=str)
    shown = shown if len(shown) <= 80 else shown[:80] + "…"
    return f"{place}: {'; '.join(messages)} (here: {shown})"


def difference(sent, arrived, place=""):
    """Where two JSON values differ first, as a sentence, or None. True is not 1; 1 is 1.0."""
    if isinstance(sent, dict) and isinstance(arrived, dict):
        for key in [*sent, *(key for key in arrived if key not in sent)]:
            if key not in arrived:
                return f"{place}/{key}: the package did not send this key"
            if key not in sent:
                return f"{place}/{key}: the package added this key"
            found = difference(sent[key], arrived[key], f"{place}/{key}")
            if found:
                return found
        return None
    if isinstance(sent, list) and isinstance(arrived, list):
        if len(sent) != len(arrived):
            return f"{place}: {len(sent)} items given, {len(arrived)} sent"
        pairs = enumerate(zip(sent, arrived))
        return next(filter(None, (difference(a, b, f"{place}/{i}") for i, (a, b) in pairs)), None)
    if isinstance(sent, bool) != isinstance(arrived, bool) or sent != arrived:
        return f"{place or '/'}: given {sent!r}, sent {arrived!r}"
    return None


def problems_of_sending(provider, server, client, payload):
    """Sends the payload; what the package refused, changed or could not read, a sentence each."""
    server.answer = provider.answer
    server.seen = None
    try:
        answer = provider.create(client, payload)
    except Exception as error:  # Whatever the package raises is the finding.
        return [f"/: the package refused to send this: {type(error).__name__}: {error}"]
    if server.seen is None:
        return ["/: the package answered without sending anything"]
    path, headers, body = server.seen
    problems = []
    if path != provider.path:
        problems.append(f"/: sent to {path} instead of {provider.path}")
    for name, value in provider.headers.items():
        if headers.get(name) != value:
            problems.append(f"/: the header {name} is {headers.get(name)!r}, not {value!r}")
    changed = difference(payload, provider.arrived(json.loads(body)))
    if changed:
        problems.append(changed)
    try:
        type(answer).model_validate_json(provider.answer)
        if provider.text(answer) != SAID:
            problems.append(f"/: the answer was read as {provider.text(answer)!r}")
    except (pydantic.ValidationError, AttributeError, IndexError, TypeError) as error:
        problems.append(f"/: the package could not read the answer: {error}")
    return problems


def check(row, server, clients):
    provider = PROVIDERS.get(row["provider"])
    if provider is None:
        return [f"/: unknown provider {row['provider']!r}; known: {', '.join(PROVIDERS)}"]
    payload = row["payload"]
    if not isinstance(payload, dict):
        return ["/: the payload is not an object"]
    return [
        *problems_of_types(provider.types, payload),
        *problems_of_sending(provider, server, clients[row["provider"]], payload),
    ]


def rows(text):
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                row = json.loads(line)
                yield row.get("name"), {"provider": row["provider"], "payload": row["payload"]}
            except (ValueError, KeyError, AttributeError, TypeError) as error:
                print(f"send.py: line {number} cannot be read: {error!r}", file=sys.stderr)
                sys.exit(2)


def main(arguments):
    if len(arguments) > 1:
        print("usage: send.py [FILE]", file=sys.stderr)
        return 2
    if arguments:
        with open(arguments[0], encoding="utf-8") as file:
            text = file.read()
    else:
        text = sys.stdin.buffer.read().decode("utf-8")
    server = Loopback(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    clients = {name: provider.connect(server.address) for name, provider in PROVIDERS.items()}
    fine = True
    for name, row in rows(text):
        error = check(row, server, clients) or None
        fine = fine and error is None
        result = {"name": name, "provider": row["provider"], "ok": error is None, "error": error}
        print(json.dumps(result, ensure_ascii=False), flush=True)
    server.shutdown()
    return 0 if fine else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
