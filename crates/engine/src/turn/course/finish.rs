//! The end of a turn's course: from an answer that was taken to the outcome.
//!
//! Owns how the answer, the step's ruling and what the engine says come together. It must never lose
//! what the gate decided: events and effects of its rows are in the outcome also where the model failed.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::call::Run;
use crate::agent::input::{Content, Message, Speaker};
use crate::agent::state::State;
use crate::agent::step::Step;
use crate::agent::step::logic::Decision;
use crate::text::template::Limits;
use crate::turn::Assembly;
use crate::turn::advance::event::Event;
use crate::turn::advance::{carried, flow, ladder, memory, script};
use crate::turn::contract::step_answer::StepNow;
use crate::turn::contract::verdict::Verdict;
use crate::turn::course::outcome::{Decided, Failure, Fate, Judged, Outcome, Said, Voice};
use crate::turn::course::{At, Purpose, Turn};
use crate::turn::enforce::ruling::Ruling;
use crate::turn::format::reply::Reply;
use crate::turn::gate::effect::AUTHOR;
use crate::turn::gate::position::{Ladder, Position};
use crate::turn::kept::Memo;
use crate::turn::read::answer::{Answer, Liberty, Problem};
use crate::turn::scope::NOWHERE;

/// An answer that was taken.
pub(super) struct Answered {
    pub reply: Reply,
    pub ruling: Option<Ruling>,
    /// Whether the user has read a part of it.
    pub seen: bool,
}

