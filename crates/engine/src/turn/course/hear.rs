//! Hearing a model's answer.
//!
//! Owns what follows from an answer: it is taken, actions are performed first, or the model is asked
//! again. Whatever is not taken is kept with the call, and leaves nothing behind in the state. It must
//! never take a part of an answer and forget the rest.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::agent::call::{AnswerKind, Run};
use crate::agent::input::{Content, Message, Part, Speaker};
use crate::turn::Assembly;
use crate::turn::advance::flow;
use crate::turn::contract::step_answer::{DECISION_TOOL, StepNow};
use crate::turn::contract::verdict::Verdict;
use crate::turn::course::complaint::Complaint;
use crate::turn::course::correction;
use crate::turn::course::outcome::Fate;
use crate::turn::course::progress::Progress;
use crate::turn::course::{Asking, At, Called, Came, Performing, Purpose, Turn, Waiting, failure};
use crate::turn::enforce::action::judge;
use crate::turn::enforce::ruling::{self, Case, Ruling};
use crate::turn::format::reply::Reply;
use crate::turn::kept::Memo;
use crate::turn::options::Round;
use crate::turn::read::answer::{Answer, Problem};
use crate::turn::read::read_with;
use crate::turn::read::unreadable::Unreadable;

impl<'a> Turn<'a> {
    /// Takes a model's answer.
    pub(super) fn hear(&mut self, waiting: Waiting<'a>, reply: Reply, memo: &mut Memo) -> At<'a> {
        let assembly = &waiting.assembly;
        let program = self.agent.calls.get(assembly.selected.call);
        let validator = program.and_then(|program| program.answer.as_ref());
        match read_with(&assembly.contract, &reply, validator) {
            Ok(answer) => self.heard(waiting, reply, answer, memo),
            Err(unreadable) => self.unheard(waiting, reply, unreadable, memo),
        }
    }

    /// An answer that cannot be read: the model is asked again, as often as the agent allows.
    fn unheard(
        &mut self,
        waiting: Waiting<'a>,
        reply: Reply,
        unreadable: Unreadable,
        memo: &mut Memo,
    ) -> At<'a> {
        let Waiting { asking, assembly, base, seen: shown, .. } = waiting;
        let refused = matches!(unreadable, Unreadable::Refused { .. });
        let (sentence, reason) = (unreadable.sentence(), unreadable.reason());
        self.progress = base;
        let left = asking.left.reasks > 0 && shown.is_none() && !refused;
        let round = left.then(|| said_again(&assembly, &reply, &sentence));
        self.calls.push(Called {
            assembly,
            reply: Some(reply),
            refused: Some(reason.clone()),
            liberties: Vec::new(),
        });
        match round {
            Some(rounds) => At::Ask(asked_again(asking, rounds)),
            None => {
                self.progress.answer.messages.extend(shown.into_iter().flatten());
                self.without(asking.purpose, failure(unreadable.code(), reason), memo)
            }
        }
    }

