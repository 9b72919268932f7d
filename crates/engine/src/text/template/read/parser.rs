//! Reads a template: which blocks stand in which.
//!
//! Owns the structure of blocks and the recovery after a problem: every tag that is wrong is
//! reported by itself, and reading goes on behind it. Open blocks are kept in a list, never on the
//! stack of the thread.

use super::expression::Reader;
use super::lexer::{Lexer, Piece};
use super::{literal, refused};
use crate::text::template::ast::{Node, Part, Span};
use crate::text::template::error::{Fault, Problem};
use crate::text::template::limits::{Limits, PROBLEMS};

/// Reads a whole template.
pub(in crate::text::template) fn template(
    source: &str,
    limits: &Limits,
) -> Result<Vec<Part>, Vec<Problem>> {
    fits(source, limits)?;
    let mut parser = Parser {
        source,
        limits,
        open: Vec::new(),
        body: Vec::new(),
        loops: Vec::new(),
        refused: Vec::new(),
        problems: Vec::new(),
    };
    let mut lexer = Lexer::template(source);
    while let Some(piece) = lexer.next() {
        parser.piece(piece, &lexer);
        if parser.problems.len() >= PROBLEMS || parser.too_deep() {
            break;
        }
    }
    parser.finish();
    let Parser { body, mut problems, .. } = parser;
    problems.extend(lexer.faults.into_iter().map(|(fault, span)| fault.at(span)));
    if problems.is_empty() {
        return Ok(body);
    }
    problems.sort_by_key(|problem| (problem.range.start, problem.range.end));
    problems.truncate(PROBLEMS);
    Err(problems)
}

/// Reads a whole expression.
pub(in crate::text::template) fn expression(
    source: &str,
    limits: &Limits,
) -> Result<Node, Vec<Problem>> {
    fits(source, limits)?;
    let lexer = Lexer::expression(source);
    let all = Span::new(0, source.len());
    if lexer.broken {
        return Err(lexer.faults.into_iter().map(|(fault, span)| fault.at(span)).collect());
    }
    let mut reader = Reader::new(source, &lexer.tokens, all, &[], limits);
    let read = reader.expression().and_then(|node| reader.finish().map(|()| node));
    read.map_err(|mut problem| {
        if source.trim_start().starts_with("{{") {
            problem.help = Some("write the expression without `{{` and `}}`".to_owned());
            problem.instead = bare(source).map(|inner| (0..source.len(), inner.to_owned()));
        }
        vec![problem]
    })
}

/// What stands between braces, where they are around all of an expression.
fn bare(source: &str) -> Option<&str> {
    let inner = source.trim().strip_prefix("{{")?.strip_suffix("}}")?.trim();
    (!inner.is_empty() && !inner.contains(['{', '}'])).then_some(inner)
}

fn fits(source: &str, limits: &Limits) -> Result<(), Vec<Problem>> {
    if source.len() <= limits.source {
        return Ok(());
    }
    let fault = Fault::new(
        "template.too-long",
        format!("this text has {} bytes; {} are allowed", source.len(), limits.source),
    )
    .help("divide it into several prompts");
    // The place is where the allowed part ends, so that no source has a range as large as itself.
    Err(vec![fault.at(Span::new(limits.source, limits.source))])
}

/// A block that waits for its end.
struct Open {
    /// The tag that opened it.
    span: Span,
    kind: OpenKind,
    /// What stood before the block.
    before: Vec<Part>,
}

enum OpenKind {
    /// `condition` belongs to the arm that is being read; behind `else` there is none.
    If { arms: Vec<(Node, Vec<Part>)>, condition: Option<Node> },
    /// `body` is there once `else` has been read.
    For { over: Node, body: Option<Vec<Part>> },
    /// A block whose opening tag is wrong: what stands in it is read for its problems only.
    Bad { word: &'static str, in_loop: bool },
}

struct Parser<'s> {
    source: &'s str,
    limits: &'s Limits,
    open: Vec<Open>,
    body: Vec<Part>,
    /// The variables of the open loops.
    loops: Vec<&'s str>,
    /// Refused blocks whose ends need no report of their own.
    refused: Vec<&'s str>,
    problems: Vec<Problem>,
}

impl<'s> Parser<'s> {
    fn piece(&mut self, piece: Piece, lexer: &Lexer<'s>) {
        match piece {
            Piece::Text(span) => {
                let normal = literal::normal_lines(span.of(self.source));
                self.body.push(Part::Text { span, normal });
            }
            Piece::Print(_) if lexer.broken => {}
            Piece::Print(span) => {
                let mut reader = self.reader(span, lexer);
                let read = reader.expression().and_then(|node| reader.finish().map(|()| node));
                match read {
                    Ok(node) => self.body.push(Part::Print(node)),
                    Err(problem) => self.problems.push(problem),
                }
            }
            Piece::Block(span) => self.block(span, lexer),
        }
    }