impl<'a> Turn<'a> {
    /// Takes an answer: the flow moves, and the turn ends, or a call behind the answer follows.
    pub(super) fn finish(
        &mut self,
        purpose: Purpose,
        assembly: Assembly<'a>,
        taken: Answered,
        answer: &Answer,
        memo: &mut Memo,
    ) -> At<'a> {
        let Answered { reply, ruling, seen } = taken;
        if let Purpose::After(place) = purpose {
            self.called(assembly, reply, None, answer);
            return At::After(place + 1);
        }
        let mut said: Vec<Said> = Vec::new();
        let decided = ruling.map(|ruling| self.move_on(&assembly, ruling, seen, &mut said, memo));
        if decided.is_none() && self.is_read(&purpose) {
            said.extend(spoken(&self.progress.answer.messages));
        }
        let call = Some(assembly.call_name().to_owned());
        let history_from = assembly.history_from();
        self.called(assembly, reply, None, answer);
        let mut outcome = self.outcome(call, said);
        outcome.decision = decided;
        outcome.history_from = history_from;
        self.done(outcome, memo)
    }

    /// Moves the flow. What the model says comes before what the engine says on the way.
    fn move_on(
        &mut self,
        assembly: &Assembly<'a>,
        mut ruling: Ruling,
        seen: bool,
        said: &mut Vec<Said>,
        memo: &Memo,
    ) -> Decided {
        let mut progress = std::mem::take(&mut self.progress);
        let step = step_of(&progress.state);
        let gated = self.stood();
        let tokenizer = assembly.tokenizer.clone();
        let ground = self.ground(&gated, memo, &tokenizer);
        for name in ruling.actions.clone() {
            let asked = progress.granted.iter().any(|request| request.name == name);
            // What was refused to the model would be refused once more.
            let refused = progress
                .actions
                .iter()
                .any(|taken| taken.name == name && matches!(taken.fate, Fate::Refused { .. }));
            if !asked && !refused {
                let params = serde_json::Map::new();
                let request = crate::agent::input::ActionRequest { name, params };
                // What keeps it from being done is noted with it.
                let _ = progress.act(self.agent, &ground, &request, AUTHOR);
            }
        }
        let mut state = progress.state.as_ref().clone();
        let mut position = Position::of(&state).ladder;
        if let Some(name) = &progress.answer.script {
            script::count(&mut position, name);
        }
        let model_stays = ruling.decision == Decision::Stay;
        let spoke = self.input.message.is_some();
        let policies = self.agent.agent.flow.as_ref().map(|flow| flow.policies).unwrap_or_default();
        if let Some(now) = assembly.selected.step().and_then(StepNow::of) {
            let held = Arc::clone(&progress.state);
            let case = crate::turn::enforce::ruling::Case {
                agent: self.agent,
                now: &now,
                policies: &policies,
                state: &held,
                view: &|state| Box::new(ground.view(state)),
            };
            let skipped = ladder::climb(&case, &mut ruling, &mut position, spoke);
            if !skipped.is_empty() {
                progress.events.push(Event::Skipped { slots: skipped });
            }
        }
        let mut messages = std::mem::take(&mut progress.answer.messages);
        // The model asked once more, and the engine goes on instead.
        let overruled = model_stays && ruling.decision == Decision::Next;
        let asked = overruled && !seen && asks(progress.answer.script.as_deref());
        let withheld = if asked { std::mem::take(&mut messages) } else { Vec::new() };
        let coerced = ruling.asked == Some(Decision::Next) && ruling.decision == Decision::Stay;
        if messages.is_empty() && ruling.decision == Decision::Stay {
            // Nobody is left without a word: the step's own scripts ask again.
            let last = last_said(&self.input.history);
            let now = assembly.selected.step().and_then(StepNow::of);
            let names = now.map(|now| asking_again(now.step, &position)).unwrap_or_default();
            for name in names {
                match flow::speak(&ground, &step, &[name], &state, &mut position, last) {
                    Ok(found) if !found.is_empty() => {
                        let found = self.formed(found, assembly.selected.call, memo);
                        said.extend(found.into_iter().map(|text| Said { by: Voice::Engine, text }));
                        break;
                    }
                    Ok(_) => {}
                    Err(findings) => progress.problems.extend(findings.into_iter().map(untold)),
                }
            }
        }
        said.extend(spoken(&messages));
        let last = said.last().map(|said| said.text.clone());
        match flow::go(&ground, &step, &ruling, position, &mut state, last.as_deref()) {
            Ok(moved) => {
                if moved.said.is_empty() {
                    // Nobody is left without a word.
                    said.extend(spoken(&withheld));
                } else {
                    progress.liberties.extend(withheld.iter().map(|text| withholding(text)));
                }
                let own = self.formed(moved.said, assembly.selected.call, memo);
                said.extend(own.into_iter().map(|text| Said { by: Voice::Engine, text }));
                progress.events.extend(moved.events);
            }
            Err(findings) => {
                said.extend(spoken(&withheld));
                progress.problems.extend(findings.into_iter().map(untold));
            }
        }
        progress.liberties.append(&mut ruling.liberties);
        if !coerced {
            progress.problems.append(&mut ruling.problems);
        }
        let decided = Decided {
            decision: ruling.decision.as_str().to_owned(),
            asked: ruling.asked.map(|asked| asked.as_str().to_owned()),
            reason: ruling.reason.clone(),
            said: progress.answer.reason.clone(),
            to: step_of(&state),
            step,
        };
        progress.state = Arc::new(state);
        self.progress = progress;
        decided
    }

    /// Ends a turn that has no answer.
    pub(super) fn give_up(&mut self, why: Failure, memo: &mut Memo) -> At<'a> {
        // What the user has read already stays said.
        let seen = std::mem::take(&mut self.progress.answer.messages);
        let mut said: Vec<Said> = spoken(&seen).collect();
        said.extend(self.fallback(memo));
        let mut outcome = self.outcome(None, said);
        outcome.failure = Some(why);
        self.done(outcome, memo)
    }

    /// What the agent says where its model gives no answer: nobody is left without a word.
    fn fallback(&mut self, memo: &Memo) -> Vec<Said> {
        let program = self.reply.and_then(|place| Some((place, self.agent.calls.get(place)?)));
        let Some((place, text)) =
            program.and_then(|(place, program)| Some((place, program.fallback.as_ref()?)))
        else {
            return Vec::new();
        };
        let isolated = self.agent.agent.calls.get(place).is_some_and(|call| call.isolated);
        let gated = self.stood();
        let tokenizer = self.counts_with();
        let view = self.ground(&gated, memo, &tokenizer).view(&self.progress.state);
        let view = if isolated { view.isolated() } else { view };
        let rendered = text.render(&view, NOWHERE, &Limits::DEFAULT);
        drop(view);
        match rendered {
            Ok(rendered) if rendered.text.trim().is_empty() => Vec::new(),
            Ok(rendered) => {
                let texts = self.formed(vec![rendered.text.trim().to_owned()], place, memo);
                texts.into_iter().map(|text| Said { by: Voice::Engine, text }).collect()
            }
            Err(problem) => {
                let message = format!("the `fallback` cannot be said: {}", problem.message);
                let pointer = String::new();
                self.progress.problems.push(Problem { code: problem.code, pointer, message });
                Vec::new()
            }
        }
    }

    /// Ends a turn, or goes on with the calls behind the answer.
    pub(super) fn conclude(
        &mut self,
        call: Option<String>,
        said: Vec<Said>,
        memo: &mut Memo,
    ) -> At<'a> {
        let outcome = self.outcome(call, said);
        self.done(outcome, memo)
    }

    fn done(&mut self, outcome: Outcome, memo: &mut Memo) -> At<'a> {
        let behind = self.goes_behind(&outcome);
        let calls = self.agent.agent.calls.iter().position(|call| call.run == Run::After);
        self.ending = Some(outcome);
        match calls.filter(|_| behind) {
            Some(place) => At::After(place),
            None => self.close(memo),
        }
    }

    /// Whether calls are made behind the turn: not where it failed, is that of a call alone, or was ended
    /// by the gate, which speaks in place of all calls.
    fn goes_behind(&self, outcome: &Outcome) -> bool {
        let ended = self.gated.as_ref().is_some_and(|gated| gated.say.is_some());
        self.options.call.is_none() && outcome.failure.is_none() && !ended
    }

    /// Closes the turn: the state that the next one begins with, and what is left to do behind it.
    pub(super) fn close(&mut self, memo: &mut Memo) -> At<'a> {
        let mut outcome = self.ending.take().unwrap_or_default();
        let progress = std::mem::take(&mut self.progress);
        let incognito = progress.state.get("incognito") == Some(&Json::Bool(true));
        outcome.events = self.crisis(incognito).into_iter().collect();
        outcome.events.extend(progress.events);
        outcome.actions = progress.actions;
        outcome.memories = memory::memories(progress.memories, incognito);
        outcome.liberties.extend(progress.liberties);
        outcome.problems.extend(progress.problems);
        outcome.next = carried(&self.agent.agent, &progress.state);
        if self.goes_behind(&outcome) {
            outcome.background = self.background(&progress.state, memo);
        }
        outcome.state = progress.state.as_ref().clone();
        At::Done(Box::new(outcome))
    }

    fn outcome(&mut self, call: Option<String>, said: Vec<Said>) -> Outcome {
        let answer = &mut self.progress.answer;
        let verdict = answer.verdict.take().and_then(|verdict| match verdict {
            Verdict::Pass(reason) => Some(Judged { pass: true, reason }),
            Verdict::Fail(reason) => Some(Judged { pass: false, reason }),
            Verdict::Unreadable(_) => None,
        });
        let value = answer.value.take();
        let mut history = Vec::new();
        if let Some(content) = self.input.message.clone() {
            history.push(Message { role: Speaker::User, content });
        }
        history.append(&mut self.between);
        if !said.is_empty() {
            let texts: Vec<&str> = said.iter().map(|said| said.text.as_str()).collect();
            let content = Content::Text(texts.join("\n").into());
            history.push(Message { role: Speaker::Assistant, content });
        }
        let mut gate = self.gated.as_ref().map(|gated| gated.fired.clone()).unwrap_or_default();
        for fired in &mut gate {
            // The gate knows that there is no answer; why, the turn knows.
            let why = fired.call.as_ref().and_then(|call| self.failed.get(call));
            fired.reason = why.cloned().or(fired.reason.take());
        }
        // A call that nobody reads is no part of the conversation.
        let asked = self.options.call.as_ref().and_then(|call| self.agent.agent.call(call));
        if asked.is_some_and(|call| matches!(call.run, Run::Background | Run::After)) {
            history.clear();
        }
        Outcome { call, said, verdict, value, history, gate, ..Outcome::default() }
    }

    /// The event of a turn whose reply is isolated.
    fn crisis(&self, incognito: bool) -> Option<Event> {
        let gated = self.gated.as_ref()?;
        let isolated = |call: &crate::agent::call::Call| call.isolated && call.run == Run::Instead;
        let made = self.reply?;
        let call = self.agent.agent.calls.get(made).filter(|call| isolated(call))?;
        let when = self.agent.calls.get(made)?.when.as_ref()?;
        let names = when.names();
        let looked =
            gated.state.iter().filter(|(key, _)| names.iter().any(|name| name.name == **key));
        Some(Event::Crisis {
            call: call.name.clone(),
            state: looked.map(|(key, value)| (key.clone(), value.clone())).collect(),
            unit: self.input.unit.clone().filter(|_| !incognito),
        })
    }

    /// The calls that are to be made in the background: those whose condition holds at the turn's end.
    fn background(&mut self, state: &Arc<State>, memo: &Memo) -> Vec<String> {
        if self.agent.agent.calls.iter().all(|call| call.run != Run::Background) {
            return Vec::new();
        }
        let gated = self.stood();
        let tokenizer = self.counts_with();
        let ground = self.ground(&gated, memo, &tokenizer);
        let view = ground.view(state);
        let calls = self.agent.agent.calls.iter().zip(&self.agent.calls);
        let due = calls.filter(|(call, program)| {
            let holds = program.when.as_ref().map(|when| when.holds(&view, &Limits::DEFAULT));
            call.run == Run::Background && holds.is_none_or(|holds| holds.unwrap_or(false))
        });
        due.map(|(call, _)| call.name.clone()).collect()
    }
}