    fn heard(
        &mut self,
        waiting: Waiting<'a>,
        reply: Reply,
        answer: Answer,
        memo: &mut Memo,
    ) -> At<'a> {
        if let Purpose::Gate { call, .. } = &waiting.asking.purpose {
            // Reading it has held it against its schema; the gate does so once more.
            self.input.answers.insert(call.clone(), value_of(&answer));
            self.answered.insert(call.clone());
            self.called(waiting.assembly, reply, None, &answer);
            return At::Begin;
        }
        let contract = Arc::clone(&waiting.assembly.contract);
        let by = self.asker(&waiting.asking.purpose);
        let mut progress = self.progress.clone();
        progress.hear(answer.clone());
        let mut complaints: Vec<Complaint> = progress.answer_problems(&answer);
        self.slots(&waiting, &answer, &mut progress, memo);
        let mut performing =
            Performing { requests: Vec::new(), tools: Vec::new(), reply: reply.clone() };
        for asked in answer.actions.iter().filter(|asked| asked.name != DECISION_TOOL) {
            let params = asked.params.as_object().cloned().unwrap_or_default();
            let judged = judge(self.agent, &contract, asked, &progress.granted);
            let came = match judged {
                Err(refusal) => {
                    progress.refuse(&asked.name, params, &by, refusal.code, &refusal.reason);
                    if refusal.code == "action.params" {
                        complaints.push(Complaint::new(refusal.code, &asked.name, &refusal.reason));
                    }
                    Came::Said(format!("refused: {}", refusal.reason))
                }
                Ok((action, request)) if action.returns.is_some() => {
                    performing.requests.push(request);
                    Came::Asked(performing.requests.len() - 1)
                }
                Ok((_, request)) => {
                    let gated = self.stood();
                    let tokenizer = waiting.assembly.tokenizer.clone();
                    let ground = self.ground(&gated, memo, &tokenizer);
                    match progress.act(self.agent, &ground, &request, &by) {
                        Ok(()) => {
                            progress.granted.push(request);
                            Came::Said("done".to_owned())
                        }
                        Err(reason) => Came::Said(format!("refused: {reason}")),
                    }
                }
            };
            performing.tools.extend(asked.id.clone().map(|id| (id, came)));
        }
        self.next_of(waiting, progress, performing, complaints, &answer, memo)
    }

    /// What follows an answer whose actions were judged.
    fn next_of(
        &mut self,
        waiting: Waiting<'a>,
        mut progress: Progress,
        mut performing: Performing,
        mut complaints: Vec<Complaint>,
        answer: &Answer,
        memo: &mut Memo,
    ) -> At<'a> {
        let by = self.asker(&waiting.asking.purpose);
        if !performing.requests.is_empty() {
            if waiting.asking.left.rounds > 0 {
                progress.goes_on();
                self.progress = progress;
                return At::Perform(Box::new(waiting), performing);
            }
            for request in std::mem::take(&mut performing.requests) {
                let reason = "the turn has had all its rounds";
                progress.refuse(&request.name, request.params, &by, "action.rounds", reason);
            }
        }
        let ruling = self.ruled(&waiting, &progress, memo);
        complaints.extend(correction::of_ruling(ruling.as_ref(), &progress, self.agent));
        let contract = &waiting.assembly.contract;
        let speaks = self.is_read(&waiting.asking.purpose)
            && matches!(
                contract.answer.kind,
                AnswerKind::Text | AnswerKind::Actions | AnswerKind::Steps
            );
        let now = waiting.assembly.selected.step().and_then(StepNow::of);
        let goes_on = now
            .zip(ruling.as_ref())
            .is_some_and(|(now, ruling)| flow::has_words(self.agent, now.step, ruling));
        let silent = speaks && progress.answer.messages.is_empty() && !goes_on;
        // A model that calls tools often waits for what they give before it speaks.
        let waits = silent && complaints.is_empty() && !performing.reply.tools.is_empty();
        if waits && waiting.asking.left.rounds > 0 {
            let Waiting { mut asking, assembly, .. } = waiting;
            asking.left.rounds -= 1;
            let rounds = tool_rounds(&assembly, &performing, &[]);
            self.between.extend(messages(&rounds));
            asking.rounds.extend(rounds);
            self.called(assembly, performing.reply, None, answer);
            progress.goes_on();
            self.progress = progress;
            return At::Ask(asking);
        }
        if silent {
            complaints.push(Complaint::new(
                "answer.silent",
                "",
                "there is no message for the user",
            ));
        }
        let shown = self.form(&waiting, &progress, goes_on, memo);
        complaints.extend(shown.complaints);
        let again =
            !complaints.is_empty() && waiting.asking.left.reasks > 0 && waiting.seen.is_none();
        if again {
            let Waiting { asking, assembly, base, .. } = waiting;
            let sentence = correction::text(&complaints);
            let rounds = said_again(&assembly, &performing.reply, &sentence);
            self.called(assembly, performing.reply, Some(sentence), answer);
            self.progress = base;
            return At::Ask(asked_again(asking, rounds));
        }
        progress.problems.extend(complaints.into_iter().filter_map(Complaint::problem));
        progress.liberties.extend(shown.repairs);
        progress.answer.messages = match shown.instead {
            None => shown.messages,
            // What was shown stays said.
            Some(Ok(text)) => {
                let own = self.formed(vec![text], waiting.assembly.selected.call, memo);
                waiting.seen.iter().flatten().cloned().chain(own).collect()
            }
            Some(Err(problem)) => {
                progress.problems.push(problem);
                waiting.seen.clone().unwrap_or_default()
            }
        };
        self.progress = progress;
        let seen = waiting.seen.as_ref().is_some_and(|seen| !seen.is_empty());
        let Waiting { asking, assembly, .. } = waiting;
        let taken = super::finish::Answered { reply: performing.reply, ruling, seen };
        self.finish(asking.purpose, assembly, taken, answer, memo)
    }

    /// Judges the slots of an answer, so that actions and conditions see their values.
    fn slots(&self, waiting: &Waiting<'a>, answer: &Answer, progress: &mut Progress, memo: &Memo) {
        let Some(now) = waiting.assembly.selected.step().and_then(StepNow::of) else { return };
        if waiting.assembly.contract.answer.kind != AnswerKind::Steps {
            return;
        }
        let mut ruling = progress.ruling.take().unwrap_or_else(|| Ruling::of(&progress.state));
        self.case(waiting, &now, &Arc::clone(&progress.state), memo, |case| {
            ruling::slots(case, answer, &mut ruling);
        });
        progress.state = ruling::with_slots(&progress.state, &ruling.slots);
        progress.ruling = Some(ruling);
    }

    /// What the engine decides about the step, where the call is about one.
    fn ruled(&self, waiting: &Waiting<'a>, progress: &Progress, memo: &Memo) -> Option<Ruling> {
        let now = waiting.assembly.selected.step().and_then(StepNow::of)?;
        let mut ruling = progress.ruling.clone()?;
        self.case(waiting, &now, &progress.state, memo, |case| {
            ruling::decide(case, &progress.answer, &mut ruling);
        });
        Some(ruling)
    }

    /// Calls with what a ruling is made from.
    pub(super) fn case<T>(
        &self,
        waiting: &Waiting<'a>,
        now: &StepNow<'_>,
        state: &Arc<crate::agent::state::State>,
        memo: &Memo,
        call: impl FnOnce(&Case<'_>) -> T,
    ) -> T {
        let gated = self.stood();
        let ground = self.ground(&gated, memo, &waiting.assembly.tokenizer);
        let policies = self.agent.agent.flow.as_ref().map(|flow| flow.policies).unwrap_or_default();
        call(&Case {
            agent: self.agent,
            now,
            policies: &policies,
            state,
            view: &|state| Box::new(ground.view(state)),
        })
    }

    /// Whether the user reads what a call says.
    pub(super) fn is_read(&self, purpose: &Purpose) -> bool {
        let read = |run: Run| run.replies() || run == Run::Asked;
        match purpose {
            Purpose::Gate { .. } | Purpose::After(_) => false,
            Purpose::Reply(None) => true,
            Purpose::Reply(Some(call)) => {
                self.agent.agent.call(call).is_none_or(|call| read(call.run))
            }
        }
    }

    /// Who asks for the actions of a call's answer.
    pub(super) fn asker(&self, purpose: &Purpose) -> String {
        let agent = &self.agent.agent;
        let call = match purpose {
            Purpose::Gate { call, .. } | Purpose::Reply(Some(call)) => agent.call(call),
            Purpose::Reply(None) => None,
            Purpose::After(place) => agent.calls.get(*place),
        };
        match call {
            Some(call) if !call.run.replies() => call.name.clone(),
            _ => "model".to_owned(),
        }
    }

    /// Keeps a call with what came of it.
    pub(super) fn called(
        &mut self,
        assembly: Assembly<'a>,
        reply: Reply,
        refused: Option<String>,
        answer: &Answer,
    ) {
        let liberties = answer.liberties.clone();
        self.calls.push(Called { assembly, reply: Some(reply), refused, liberties });
    }
}

