"""Reads answers with the providers' official Python packages from a server on this machine.

Reads JSON lines from the file named as the only argument: `{"name", "provider", "status", "body",
"events"}`, with the body and the stream as text, or null. The packages ask the server for each, whole
and as a stream, and say what they understand. Prints one JSON line per answer, `{"name", "whole",
"streamed", "problems"}`, in the order of the input; `whole` and `streamed` are null where there was
nothing to read, and else

    {"text", "refusal", "tools": [{"id", "name", "arguments"}], "stopped", "usage": {"input", "output"}}

or `{"error"}`, what the service says. `problems` are the places at which a body or an event is not what
the package's own types allow. Nothing leaves the machine.
"""

import functools
import json
import sys
import threading

# Importing it takes the keys, addresses and proxies out of the environment.
from send import PROVIDERS, Handler, Loopback

import anthropic
import openai
import pydantic
from anthropic.types import Message, RawMessageStreamEvent
from anthropic.types.shared import ErrorResponse
from google.genai import errors as google_errors
from google.genai.types import GenerateContentResponse
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types.responses import Response, ResponseStreamEvent

ASK = [{"role": "user", "content": "Hi."}]


def reading(text, refusal, tools, stopped, usage):
    """What was understood. Arguments that are no JSON are cut off, and stay text."""

    def value(arguments):
        try:
            return json.loads(arguments) if isinstance(arguments, str) else arguments
        except ValueError:
            return arguments

    tools = [{"id": id, "name": name, "arguments": value(arguments)} for id, name, arguments in tools]
    usage = usage and {"input": usage[0], "output": usage[1]}
    return {
        "text": text or "",
        "refusal": refusal or None,
        "tools": tools,
        "stopped": stopped,
        "usage": usage,
    }


def chat(answer):
    choice = answer.choices[0]
    calls = [(c.id, c.function.name, c.function.arguments) for c in choice.message.tool_calls or []]
    usage = answer.usage and (answer.usage.prompt_tokens, answer.usage.completion_tokens)
    message = choice.message
    return reading(message.content, message.refusal, calls, choice.finish_reason, usage)


def chat_streamed(client):
    # The package's own way of putting chunks together, which refuses an answer that is cut off. Up
    # to there it has what it read.
    asked = {"model": "loopback", "messages": ASK, "stream_options": {"include_usage": True}}
    with client.chat.completions.stream(**asked) as stream:
        try:
            for _ in stream:
                pass
            return chat(stream.get_final_completion())
        except (openai.LengthFinishReasonError, openai.ContentFilterFinishReasonError):
            return chat(stream.current_completion_snapshot)


def responses(answer):
    if answer.status == "failed":
        return {"error": answer.error.message}
    parts = [part for item in answer.output if item.type == "message" for part in item.content]
    refusal = "".join(part.refusal for part in parts if part.type == "refusal")
    items = [item for item in answer.output if item.type == "function_call"]
    calls = [(item.call_id, item.name, item.arguments) for item in items]
    usage = answer.usage and (answer.usage.input_tokens, answer.usage.output_tokens)
    return reading(answer.output_text, refusal, calls, answer.status, usage)


def responses_streamed(client):
    # The package's helper returns an answer only where it was completed; the events have it always.
    last = None
    with client.responses.stream(model="loopback", input="Hi.") as stream:
        for event in stream:
            if event.type in ("response.completed", "response.incomplete", "response.failed"):
                last = event.response
    return responses(last)


def claude(answer):
    text = "".join(block.text for block in answer.content if block.type == "text")
    blocks = [block for block in answer.content if block.type == "tool_use"]
    calls = [(block.id, block.name, block.input) for block in blocks]
    counts = answer.usage
    cached = (counts.cache_read_input_tokens or 0) + (counts.cache_creation_input_tokens or 0)
    usage = (counts.input_tokens + cached, counts.output_tokens)
    refusal = answer.stop_details and answer.stop_details.explanation
    return reading(text, refusal, calls, answer.stop_reason, usage)


def claude_streamed(client):
    with client.messages.stream(model="loopback", max_tokens=9, messages=ASK) as stream:
        return claude(stream.get_final_message())


