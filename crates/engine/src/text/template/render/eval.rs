//! Evaluates expressions.
//!
//! Owns the meaning of operators and chains. It never makes text out of a template part (that is
//! [`super::parts`]) and never looks anything up but in the scope and in values. The tree's depth
//! was bounded when it was read, so evaluation recurses.

use super::access;
use super::filters::{self, Arguments, MOST_ARGUMENTS};
use super::order::{compare, defined};
use crate::text::origin::SourceId;
use crate::text::template::ast::{Action, Comparison, Kind, Link, LoopField, Node, Span};
use crate::text::template::error::{Fault, Problem};
use crate::text::template::filter::Filter;
use crate::text::template::limits::{Limits, Meter};
use crate::text::template::value::{Data, Items, Missing, Origin, Text, Value};

/// Where templates and expressions find their names.
pub trait Scope {
    /// The value of a name, or nothing if there is no such name.
    fn get(&self, name: &str) -> Option<Value<'_>>;
}

/// One evaluation or rendering.
pub(super) struct Machine<'a> {
    pub(super) source: &'a str,
    pub(super) scope: &'a dyn Scope,
    /// The origin of what is written in the template.
    pub(super) literal: Origin,
    pub(super) meter: Meter,
    pub(super) limits: &'a Limits,
    /// The loops that run, outermost first.
    pub(super) loops: Vec<Round<'a>>,
}

/// A loop that runs: its variable, and which round it is in.
pub(super) struct Round<'a> {
    pub(super) item: Value<'a>,
    pub(super) index: usize,
    pub(super) len: usize,
    /// The origin of the list: its length shows in `loop.last`.
    pub(super) origin: Origin,
}

impl<'a> Machine<'a> {
    pub(super) fn new(
        source: &'a str,
        scope: &'a dyn Scope,
        literal: SourceId,
        limits: &'a Limits,
    ) -> Self {
        Machine {
            source,
            scope,
            literal: Origin { source: literal, trusted: true },
            meter: Meter::new(limits),
            limits,
            loops: Vec::new(),
        }
    }

    /// Gives a fault its place, and the name of what is not defined.
    #[cold]
    pub(super) fn problem(&self, fault: Fault, span: Span) -> Problem {
        let problem = fault.at(span);
        if problem.code != "template.undefined" || problem.help.is_some() {
            return problem;
        }
        let text = self.source.get(problem.range.clone()).unwrap_or_default();
        let shown: String = text.chars().take(60).collect();
        Problem {
            message: format!("`{shown}` is not defined"),
            help: Some("declare it, or say what stands in its place: `| default(\"\")`".to_owned()),
            ..problem
        }
    }

    pub(super) fn spend(&mut self, steps: usize, span: Span) -> Result<(), Problem> {
        self.meter.spend(steps).map_err(|fault| self.problem(fault, span))
    }

    /// The value of an expression. What is not there is a value too; using it is a problem.
    pub(super) fn eval(&mut self, node: &'a Node) -> Result<Value<'a>, Problem> {
        self.spend(1, node.span)?;
        let data = match &node.kind {
            Kind::None => Data::None,
            Kind::Bool(value) => Data::Bool(*value),
            Kind::Int(value) => Data::Int(*value),
            Kind::Float(value) => Data::Float(*value),
            Kind::Text(text) => Data::Text(Text::Borrowed(text)),
            Kind::List(items) => return self.list(items, node.span),
            Kind::Name(name) => return Ok(self.name(name, node.span)),
            Kind::Local(level) => {
                let found = self.loops.get(*level).map(|round| round.item.clone());
                return Ok(found.unwrap_or_else(|| self.undefined(node.span)));
            }
            Kind::Loop(level, field) => return Ok(self.loop_field(*level, *field, node.span)),
            Kind::Chain { head, links } => return self.chain(head, links),
            Kind::Not { even, inner } => return self.not(*even, inner),
            Kind::And(operands) => return self.series(operands, false, node.span),
            Kind::Or(operands) => return self.series(operands, true, node.span),
            Kind::Compare { first, rest } => return self.compare(first, rest),
            Kind::Inline { arms, otherwise } => {
                return self.inline(arms, otherwise.as_deref(), node.span);
            }
        };
        Ok(Value::new(data, self.literal))
    }

    /// The truth of an expression, and what it is about.
    pub(super) fn truth(&mut self, node: &'a Node) -> Result<bool, Problem> {
        let value = self.eval(node)?;
        self.is_true(&value, node.span)
    }

    fn is_true(&self, value: &Value<'a>, span: Span) -> Result<bool, Problem> {
        defined(value).map_err(|fault| self.problem(fault, span))?;
        Ok(value.truthy())
    }

    fn undefined(&self, span: Span) -> Value<'a> {
        Value::new(Data::Undefined(Missing::Value(span)), self.literal)
    }