/// The answer of a call of the gate, as rows see it.
fn value_of(answer: &Answer) -> Json {
    match (&answer.value, &answer.verdict) {
        (Some(value), _) => value.clone(),
        (None, Some(Verdict::Pass(reason))) => json!({"verdict": "pass", "reason": reason}),
        (None, Some(Verdict::Fail(reason))) => json!({"verdict": "fail", "reason": reason}),
        (None, _) => Json::String(answer.messages.join("\n")),
    }
}

/// What is said to a model whose answer is not taken: its answer, and what is wrong with it. Tools that it
/// called must be answered where there are any.
fn said_again(assembly: &Assembly<'_>, reply: &Reply, sentence: &str) -> Vec<Round> {
    let mut rounds = Vec::new();
    if reply.tools.is_empty() || !assembly.contract.answer.tools {
        if !reply.text.trim().is_empty() {
            rounds.push(written(reply));
        }
    } else {
        rounds.push(called_tools(assembly, reply));
        let none = "not done: the whole answer is asked for again";
        let results = reply.tools.iter();
        let results = results.map(|tool| (tool.id.clone(), none.to_owned()));
        rounds.push(Round::Tools(results_message(results)));
    }
    rounds.push(Round::Correction(sentence.to_owned()));
    rounds
}

fn asked_again(mut asking: Asking, rounds: Vec<Round>) -> Asking {
    asking.left.reasks = asking.left.reasks.saturating_sub(1);
    asking.rounds.extend(rounds);
    asking
}

