//! What changes often stands behind what does not.
//!
//! Providers cache the beginning of a prompt, up to the first byte that is new. One line that changes
//! every turn makes everything behind it be read and paid for again. The channel `turn` is where such
//! lines belong: it stands behind the history, and nothing in it is judged.

use crate::agent::layer::{Channel, Engine, Fill, Layer};
use crate::check::facts::{Facts, Seat};
use crate::check::stability::{Stability, of_names};
use crate::diagnostic::{Diagnostic, Span};
use crate::text::template::{Expr, Name, Template};

/// Tokens below which an order is not worth a word, where something changes every turn.
const FEW: u32 = 32;

/// The same where it changes from session to session: the loss is one per session.
const FEW_OF_SESSION: u32 = 256;

/// A stretch of a call, in payload order.
struct Stretch<'a> {
    /// What it is called: a prompt's name as it is written, or a layer's id.
    name: &'a str,
    layer: &'a Layer,
    span: &'a Span,
    /// How long its text stays the same at most: a text with the message in it is a new one every turn.
    content: Stability,
    /// How long it stays the same at least: the choice of a turn, a page or what the host hands in may
    /// well be that of the turn before.
    choice: Stability,
    /// What it depends on, of what stays the same for the shortest time.
    cause: Option<String>,
    /// Its own text, at least.
    tokens: u32,
}

impl Stretch<'_> {
    fn stability(&self) -> Stability {
        self.content.max(self.choice)
    }

    /// How it changes, and with what.
    fn told(&self, pace: &str) -> String {
        let name = self.name;
        match &self.cause {
            Some(cause) => format!("`{name}` changes {pace} with `{cause}`, and"),
            None => format!("`{name}` changes {pace} and"),
        }
    }
}

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for call in 0..facts.agent.agent.calls.len() {
        let stretches = stretches(facts, call);
        findings.extend(of_turn(&stretches));
        findings.extend(of_session(&stretches));
    }
}

