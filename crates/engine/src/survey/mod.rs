//! What is known of an agent by walking it.
//!
//! Owns the questions that need no conversation: which states there are and what each comes to
//! (`matrix`), what a change moves (`diff`), how much of a payload stays the same from turn to turn
//! (`converse`), and the findings that need turns to be run (`rules`). All of it is functions over
//! compiled agents that call the verbs of `turn` as any host does. It must never assemble by itself,
//! and never change an agent.
//!
//! In reading order: `reads` (what selection looks at), `axes` (the states that this makes), `neutral`
//! (what stands for a conversation), `walk` (every state, assembled), then what is told of it.

pub mod axes;
pub mod converse;
pub mod diff;
pub mod matrix;
mod neutral;
mod path;
pub mod reads;
pub mod rules;
pub mod walk;