/// The rounds that answer the tools of a reply. `results` are those of the actions that were performed.
pub(super) fn tool_rounds(
    assembly: &Assembly<'_>,
    performing: &Performing,
    results: &[String],
) -> Vec<Round> {
    let reply = &performing.reply;
    let told = |id: &str| {
        let came = performing.tools.iter().find(|(known, _)| known == id);
        match came {
            Some((_, Came::Said(text))) => text.clone(),
            Some((_, Came::Asked(at))) => results.get(*at).cloned().unwrap_or_default(),
            // The tool that decides, and tools whose arguments could not be read.
            None => "noted".to_owned(),
        }
    };
    let answered = reply.tools.iter().map(|tool| (tool.id.clone(), told(&tool.id)));
    vec![called_tools(assembly, reply), Round::Tools(results_message(answered))]
}

fn results_message(results: impl Iterator<Item = (String, String)>) -> Message {
    let parts = results.map(|(id, content)| Part::ToolResult { id, content });
    Message { role: Speaker::Tool, content: Content::Parts(parts.collect()) }
}

/// A reply that called tools, as it stands before their results.
fn called_tools(assembly: &Assembly<'_>, reply: &Reply) -> Round {
    let parts = reply.parts(assembly.provider().name(), &assembly.model.name);
    Round::Model(Message { role: Speaker::Assistant, content: Content::Parts(parts) })
}

/// A reply without the tools that it called.
pub(super) fn written(reply: &Reply) -> Round {
    let content = Content::Text(reply.text.as_str().into());
    Round::Model(Message { role: Speaker::Assistant, content })
}

/// The messages of rounds that stay in the history.
pub(super) fn messages(rounds: &[Round]) -> Vec<Message> {
    let kept = rounds.iter().filter_map(|round| match round {
        Round::Model(message) | Round::Tools(message) => Some(message.clone()),
        Round::Results(_) | Round::Correction(_) => None,
    });
    kept.collect()
}

/// Takes what a host gave for an action; none where it is an error.
pub(super) fn performed(result: &Json) -> Fate {
    Fate::Performed { result: result.clone() }
}

/// A problem with what came back.
pub(super) fn result_problem(name: &str, reason: &str) -> Problem {
    let message = format!("`{name}`: {reason}");
    Problem { code: "action.result", pointer: String::new(), message }
}