    /// The value of a free name; where there is none, something that knows who asked for it.
    pub(super) fn name(&self, name: &str, span: Span) -> Value<'a> {
        match self.scope.get(name) {
            Some(Value { data: Data::Undefined(_), .. }) | None => self.undefined(span),
            Some(value) => value,
        }
    }

    fn loop_field(&self, level: usize, field: LoopField, span: Span) -> Value<'a> {
        let Some(round) = self.loops.get(level) else {
            return self.undefined(span);
        };
        match field {
            LoopField::Index => {
                let index = i64::try_from(round.index + 1).unwrap_or(i64::MAX);
                // Counting says nothing about what is counted.
                Value::new(Data::Int(index), self.literal)
            }
            LoopField::First => Value::new(Data::Bool(round.index == 0), self.literal),
            LoopField::Last => {
                Value::new(Data::Bool(round.index + 1 == round.len), self.literal.and(round.origin))
            }
        }
    }

    #[inline(never)]
    fn list(&mut self, items: &'a [Node], span: Span) -> Result<Value<'a>, Problem> {
        // An item takes room as well as time.
        self.spend(items.len(), span)?;
        let mut values = Vec::with_capacity(items.len());
        let mut origin = self.literal;
        for item in items {
            let value = self.eval(item)?;
            origin = origin.and(value.origin);
            values.push(Value { display: None, ..value });
        }
        Ok(Value::new(Data::List(Items::Owned(values.into())), origin))
    }

    #[inline(never)]
    fn not(&mut self, even: bool, inner: &'a Node) -> Result<Value<'a>, Problem> {
        let value = self.eval(inner)?;
        let truth = self.is_true(&value, inner.span)?;
        Ok(Value::new(Data::Bool(truth == even), self.literal.and(value.origin)))
    }

    /// `and` and `or`: the first operand that decides, or the last one.
    #[inline(never)]
    fn series(
        &mut self,
        operands: &'a [Node],
        stops_at: bool,
        span: Span,
    ) -> Result<Value<'a>, Problem> {
        let mut operands = operands.iter().peekable();
        while let Some(operand) = operands.next() {
            let value = self.eval(operand)?;
            if operands.peek().is_none() || self.is_true(&value, operand.span)? == stops_at {
                return Ok(value);
            }
        }
        Ok(self.undefined(span))
    }

    #[inline(never)]
    fn compare(
        &mut self,
        first: &'a Node,
        rest: &'a [(Comparison, Node)],
    ) -> Result<Value<'a>, Problem> {
        let mut left = self.eval(first)?;
        let mut span = first.span;
        let mut origin = self.literal.and(left.origin);
        let mut holds = true;
        for (comparison, node) in rest {
            let right = self.eval(node)?;
            origin = origin.and(right.origin);
            let both = span.to(node.span);
            holds = compare(*comparison, &left, &right, &mut self.meter)
                .map_err(|fault| self.problem(fault, both))?;
            if !holds {
                break;
            }
            left = right;
            span = node.span;
        }
        Ok(Value::new(Data::Bool(holds), origin))
    }

    #[inline(never)]
    fn inline(
        &mut self,
        arms: &'a [(Node, Node)],
        otherwise: Option<&'a Node>,
        span: Span,
    ) -> Result<Value<'a>, Problem> {
        for (value, condition) in arms {
            if self.truth(condition)? {
                return self.eval(value);
            }
        }
        match otherwise {
            Some(node) => self.eval(node),
            None => Ok(Value::new(Data::Undefined(Missing::Else(span)), self.literal)),
        }
    }

    #[inline(never)]
    fn chain(&mut self, head: &'a Node, links: &'a [Link]) -> Result<Value<'a>, Problem> {
        let mut value = self.eval(head)?;
        for (at, link) in links.iter().enumerate() {
            self.spend(1, link.span)?;
            value = match &link.action {
                Action::Attribute(name) => {
                    if value.is_undefined() && asks_whether(links.get(at + 1..)) {
                        continue;
                    }
                    self.defined(&value, link.span)?;
                    let found = access::key(&value, name);
                    found.unwrap_or_else(|| absent(link.span, value.origin))
                }
                Action::Index(index) => {
                    if value.is_undefined() && asks_whether(links.get(at + 1..)) {
                        continue;
                    }
                    self.defined(&value, link.span)?;
                    let index_value = self.eval(index)?;
                    self.defined(&index_value, index.span)?;
                    let found = access::item(&value, &index_value, &mut self.meter)
                        .map_err(|fault| self.problem(fault, link.span))?;
                    found.unwrap_or_else(|| absent(link.span, value.origin))
                }
                Action::Defined { negated } => Value::new(
                    Data::Bool(value.is_undefined() == *negated),
                    self.literal.and(value.origin),
                ),
                Action::IsNone { negated } => Value::new(
                    Data::Bool(matches!(value.data, Data::None) != *negated),
                    self.literal.and(value.origin),
                ),
                Action::Filter(filter, given) => self.filter(*filter, value, given, link.span)?,
            };
        }
        Ok(value)
    }

    fn defined(&self, value: &Value<'a>, span: Span) -> Result<(), Problem> {
        defined(value).map_err(|fault| self.problem(fault, span))
    }

    #[inline(never)]
    fn filter(
        &mut self,
        filter: Filter,
        subject: Value<'a>,
        given: &'a [Option<Node>],
        span: Span,
    ) -> Result<Value<'a>, Problem> {
        let lenient = filter == Filter::Default;
        if !lenient {
            self.defined(&subject, span)?;
        }
        let mut arguments: Arguments<'a> = [const { None }; MOST_ARGUMENTS];
        for (place, node) in arguments.iter_mut().zip(given) {
            let Some(node) = node else { continue };
            let value = self.eval(node)?;
            if !lenient {
                self.defined(&value, node.span)?;
            }
            *place = Some(value);
        }
        let made = filters::apply(filter, subject, arguments, &mut self.meter)
            .map_err(|fault| self.problem(fault, span))?;
        Ok(match made.data {
            // `first` and `last` of nothing do not know their place.
            Data::Undefined(Missing::Value(_)) if !lenient => absent(span, made.origin),
            _ => made,
        })
    }
}

/// What an attribute, an index or a filter gives that finds nothing.
fn absent<'a>(span: Span, origin: Origin) -> Value<'a> {
    Value::new(Data::Undefined(Missing::Value(span)), origin)
}

/// Whether the links that follow an attribute only ask whether it is there: then what is missing on
/// the way makes the answer, not a problem.
fn asks_whether(links: Option<&[Link]>) -> bool {
    links
        .unwrap_or_default()
        .iter()
        .find(|link| !matches!(link.action, Action::Attribute(_) | Action::Index(_)))
        .is_some_and(|link| {
            matches!(link.action, Action::Defined { .. } | Action::Filter(Filter::Default, _))
        })
}
