//! Reads the expression of a tag.
//!
//! Owns the grammar of expressions: what binds tighter, and what is refused. Operators and depth are
//! counted before anything is read more deeply, so that no source can exhaust the stack here or
//! where the tree is walked later.

use super::lexer::{Token, TokenKind};
use super::literal;
use super::refused;
use crate::text::template::ast::{Action, Comparison, Kind, Link, Node, Span};
use crate::text::template::error::{Fault, Problem};
use crate::text::template::filter::Filter;
use crate::text::template::limits::Limits;

/// Words that cannot be names.
pub(super) const RESERVED: &[&str] = &["and", "or", "not", "in", "is", "if", "else", "elif", "for"];

/// Reads the tokens of one tag.
pub(super) struct Reader<'t> {
    pub(super) source: &'t str,
    tokens: &'t [Token],
    pub(super) at: usize,
    /// Where the tokens end, for what is missing there.
    pub(super) end: Span,
    /// The variables of the loops around the tag, outermost first.
    pub(super) loops: &'t [&'t str],
    limits: &'t Limits,
    depth: usize,
    operators: usize,
}

pub(super) type Read<T> = Result<T, Problem>;

impl<'t> Reader<'t> {
    pub(super) fn new(
        source: &'t str,
        tokens: &'t [Token],
        tag: Span,
        loops: &'t [&'t str],
        limits: &'t Limits,
    ) -> Self {
        Reader { source, tokens, at: 0, end: tag, loops, limits, depth: 0, operators: 0 }
    }

    /// A whole expression, with inline `if`.
    pub(super) fn expression(&mut self) -> Read<Node> {
        self.depth += 1;
        if self.depth > self.limits.depth {
            let fault = Fault::new("template.too-deep", "brackets are nested too deeply")
                .help(format!("nest at most {} of them", self.limits.depth));
            return Err(fault.at(self.here()));
        }
        let node = self.inline_if();
        self.depth -= 1;
        node
    }

    /// An expression without inline `if`: what `{% if %}` and `{% for … in %}` take.
    pub(super) fn condition(&mut self) -> Read<Node> {
        self.any()
    }

    /// Nothing may follow.
    pub(super) fn finish(&self) -> Read<()> {
        match self.peek() {
            None => Ok(()),
            Some(token) => Err(self.unexpected(token)),
        }
    }

    /// The name that stands here, and where.
    pub(super) fn name(&mut self) -> Option<(&'t str, Span)> {
        let token = self.peek().filter(|token| token.kind == TokenKind::Name)?;
        self.at += 1;
        Some((token.span.of(self.source), token.span))
    }

    /// Takes the word `word`, if it stands here.
    pub(super) fn word(&mut self, word: &str) -> bool {
        let found = self.is_word(0, word);
        self.at += usize::from(found);
        found
    }

    /// Takes the symbol `symbol`, if it stands here.
    pub(super) fn symbol(&mut self, symbol: &'static str) -> bool {
        let found = self.is_symbol(0, symbol);
        self.at += usize::from(found);
        found
    }

    /// The place of the next token, or the tag where there is none.
    pub(super) fn here(&self) -> Span {
        self.peek().map_or(self.end, |token| token.span)
    }

    /// Whether `name` can be the name of a variable.
    pub(super) fn is_reserved(name: &str) -> bool {
        RESERVED.contains(&name)
            || matches!(name, "true" | "false" | "none" | "True" | "False" | "None")
    }

    pub(super) fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    pub(super) fn is_symbol(&self, ahead: usize, symbol: &'static str) -> bool {
        self.tokens.get(self.at + ahead).is_some_and(|t| t.kind == TokenKind::Symbol(symbol))
    }

    fn is_word(&self, ahead: usize, word: &str) -> bool {
        self.tokens
            .get(self.at + ahead)
            .is_some_and(|t| t.kind == TokenKind::Name && t.span.of(self.source) == word)
    }

    /// Counts an operator.
    pub(super) fn operator(&mut self) -> Read<()> {
        self.operators += 1;
        if self.operators > self.limits.operators {
            let fault = Fault::new("template.too-many-operators", "this tag is too long")
                .help(format!("use at most {} operators in a tag", self.limits.operators));
            return Err(fault.at(self.here()));
        }
        Ok(())
    }

    fn inline_if(&mut self) -> Read<Node> {
        let first = self.any()?;
        if !self.is_word(0, "if") {
            return Ok(first);
        }
        let start = first.span;
        let mut arms = Vec::new();
        let mut value = first;
        let otherwise = loop {
            if !self.word("if") {
                break Some(Box::new(value));
            }
            self.operator()?;
            let condition = self.any()?;
            let more = self.word("else");
            arms.push((value, condition));
            if !more {
                break None;
            }
            value = self.any()?;
        };
        if otherwise.is_none() && self.is_word(0, "if") {
            let fault = Fault::new("template.syntax", "a second `if` without `else` between them")
                .help("join the conditions with `and`");
            return Err(fault.at(self.here()));
        }
        let last = otherwise.as_deref().or(arms.last().map(|(_, condition)| condition));
        let span = start.to(last.map_or(start, |node| node.span));
        Ok(Node { kind: Kind::Inline { arms, otherwise }, span })
    }

    fn any(&mut self) -> Read<Node> {
        self.series("or", Kind::Or, Self::all)
    }

    fn all(&mut self) -> Read<Node> {
        self.series("and", Kind::And, Self::negation)
    }

    /// Operands with `word` between them; a single operand is itself.
    fn series(
        &mut self,
        word: &str,
        kind: fn(Vec<Node>) -> Kind,
        operand: fn(&mut Self) -> Read<Node>,
    ) -> Read<Node> {
        let first = operand(self)?;
        if !self.is_word(0, word) {
            return Ok(first);
        }
        let mut span = first.span;
        let mut operands = vec![first];
        while self.word(word) {
            self.operator()?;
            let next = operand(self)?;
            span = span.to(next.span);
            operands.push(next);
        }
        Ok(Node { kind: kind(operands), span })
    }

    fn negation(&mut self) -> Read<Node> {
        let start = self.here();
        let mut even = true;
        let mut any = false;
        while self.word("not") {
            self.operator()?;
            even = !even;
            any = true;
        }
        let inner = self.comparison()?;
        if !any {
            return Ok(inner);
        }
        let span = start.to(inner.span);
        Ok(Node { kind: Kind::Not { even, inner: Box::new(inner) }, span })
    }

    fn comparison(&mut self) -> Read<Node> {
        let first = self.chain()?;
        let mut rest = Vec::new();
        let mut span = first.span;
        while let Some(comparison) = self.comparison_operator() {
            self.operator()?;
            let operand = self.chain()?;
            span = span.to(operand.span);
            rest.push((comparison, operand));
        }
        if rest.is_empty() {
            return Ok(first);
        }
        Ok(Node { kind: Kind::Compare { first: Box::new(first), rest }, span })
    }

    fn comparison_operator(&mut self) -> Option<Comparison> {
        let token = self.peek()?;
        let (comparison, len) = match token.kind {
            TokenKind::Symbol("==") => (Comparison::Equal, 1),
            TokenKind::Symbol("!=") => (Comparison::NotEqual, 1),
            TokenKind::Symbol("<") => (Comparison::Less, 1),
            TokenKind::Symbol("<=") => (Comparison::LessOrEqual, 1),
            TokenKind::Symbol(">") => (Comparison::Greater, 1),
            TokenKind::Symbol(">=") => (Comparison::GreaterOrEqual, 1),
            TokenKind::Name if self.is_word(0, "in") => (Comparison::In, 1),
            TokenKind::Name if self.is_word(0, "not") && self.is_word(1, "in") => {
                (Comparison::NotIn, 2)
            }
            _ => return None,
        };
        self.at += len;
        Some(comparison)
    }

    /// An operand with attributes and indexes, then filters and tests.
    fn chain(&mut self) -> Read<Node> {
        let negative = self.is_symbol(0, "-");
        let head = self.primary()?;
        let mut links = Vec::new();
        let start = head.span;
        loop {
            if self.is_symbol(0, ".") || self.is_symbol(0, "[") {
                if negative {
                    let fault = Fault::new("template.syntax", "a number has no attributes");
                    return Err(fault.at(self.here()));
                }
                self.operator()?;
                let action = if self.symbol(".") { self.attribute()? } else { self.index()? };
                links.push(Link { action, span: start.to(self.previous()) });
            } else {
                break;
            }
        }
        let mut tested = false;
        loop {
            if self.symbol("|") {
                self.operator()?;
                let action = self.filter()?;
                links.push(Link { action, span: start.to(self.previous()) });
                tested = false;
            } else if self.is_word(0, "is") {
                if tested {
                    let fault = Fault::new("template.syntax", "one test cannot follow another")
                        .help("join them with `and`");
                    return Err(fault.at(self.here()));
                }
                self.at += 1;
                self.operator()?;
                let action = self.test()?;
                links.push(Link { action, span: start.to(self.previous()) });
                tested = true;
            } else {
                break;
            }
        }
        if self.is_symbol(0, ".") || self.is_symbol(0, "[") {
            let fault =
                Fault::new("template.syntax", "an attribute cannot follow a filter or a test")
                    .help("put brackets around what comes before: `(list | first).name`");
            return Err(fault.at(self.here()));
        }
        if links.is_empty() {
            return Ok(head);
        }
        let span = start.to(self.previous());
        // `(a.b) | c` is the same chain as `a.b | c`.
        if let Kind::Chain { head, links: mut all } = head.kind {
            all.append(&mut links);
            return Ok(Node { kind: Kind::Chain { head, links: all }, span });
        }
        Ok(Node { kind: Kind::Chain { head: Box::new(head), links }, span })
    }

    /// The span of the token that was taken last.
    pub(super) fn previous(&self) -> Span {
        let last = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        last.map_or(self.end, |token| token.span)
    }

    fn attribute(&mut self) -> Read<Action> {
        let span = self.here();
        match self.peek().map(|token| token.kind) {
            Some(TokenKind::Name) => {
                self.at += 1;
                Ok(Action::Attribute(span.of(self.source).into()))
            }
            Some(TokenKind::Integer) => {
                self.at += 1;
                let value =
                    literal::integer(span.of(self.source)).map_err(|fault| fault.at(span))?;
                Ok(Action::Index(Node { kind: Kind::Int(value), span }))
            }
            _ => {
                let fault = Fault::new("template.syntax", "a name is missing behind the dot");
                Err(fault.at(span))
            }
        }
    }

    fn index(&mut self) -> Read<Action> {
        self.at += 1;
        if self.is_symbol(0, ":") {
            return Err(self.unexpected_here());
        }
        let index = self.expression()?;
        self.close("]")?;
        Ok(Action::Index(index))
    }

    /// Takes a closing bracket.
    pub(super) fn close(&mut self, symbol: &'static str) -> Read<()> {
        if self.symbol(symbol) {
            return Ok(());
        }
        if self.peek().is_some() {
            return Err(self.unexpected_here());
        }
        Err(Fault::new("template.syntax", format!("`{symbol}` is missing")).at(self.end))
    }

    fn filter(&mut self) -> Read<Action> {
        let Some((name, span)) = self.name() else {
            let fault = Fault::new("template.syntax", "the name of a filter is missing behind `|`");
            return Err(fault.at(self.here()));
        };
        let Some(filter) = Filter::named(name) else {
            return Err(refused::filter(name, Filter::NAMES).at(span));
        };
        let mut given: Vec<Option<Node>> = Vec::new();
        given.resize_with(filter.parameters().len(), || None);
        if self.symbol("(") {
            self.operator()?;
            self.arguments(filter, &mut given)?;
        }
        let missing = filter.required().iter().zip(&given).find(|(_, given)| given.is_none());
        if let Some((parameter, _)) = missing {
            let fault = Fault::new(
                "template.arguments",
                format!("the filter `{name}` needs its argument `{parameter}`"),
            );
            return Err(fault.help(format!("write `{}`", filter.example())).at(span));
        }
        Ok(Action::Filter(filter, given.into()))
    }

    fn arguments(&mut self, filter: Filter, given: &mut [Option<Node>]) -> Read<()> {
        let mut position = 0;
        let mut named = false;
        while !self.symbol(")") {
            let span = self.here();
            if self.is_symbol(0, "*") || self.is_symbol(0, "**") {
                let fault = Fault::new("template.call", "arguments cannot be unpacked")
                    .help("write each argument");
                return Err(fault.at(span));
            }
            let wrong = |message: String| {
                let help = match filter.parameters() {
                    [] => format!("`{}` takes no arguments", filter.name()),
                    all => format!("`{}` takes {}", filter.name(), refused::listed(all)),
                };
                Fault::new("template.arguments", message).help(help).at(span)
            };
            let place = if self.is_symbol(1, "=") {
                let Some((name, _)) = self.name() else {
                    return Err(self.unexpected_here());
                };
                self.at += 1;
                named = true;
                let place = filter.parameters().iter().position(|other| *other == name);
                place.ok_or_else(|| {
                    wrong(format!("the filter `{}` has no argument `{name}`", filter.name()))
                })?
            } else if named {
                return Err(wrong(
                    "an argument without a name stands behind one with a name".into(),
                ));
            } else {
                position += 1;
                position - 1
            };
            let value = self.expression()?;
            match given.get_mut(place) {
                Some(free @ None) => *free = Some(value),
                Some(_) => return Err(wrong("this argument is given twice".into())),
                None => {
                    return Err(wrong(format!("too many arguments for `{}`", filter.name())));
                }
            }
            if self.symbol(",") {
                self.operator()?;
            } else {
                self.close(")")?;
                break;
            }
        }
        Ok(())
    }

    fn test(&mut self) -> Read<Action> {
        let negated = self.word("not");
        let Some((name, span)) = self.name() else {
            let fault = Fault::new("template.syntax", "the name of a test is missing behind `is`")
                .help("write `is defined` or `is none`");
            return Err(fault.at(self.here()));
        };
        let action = match name {
            "defined" => Action::Defined { negated },
            "none" => Action::IsNone { negated },
            "undefined" if !negated => {
                return Err(refused::test(name).write("not defined").at(span));
            }
            _ => return Err(refused::test(name).at(span)),
        };
        // Jinja2 would read what follows as the argument of the test.
        let argument = self.peek().is_some_and(|token| match token.kind {
            TokenKind::Name => !matches!(token.span.of(self.source), "else" | "or" | "and" | "is"),
            TokenKind::Symbol(symbol) => matches!(symbol, "(" | "[" | "{"),
            _ => true,
        });
        if argument {
            let fault = Fault::new("template.syntax", format!("`is {name}` takes no argument"))
                .help("put brackets around the test: `(x is defined)`");
            return Err(fault.at(self.here()));
        }
        Ok(action)
    }

    pub(super) fn unexpected_here(&self) -> Problem {
        match self.peek() {
            Some(token) => self.unexpected(token),
            None => Fault::new("template.syntax", "something is missing here").at(self.end),
        }
    }

    /// A word in place of a symbol, with white space where there is none around it.
    fn apart(&self, word: &str, place: Span) -> String {
        let space = |c: Option<char>| if c.is_none_or(char::is_whitespace) { "" } else { " " };
        let range = place.range();
        let before = self.source.get(..range.start).and_then(|text| text.chars().next_back());
        let after = self.source.get(range.end..).and_then(|text| text.chars().next());
        format!("{}{word}{}", space(before), space(after))
    }

    pub(super) fn unexpected(&self, token: Token) -> Problem {
        let text = token.span.of(self.source);
        let fault = match token.kind {
            TokenKind::Symbol(symbol) => {
                let fault = refused::symbol(symbol).unwrap_or_else(|| unexpected(text));
                match refused::operator(symbol) {
                    Some(word) => fault.write(self.apart(word, token.span)),
                    None => fault,
                }
            }
            _ => unexpected(text),
        };
        fault.at(token.span)
    }
}

pub(super) fn unexpected(text: &str) -> Fault {
    let text: String = text.chars().take(40).collect();
    Fault::new("template.syntax", format!("`{text}` is not expected here"))
}