    fn reader<'t>(&'t self, span: Span, lexer: &'t Lexer<'s>) -> Reader<'t>
    where
        's: 't,
    {
        Reader::new(self.source, &lexer.tokens, span, &self.loops, self.limits)
    }

    fn report(&mut self, fault: Fault, span: Span) {
        self.problems.push(fault.at(span));
    }

    /// Whether too many blocks are open; everything behind is left unread then.
    fn too_deep(&mut self) -> bool {
        let too_deep = self.open.len() > self.limits.depth;
        if too_deep && let Some(open) = self.open.pop() {
            let fault = Fault::new("template.too-deep", "blocks are nested too deeply")
                .help(format!("nest at most {} of them", self.limits.depth));
            self.report(fault, open.span);
            self.open.clear();
        }
        too_deep
    }

    fn block(&mut self, span: Span, lexer: &Lexer<'s>) {
        let mut reader = Reader::new(self.source, &lexer.tokens, span, &self.loops, self.limits);
        let Some((_, place)) = reader.name() else {
            if !lexer.broken {
                let fault = Fault::new("template.syntax", "the name of a tag is missing");
                self.report(fault.help("write `{% if … %}` or `{% for … %}`"), span);
            }
            return;
        };
        let word = place.of(self.source);
        match word {
            "if" => self.open_if(span, lexer),
            "for" => self.open_for(span, lexer),
            "elif" => self.elif(span, lexer),
            "else" | "endif" | "endfor" => {
                if !lexer.broken
                    && let Err(mut problem) = reader.finish()
                {
                    problem.message = format!("nothing may stand behind `{word}`");
                    problem.help = (word == "else")
                        .then(|| "write `{% elif … %}` for another condition".to_owned());
                    self.problems.push(problem);
                }
                match word {
                    "else" => self.otherwise(span),
                    "endif" => self.close(span, "if"),
                    _ => self.close(span, "for"),
                }
            }
            _ => self.refuse(word, place),
        }
    }

    fn refuse(&mut self, word: &'s str, place: Span) {
        if let Some(opener) = refused::ended_by(word) {
            if let Some(at) = self.refused.iter().rposition(|other| *other == opener) {
                self.refused.remove(at);
                return;
            }
        } else {
            self.refused.push(word);
        }
        if word == "raw" || word == "endraw" {
            let fault = Fault::new("template.syntax", format!("this `{word}` is out of place"));
            self.report(fault.help("write `{% raw %}` … `{% endraw %}`, with nothing else"), place);
            return;
        }
        self.report(refused::tag(word), place);
    }

    fn push(&mut self, span: Span, kind: OpenKind) {
        let before = std::mem::take(&mut self.body);
        self.open.push(Open { span, kind, before });
    }

    /// The condition of an `if` or `elif` tag, or nothing if it is wrong.
    fn condition(&mut self, span: Span, lexer: &Lexer<'s>) -> Option<Node> {
        if lexer.broken {
            return None;
        }
        let mut reader = self.reader(span, lexer);
        reader.name();
        match reader.condition().and_then(|node| reader.finish().map(|()| node)) {
            Ok(node) => Some(node),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    fn open_if(&mut self, span: Span, lexer: &Lexer<'s>) {
        let kind = match self.condition(span, lexer) {
            None => OpenKind::Bad { word: "if", in_loop: false },
            condition => OpenKind::If { arms: Vec::new(), condition },
        };
        self.push(span, kind);
    }

    fn open_for(&mut self, span: Span, lexer: &Lexer<'s>) {
        let read = if lexer.broken { Err(None) } else { self.for_head(span, lexer).map_err(Some) };
        match read {
            Ok((variable, over)) => {
                self.loops.push(variable);
                self.push(span, OpenKind::For { over, body: None });
            }
            Err(problem) => {
                self.problems.extend(problem);
                // A variable that cannot be spelt, so that `loop` means something inside.
                self.loops.push("");
                self.push(span, OpenKind::Bad { word: "for", in_loop: true });
            }
        }
    }

    /// The variable and the list of a `for` tag.
    fn for_head(&self, span: Span, lexer: &Lexer<'s>) -> Result<(&'s str, Node), Problem> {
        let mut reader = self.reader(span, lexer);
        reader.name();
        let here = reader.here();
        let wrong = |message: &str, help: &str, span: Span| {
            Fault::new("template.loop", message).help(help).at(span)
        };
        let one = "write `{% for item in list %}`";
        let Some((_, place)) = reader.name() else {
            return Err(wrong("a loop needs one variable", one, here));
        };
        let variable = self.source.get(place.range()).unwrap_or_default();
        if variable == "loop" || Reader::is_reserved(variable) {
            return Err(wrong("this word cannot be the variable of a loop", one, place));
        }
        if reader.symbol(",") {
            let help = "loop over the keys, or over a list of mappings, and use `item.name`";
            return Err(wrong("a loop has only one variable", help, place));
        }
        if !reader.word("in") {
            return Err(wrong("`in` is missing", one, reader.here()));
        }
        let over = reader.condition()?;
        let here = reader.here();
        if reader.word("if") {
            let help = "put an `{% if %}` into the loop";
            return Err(wrong("a loop cannot leave items out by itself", help, here));
        }
        if reader.word("recursive") {
            let help = "put one loop into another";
            return Err(wrong("`recursive` is not supported", help, here));
        }
        reader.finish()?;
        Ok((variable, over))
    }

    fn elif(&mut self, span: Span, lexer: &Lexer<'s>) {
        let condition = self.condition(span, lexer);
        let body = std::mem::take(&mut self.body);
        match self.open.last_mut().map(|open| &mut open.kind) {
            Some(OpenKind::If { arms, condition: current @ Some(_) }) => {
                arms.extend(current.take().map(|condition| (condition, body)));
                *current = condition;
                if current.is_none()
                    && let Some(open) = self.open.last_mut()
                {
                    open.kind = OpenKind::Bad { word: "if", in_loop: false };
                }
            }
            Some(OpenKind::Bad { word: "if", .. }) => {}
            Some(OpenKind::If { .. }) => {
                let fault = Fault::new("template.syntax", "`elif` stands behind `else`");
                self.report(fault.help("put it before `else`"), span);
            }
            _ => self.misplaced("elif", span),
        }
    }

    fn otherwise(&mut self, span: Span) {
        let body = std::mem::take(&mut self.body);
        match self.open.last_mut().map(|open| &mut open.kind) {
            Some(OpenKind::If { arms, condition: condition @ Some(_) }) => {
                arms.extend(condition.take().map(|condition| (condition, body)));
            }
            Some(OpenKind::For { body: inside @ None, .. }) => {
                *inside = Some(body);
                self.loops.pop();
            }
            Some(OpenKind::Bad { in_loop, .. }) => {
                if std::mem::take(in_loop) {
                    self.loops.pop();
                }
            }
            Some(_) => {
                let fault = Fault::new("template.syntax", "this block has an `else` already");
                self.report(fault.help("remove one of them"), span);
            }
            None => self.misplaced("else", span),
        }
    }

    fn misplaced(&mut self, word: &str, span: Span) {
        let fault = Fault::new("template.syntax", format!("`{word}` does not belong to a block"));
        self.report(fault.help("check that the blocks around it are closed in order"), span);
    }

    /// Closes the innermost block, which should be a `word`.
    fn close(&mut self, span: Span, word: &str) {
        let fits = self.open.last().is_some_and(|open| open.kind.word() == word);
        if !fits {
            let fault = match self.open.last() {
                Some(open) => {
                    let inner = open.kind.word();
                    let message = format!("`end{word}` stands where `end{inner}` is missing");
                    let fault = Fault::new("template.syntax", message);
                    // Where no block of this kind is open, it is the word that is wrong.
                    let outer = self.open.iter().any(|open| open.kind.word() == word);
                    match span.of(self.source).find("end").filter(|_| !outer) {
                        Some(at) => {
                            let at = span.range().start + at;
                            let meant = format!("end{inner}");
                            fault
                                .help(format!("write `{meant}`"))
                                .write_at(Span::new(at, at + "end".len() + word.len()), meant)
                        }
                        None => fault.help("close the inner block first"),
                    }
                }
                None => Fault::new("template.syntax", format!("`end{word}` closes nothing"))
                    .help("remove it, or check the blocks before it"),
            };
            self.report(fault, span);
            // If such a block is open further out, the inner ones were forgotten.
            let Some(at) = self.open.iter().rposition(|open| open.kind.word() == word) else {
                return;
            };
            while self.open.len() > at + 1 {
                self.close_innermost();
            }
        }
        self.close_innermost();
    }

    fn close_innermost(&mut self) {
        let Some(Open { kind, before, .. }) = self.open.pop() else {
            return;
        };
        let last = std::mem::replace(&mut self.body, before);
        let part = match kind {
            OpenKind::If { mut arms, condition } => {
                let otherwise = match condition {
                    Some(condition) => {
                        arms.push((condition, last));
                        Vec::new()
                    }
                    None => last,
                };
                Part::If { arms, otherwise }
            }
            OpenKind::For { over, body } => {
                let (body, otherwise) = if let Some(body) = body {
                    (body, last)
                } else {
                    self.loops.pop();
                    (last, Vec::new())
                };
                Part::For { over, body, otherwise }
            }
            OpenKind::Bad { in_loop, .. } => {
                if in_loop {
                    self.loops.pop();
                }
                return;
            }
        };
        self.body.push(part);
    }

    fn finish(&mut self) {
        let open = std::mem::take(&mut self.open);
        let alone = open.len() == 1;
        for open in open {
            let word = open.kind.word();
            let end = format!("{{% end{word} %}}");
            let fault = Fault::new("template.syntax", format!("this `{word}` is never closed"))
                .help(format!("close it with `{end}`"));
            let from = open.span.range().end;
            let rest = self.source.get(from..).unwrap_or_default().trim_end();
            // In the last line there is one place for it only; elsewhere the author knows.
            let fault = if alone && !rest.contains('\n') {
                let at = from + rest.len();
                fault.write_at(Span::new(at, at), end)
            } else {
                fault
            };
            self.report(fault, open.span);
        }
    }
}

impl OpenKind {
    fn word(&self) -> &'static str {
        match self {
            OpenKind::If { .. } => "if",
            OpenKind::For { .. } => "for",
            OpenKind::Bad { word, .. } => word,
        }
    }
}
