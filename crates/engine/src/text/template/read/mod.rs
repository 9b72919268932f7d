//! Reading: from a source to a tree, with all problems on the way.
//!
//! Owns the grammar. It evaluates nothing and knows no scope. In reading order: `lexer` cuts the
//! source into text and tokens, `literal` knows what a token of a text or a number means, `operand`
//! and `expression` read the inside of a tag, `parser` the blocks, and `refused` has the words for
//! what is outside of the profile.

mod expression;
mod lexer;
mod literal;
mod operand;
mod parser;
mod refused;

pub(super) use parser::{expression, template};
