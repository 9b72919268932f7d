//! A template as it was understood.
//!
//! Owns the tree. Chains (`a.b | c | d`, `x and y and z`, `not not x`) are flat lists, so that the
//! tree is only as deep as brackets and blocks are nested: the parser bounds that, and whoever walks
//! or drops a tree may therefore recurse. Nothing here reads a value.

use std::ops::Range;

use super::filter::Filter;

/// A stretch of the source, in bytes. Sources are far below 4 GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Span {
    /// The place of what a filter did not find: whoever applied the filter knows better.
    pub(super) const NOWHERE: Span = Span { start: 0, end: 0 };

    pub(super) fn new(start: usize, end: usize) -> Self {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: narrow(start), end: narrow(end) }
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// From the beginning of `self` to the end of `other`.
    pub(super) fn to(self, other: Span) -> Span {
        Span { start: self.start, end: other.end }
    }

    /// The text of `source` here.
    pub(super) fn of(self, source: &str) -> &str {
        source.get(self.range()).unwrap_or_default()
    }
}

/// A piece of a template.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// Text that is copied. `normal` holds it where line ends had to be made `\n`.
    Text { span: Span, normal: Option<Box<str>> },
    /// `{{ … }}`
    Print(Node),
    /// `{% if … %}`: the arms in order, then what stands behind `else`.
    If { arms: Vec<(Node, Vec<Part>)>, otherwise: Vec<Part> },
    /// `{% for … in … %}`, with what stands behind `else`. The variable's place is the number of
    /// loops around this one.
    For { over: Node, body: Vec<Part>, otherwise: Vec<Part> },
}

/// An expression and its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

/// What an expression is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Box<str>),
    List(Vec<Node>),
    /// A name that the scope is asked for.
    Name(Box<str>),
    /// A loop variable, by the number of loops around its own.
    Local(usize),
    /// `loop.index` and its kind, by the number of loops around the one that is meant.
    Loop(usize, LoopField),
    /// A head followed by attributes, indexes, filters and tests, applied in order.
    Chain {
        head: Box<Node>,
        links: Vec<Link>,
    },
    /// One `not` or several; an even number of them leaves the truth of the operand.
    Not {
        even: bool,
        inner: Box<Node>,
    },
    And(Vec<Node>),
    Or(Vec<Node>),
    /// `a < b <= c`
    Compare {
        first: Box<Node>,
        rest: Vec<(Comparison, Node)>,
    },
    /// `value if condition else …`: pairs of value and condition, then the last `else`, if any.
    Inline {
        arms: Vec<(Node, Node)>,
        otherwise: Option<Box<Node>>,
    },
}

/// A step of a chain, with the span of the chain up to and with it.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) action: Action,
    pub(super) span: Span,
}

/// What a step of a chain does.
#[derive(Clone, Debug)]
pub(super) enum Action {
    /// `.name`
    Attribute(Box<str>),
    /// `[expression]` or `.0`
    Index(Node),
    /// `| name(…)`, one place for each parameter.
    Filter(Filter, Box<[Option<Node>]>),
    /// `is defined`, `is not defined`
    Defined { negated: bool },
    /// `is none`, `is not none`
    IsNone { negated: bool },
}

/// What a loop tells about its round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LoopField {
    Index,
    First,
    Last,
}

/// A comparison operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
}
