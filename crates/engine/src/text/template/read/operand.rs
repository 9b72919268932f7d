//! Reads what operators work on: literals, names, lists and brackets.
//!
//! Owns the smallest parts of the grammar of expressions; [`super::expression`] puts them together.

use super::expression::{RESERVED, Read, Reader, unexpected};
use super::lexer::TokenKind;
use super::literal;
use super::refused;
use crate::text::template::ast::{Kind, LoopField, Node, Span};
use crate::text::template::error::Fault;

impl Reader<'_> {
    /// What stands first in a chain.
    pub(super) fn primary(&mut self) -> Read<Node> {
        let Some(token) = self.peek() else {
            return Err(Fault::new("template.syntax", "an expression is missing").at(self.end));
        };
        let span = token.span;
        let text = span.of(self.source);
        let place = |fault: Fault| fault.at(span);
        let kind = match token.kind {
            TokenKind::Name => return self.variable(text, span),
            TokenKind::Text => Kind::Text(literal::string(text).map_err(place)?),
            TokenKind::Integer => Kind::Int(literal::integer(text).map_err(place)?),
            TokenKind::Float => Kind::Float(literal::float(text).map_err(place)?),
            TokenKind::Symbol("-") => return self.negative(span),
            TokenKind::Symbol("[") => return self.list(span),
            TokenKind::Symbol("(") => {
                self.at += 1;
                self.operator()?;
                if self.is_symbol(0, ")") {
                    return Err(refused::symbol(",").unwrap_or_else(|| unexpected(")")).at(span));
                }
                let mut node = self.expression()?;
                self.close(")")?;
                node.span = span.to(self.previous());
                return self.no_call(node);
            }
            TokenKind::Symbol(">") => {
                let fault =
                    Fault::new("template.include", "partials (`{{> … }}`) are not supported")
                        .help("put the other text into a layer of its own");
                return Err(fault.at(span));
            }
            TokenKind::Symbol(_) => return Err(self.unexpected(token)),
        };
        self.at += 1;
        let node = Node { kind, span };
        if self.peek().is_some_and(|next| next.kind == TokenKind::Text) {
            let fault = Fault::new("template.concatenation", "strings side by side are not joined")
                .help("write them as one string");
            return Err(fault.at(self.here()));
        }
        self.no_call(node)
    }

    /// A name, a constant, or a field of `loop`.
    fn variable(&mut self, name: &str, span: Span) -> Read<Node> {
        self.at += 1;
        let kind = match name {
            "true" | "True" => Kind::Bool(true),
            "false" | "False" => Kind::Bool(false),
            "none" | "None" => Kind::None,
            "loop" => return self.loop_field(span),
            _ if RESERVED.contains(&name) => {
                let fault = Fault::new("template.syntax", format!("`{name}` is not a value"))
                    .help("an expression is missing before it");
                return Err(fault.at(span));
            }
            _ => match self.loops.iter().rposition(|variable| *variable == name) {
                Some(level) => Kind::Local(level),
                None => Kind::Name(name.into()),
            },
        };
        self.no_call(Node { kind, span })
    }

    fn loop_field(&mut self, span: Span) -> Read<Node> {
        let Some(level) = self.loops.len().checked_sub(1) else {
            let fault = Fault::new("template.loop", "`loop` means nothing outside of a loop");
            return Err(fault.at(span));
        };
        let field = if self.symbol(".") { self.name() } else { None };
        let field = match field {
            Some(("index", _)) => LoopField::Index,
            Some(("first", _)) => LoopField::First,
            Some(("last", _)) => LoopField::Last,
            _ => {
                let fault = Fault::new("template.loop", "this part of `loop` is not supported")
                    .help("use `loop.index`, `loop.first` or `loop.last`");
                return Err(fault.at(span.to(self.previous())));
            }
        };
        self.operator()?;
        let span = span.to(self.previous());
        self.no_call(Node { kind: Kind::Loop(level, field), span })
    }

    fn no_call(&self, node: Node) -> Read<Node> {
        if self.is_symbol(0, "(") {
            return Err(self.unexpected_here());
        }
        Ok(node)
    }

    fn negative(&mut self, minus: Span) -> Read<Node> {
        self.at += 1;
        self.operator()?;
        let span = self.here();
        let text = span.of(self.source);
        let kind = match self.peek().map(|token| token.kind) {
            Some(TokenKind::Integer) => literal::integer(text).map(|value| Kind::Int(-value)),
            Some(TokenKind::Float) => literal::float(text).map(|value| Kind::Float(-value)),
            _ => {
                let fault = Fault::new("template.arithmetic", "`-` only stands before a number")
                    .help("compute the value outside and declare it as a context key");
                return Err(fault.at(minus));
            }
        };
        self.at += 1;
        Ok(Node { kind: kind.map_err(|fault| fault.at(span))?, span: minus.to(span) })
    }

    fn list(&mut self, open: Span) -> Read<Node> {
        self.at += 1;
        self.operator()?;
        let mut items = Vec::new();
        while !self.symbol("]") {
            items.push(self.expression()?);
            if self.symbol(",") {
                self.operator()?;
            } else {
                self.close("]")?;
                break;
            }
        }
        Ok(Node { kind: Kind::List(items), span: open.to(self.previous()) })
    }
}
