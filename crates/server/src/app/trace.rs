//! What is traced of turns and calls.
//!
//! Owns the spans and their names, which are those of the semantic conventions of OpenTelemetry for generative
//! AI. It must never put a text of a user, of a prompt or of a model into a span: names, numbers and ids alone.

use proem::turn::course::given::Given;
use proem::turn::format::reply::{Reply, Stop};
use tracing::{Span, field, info_span};

use crate::app::asked::{Asked, REHEARSAL};

/// A turn of a conversation.
pub(crate) fn turn(session: &str) -> Span {
    info_span!(
        "turn",
        otel.name = "invoke_agent",
        gen_ai.operation.name = "invoke_agent",
        gen_ai.conversation.id = session,
        gen_ai.agent.name = field::Empty,
    )
}

/// Names the agent of the turn that is under way.
pub(crate) fn agent(name: &str) {
    Span::current().record("gen_ai.agent.name", name);
}

/// A question to a model.
pub(crate) fn chat(call: &str, model: &str) -> Span {
    info_span!(
        "chat",
        otel.name = format!("chat {model}"),
        otel.kind = "client",
        otel.status_code = field::Empty,
        gen_ai.operation.name = "chat",
        gen_ai.provider.name = field::Empty,
        gen_ai.request.model = model,
        gen_ai.response.finish_reasons = field::Empty,
        gen_ai.usage.input_tokens = field::Empty,
        gen_ai.usage.output_tokens = field::Empty,
        gen_ai.usage.cache_read.input_tokens = field::Empty,
        proem.call = call,
        "error.type" = field::Empty,
    )
}

/// Notes what a question came to.
pub(crate) fn answered(span: &Span, given: &Given, asked: &Asked) {
    span.record("gen_ai.provider.name", provider(&asked.by));
    let reply = match given {
        Given::Reply(reply) | Given::Shown { reply, .. } => reply,
        _ => {
            span.record("otel.status_code", "ERROR");
            // Why is a sentence of the provider, and may repeat what it was sent.
            span.record("error.type", "model.failed");
            return;
        }
    };
    span.record("gen_ai.response.finish_reasons", stopped(reply));
    if let Some(usage) = &reply.usage {
        span.record("gen_ai.usage.input_tokens", usage.input);
        span.record("gen_ai.usage.output_tokens", usage.output);
        span.record("gen_ai.usage.cache_read.input_tokens", usage.cached);
    }
}

/// The name of a provider in the conventions.
fn provider(name: &str) -> &str {
    match name {
        "openai-chat" | "openai-responses" => "openai",
        "gemini" => "gcp.gemini",
        REHEARSAL => REHEARSAL,
        other => other,
    }
}

fn stopped(reply: &Reply) -> &'static str {
    match reply.stop {
        Stop::End => "stop",
        Stop::Tools => "tool_calls",
        Stop::Length => "length",
        Stop::Refused => "content_filter",
        Stop::Other(_) => "other",
    }
}