/// What a finding comes to where nobody can be told before the turn is over.
fn untold(finding: crate::diagnostic::Diagnostic) -> Problem {
    Problem { code: finding.code, pointer: String::new(), message: finding.message }
}

fn withholding(text: &str) -> Liberty {
    Liberty {
        code: "said.withheld",
        pointer: String::new(),
        note: format!("not said, because the step is left: {text}"),
    }
}

fn spoken(messages: &[String]) -> impl Iterator<Item = Said> + '_ {
    messages.iter().map(|text| Said { by: Voice::Model, text: text.clone() })
}

/// Whether a script asks for what a step waits for.
fn asks(script: Option<&str>) -> bool {
    script.is_some_and(|name| name == "entry" || is_retry(name))
}

fn is_retry(name: &str) -> bool {
    name == "retry" || name.starts_with("retry.")
}

/// The scripts with which a step asks again, in the order in which they are tried: those for that, in the
/// order of the file, then what leads back and what opens. The one that was said last is the last choice.
fn asking_again<'s>(step: &'s Step, ladder: &Ladder) -> Vec<&'s str> {
    let names = step.scripts.iter().map(|script| script.name.as_str());
    let retries = names.filter(|name| is_retry(name));
    let names = retries.chain(["anchor", "entry"]);
    let (last, others): (Vec<&str>, Vec<&str>) =
        names.partition(|name| ladder.script.as_deref() == Some(*name));
    others.into_iter().chain(last).collect()
}

fn step_of(state: &State) -> String {
    state.get("step").and_then(Json::as_str).unwrap_or_default().to_owned()
}

/// What the assistant said last.
pub(super) fn last_said(history: &[Message]) -> Option<&str> {
    let last = history.iter().rev().find(|message| message.role == Speaker::Assistant)?;
    match &last.content {
        Content::Text(text) => Some(text),
        Content::Parts(_) => None,
    }
}