fn of_turn(stretches: &[Stretch<'_>]) -> Option<Diagnostic> {
    let first = stretches.iter().position(|one| one.stability() == Stability::Turn)?;
    let (volatile, behind) = (stretches.get(first)?, stretches.get(first + 1..)?);
    let lost = sum(behind, Stability::Turn);
    let is_history = |one: &Stretch<'_>| one.layer.channel == Channel::History;
    let anew = stretches.iter().position(|one| one.content == Stability::Turn)?;
    let history = stretches.get(anew + 1..).is_some_and(|behind| behind.iter().any(is_history));
    let volatile = if history && lost < FEW { stretches.get(anew)? } else { volatile };
    let what = match (lost >= FEW, history) {
        (true, true) => format!("{lost} tokens that do not, and in front of the history"),
        (true, false) => format!("{lost} tokens that do not"),
        (false, true) => "the history".to_owned(),
        (false, false) => return None,
    };
    let message = format!(
        "{} stands in front of {what}: none of that can be cached",
        volatile.told("from turn to turn")
    );
    let help = format!(
        "Put it into a layer of the channel `turn`, or behind what stays the same in `{}`.",
        volatile.layer.id
    );
    Some(Diagnostic::warning("layer.volatile", message).at(volatile.span).help(help))
}

fn of_session(stretches: &[Stretch<'_>]) -> Option<Diagnostic> {
    let first = stretches.iter().position(|one| one.stability() == Stability::Session)?;
    let (volatile, behind) = (stretches.get(first)?, stretches.get(first + 1..)?);
    // What stands behind something that changes every turn is lost to that.
    let until = behind.iter().position(|one| one.stability() == Stability::Turn);
    let behind = behind.get(..until.unwrap_or(behind.len()))?;
    let lost = sum(behind, Stability::Session);
    if lost < FEW_OF_SESSION {
        return None;
    }
    let message = format!(
        "{} stands in front of {lost} tokens that never change: each session pays for them anew",
        volatile.told("from session to session")
    );
    let help = "Put the layers that never change in front.";
    Some(Diagnostic::warning("layer.volatile", message).at(volatile.span).help(help))
}

/// The tokens of what stays the same longer than `than`.
fn sum(behind: &[Stretch<'_>], than: Stability) -> u32 {
    let stable = behind.iter().filter(|one| one.stability() < than);
    stable.fold(0, |sum, one| sum.saturating_add(one.tokens))
}

fn stretches<'a>(facts: &'a Facts<'a>, call: usize) -> Vec<Stretch<'a>> {
    let mut out = Vec::new();
    let layers = facts.call(call).0.layers.iter().enumerate();
    for (at, layer) in layers.filter(|(_, layer)| layer.channel < Channel::Turn) {
        let (_, program) = facts.layer(call, at);
        let when: Vec<Name<'_>> = program.when.iter().flat_map(Expr::names).collect();
        let plain = |name, span, content| Stretch {
            name,
            layer,
            span,
            content,
            choice: Stability::Static,
            cause: None,
            tokens: 0,
        };
        match &layer.fill {
            Fill::Conversation => out.push(plain(&layer.id, &layer.span, Stability::Session)),
            Fill::Engine(engine) => {
                let rules = *engine == Engine::Rules;
                let content = if rules { Stability::Session } else { Stability::Static };
                let mut stretch = plain(&layer.id, &layer.span, content);
                depend(facts, &mut stretch, when);
                out.push(stretch);
            }
            Fill::Prompts(refs) => {
                for (place, written) in refs.iter().enumerate() {
                    let mut stretch =
                        plain(&written.name.value, &written.name.span, Stability::Static);
                    let seats = facts.seats_at(call, at, place).iter();
                    let seats: Vec<&Seat<'_>> =
                        seats.filter(|seat| seat.possible && seat.prompt.is_some()).collect();
                    stretch.tokens = seats.iter().map(|seat| seat.extent.least).min().unwrap_or(0);
                    // What is wrong with the core is told by the core's own rule.
                    if layer.id != "core" {
                        let Some((name, ref_when)) = program.prompts.get(place) else { continue };
                        let own = seats.iter().filter_map(|seat| facts.prompt_when(seat));
                        let whens = ref_when.iter().chain(own).flat_map(Expr::names);
                        let names = name.names().into_iter().chain(whens);
                        depend(facts, &mut stretch, when.iter().cloned().chain(names).collect());
                        seats.iter().for_each(|seat| read(facts, &mut stretch, seat));
                    }
                    out.push(stretch);
                }
            }
        }
    }
    out
}

/// Adds the names that choose a stretch.
fn depend(facts: &Facts<'_>, stretch: &mut Stretch<'_>, names: Vec<Name<'_>>) {
    for name in names {
        let found = of_names(&facts.agent.agent, [name.clone()]);
        if found > stretch.choice {
            stretch.choice = found;
            stretch.cause = Some(name.name.to_owned());
        }
    }
}

/// Adds what the text of a prompt depends on.
fn read(facts: &Facts<'_>, stretch: &mut Stretch<'_>, seat: &Seat<'_>) {
    let Some(prompt) = seat.prompt else { return };
    for declared in &prompt.context {
        let Some(key) = facts.agent.keys.get(&declared.value) else { continue };
        let exprs = key.from.iter().chain(&key.filter).flat_map(Expr::names);
        let templates = key.url.iter().chain(&key.query).chain(&key.each);
        let names = exprs.chain(templates.flat_map(Template::names));
        // What the host hands in may be the same all through a session.
        let content = of_names(&facts.agent.agent, names.filter(|name| name.name != "input"));
        if content > stretch.content || key.stability > stretch.stability() {
            stretch.cause = Some(declared.value.clone());
        }
        stretch.content = stretch.content.max(content);
        stretch.choice = stretch.choice.max(key.stability);
    }
    let body = facts.agent.body(prompt);
    if body.is_some_and(|body| body.template.names().iter().any(|name| name.name == "now")) {
        stretch.content = Stability::Turn;
        stretch.cause = Some("now".to_owned());
    }
}