def gemini(answers):
    """One answer, or all pieces of one: the package does not put them together."""
    text, calls, stopped, refusal, counts = "", [], None, None, None
    for answer in answers:
        counts = answer.usage_metadata or counts
        if answer.prompt_feedback:
            stopped = answer.prompt_feedback.block_reason.value
        for candidate in answer.candidates or []:
            if candidate.index:
                continue
            for part in candidate.content and candidate.content.parts or []:
                if part.function_call:
                    calls.append((part.function_call.id, part.function_call.name, part.function_call.args))
                elif part.text and not part.thought:
                    text += part.text
            if candidate.finish_reason:
                stopped = candidate.finish_reason.value
                refusal = candidate.finish_message
    usage = counts and (
        (counts.prompt_token_count or 0) + (counts.tool_use_prompt_token_count or 0),
        (counts.candidates_token_count or 0) + (counts.thoughts_token_count or 0),
    )
    return reading(text, refusal, calls, stopped, usage)


def gemini_streamed(client):
    return gemini(client.models.generate_content_stream(model="loopback", contents="Hi."))


# Per provider: how it is asked for a whole answer and for a stream, and the types of a body, an event and
# an error. The package of Google has no type for errors, OpenAI's takes them as they are.
READERS = {
    "openai-chat": (
        lambda client: chat(client.chat.completions.create(model="loopback", messages=ASK)),
        chat_streamed,
        (ChatCompletion, ChatCompletionChunk, None),
    ),
    "openai-responses": (
        lambda client: responses(client.responses.create(model="loopback", input="Hi.")),
        responses_streamed,
        (Response, ResponseStreamEvent, None),
    ),
    "anthropic": (
        lambda client: claude(client.messages.create(model="loopback", max_tokens=9, messages=ASK)),
        claude_streamed,
        (Message, RawMessageStreamEvent, ErrorResponse),
    ),
    "gemini": (
        lambda client: gemini([client.models.generate_content(model="loopback", contents="Hi.")]),
        gemini_streamed,
        (GenerateContentResponse, GenerateContentResponse, None),
    ),
}


def understood(read, client):
    """What the package makes of what the server sends."""
    try:
        return read(client)
    except (openai.APIError, anthropic.APIError) as error:
        body = error.body if isinstance(error.body, dict) else {}
        return {"error": body.get("error", body).get("message", error.message)}
    except google_errors.APIError as error:
        return {"error": error.message}


# Built once: it takes longer than reading everything.
adapter = functools.cache(pydantic.TypeAdapter)


def problems(text, of, errors, place):
    """What the package's types refuse. Errors have a type of their own, or none."""
    value = json.loads(text)
    if "error" in value and value["error"] is not None and "output" not in value:
        if errors is None:
            return []
        of = errors
    elif value.get("type") == "ping":
        return []
    try:
        adapter(of).validate_json(text)
        return []
    except pydantic.ValidationError as error:
        found = error.errors()[0]
        return [f"{place}: {'/'.join(map(str, found['loc']))}: {found['msg']}"]


def data(events):
    """The data of each event that is JSON."""
    lines = [line[len("data: ") :] for line in events.splitlines() if line.startswith("data: ")]
    return [line for line in lines if line != "[DONE]"]


def check(row, server, clients):
    whole, streamed, (body_type, event_type, error_type) = READERS[row["provider"]]
    client = clients[row["provider"]]
    result = {"name": row["name"], "whole": None, "streamed": None, "problems": []}
    if row["body"] is not None:
        server.status, server.kind = row["status"], "application/json"
        server.answer = row["body"].encode()
        result["whole"] = understood(whole, client)
        result["problems"] += problems(row["body"], body_type, error_type, "body")
    if row["events"] is not None:
        server.status, server.kind = 200, "text/event-stream"
        server.answer = row["events"].encode()
        result["streamed"] = understood(streamed, client)
        for number, event in enumerate(data(row["events"]), start=1):
            result["problems"] += problems(event, event_type, error_type, f"event {number}")
    return result


def main(arguments):
    if len(arguments) != 1:
        print("usage: read.py FILE", file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    server = Loopback(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    clients = {name: provider.connect(server.address) for name, provider in PROVIDERS.items()}
    for row in rows:
        print(json.dumps(check(row, server, clients), ensure_ascii=False), flush=True)
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
