//! The form of what is said.
//!
//! Owns how an answer is held against the output rules of its call: what they need to know of the turn,
//! and what is shown in place of an answer that must not be. What the engine itself says is brought into
//! the same form. It must never ask again itself.

use std::ops::Range;
use std::sync::Arc;

use crate::agent::call::AnswerKind;
use crate::agent::input::{Content, Speaker};
use crate::agent::output::{Rule, Scripts};
use crate::check::output::OutputProgram;
use crate::turn::Assembly;
use crate::turn::advance::script::{Stage, render};
use crate::turn::contract::step_answer::StepNow;
use crate::turn::course::complaint::Complaint;
use crate::turn::course::progress::Progress;
use crate::turn::course::{Turn, Waiting};
use crate::turn::enforce::output::instructions::Instructions;
use crate::turn::enforce::output::{Against, Ending, Former, Said, Script, form, given};
use crate::turn::gate::position::Position;
use crate::turn::kept::Memo;
use crate::turn::read::answer::{Liberty, Problem};

/// An answer in its form.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The messages as the user reads them.
    pub messages: Vec<String>,
    /// What was changed.
    pub repairs: Vec<Liberty>,
    /// What is broken, and cannot be changed.
    pub complaints: Vec<Complaint>,
    /// What is said instead, where the answer must not be shown while it breaks a rule.
    pub instead: Option<Result<String, Problem>>,
}

/// The scripts of a step, rendered: the texts of all, and for each its name, whether it is free, and which
/// of the texts are its own.
#[derive(Default)]
struct Rendered<'s> {
    texts: Vec<String>,
    scripts: Vec<(&'s str, bool, Range<usize>)>,
}

impl<'a> Turn<'a> {
    /// Holds an answer against the rules of its call. `goes_on` tells whether the step is left, so that
    /// the engine speaks too.
    pub(super) fn form(
        &self,
        waiting: &Waiting<'a>,
        progress: &Progress,
        goes_on: bool,
        memo: &Memo,
    ) -> Shown {
        let answer = &progress.answer;
        let messages = answer.messages.clone();
        let assembly = &waiting.assembly;
        let kind = assembly.contract.answer.kind;
        let speaks = matches!(kind, AnswerKind::Text | AnswerKind::Actions | AnswerKind::Steps);
        let Some(program) = self.rules_of(assembly).filter(|_| speaks) else {
            return Shown { messages, ..Shown::default() };
        };
        let last = self.said_last();
        let last: Vec<&str> = last.iter().map(String::as_str).collect();
        let leaks = program.rules.has(Rule::Leaks);
        let looks = leaks || program.rules.scripts != Scripts::Free;
        // Where the model says nothing, nothing is held against them.
        let Rendered { texts, scripts } = if looks && !messages.is_empty() {
            self.scripts(assembly, progress, memo)
        } else {
            Rendered::default()
        };
        let texts: Arc<[String]> = texts.into();
        let named = answer.script.as_ref();
        let named = named.and_then(|named| scripts.iter().find(|(name, ..)| name == named));
        let script = named.map(|(name, free, own)| Script {
            name,
            free: *free,
            texts: texts.get(own.clone()).unwrap_or_default(),
        });
        let (formed, instead) = form(
            program,
            Said {
                messages: &messages,
                against: Against {
                    last: &last,
                    sayable: &memo.sayable,
                    instructions: waiting.instructions.as_ref(),
                    scripts: &texts,
                },
                ending: Ending { script, engine_speaks: goes_on },
            },
        );
        let instead = instead.map(|instead| {
            instead.text(&memo.config).map_err(|finding| Problem {
                code: finding.code,
                pointer: "/messages".to_owned(),
                message: finding.message,
            })
        });
        Shown {
            messages: formed.messages,
            repairs: formed.repairs,
            complaints: formed.violations.into_iter().map(Complaint::broken).collect(),
            instead,
        }
    }

    /// What holds the messages of an answer that comes in pieces against the rules, one at a time.
    pub(super) fn former(
        &self,
        program: &'a OutputProgram,
        waiting: &Waiting<'a>,
        memo: &Memo,
    ) -> Former<'a> {
        let assembly = &waiting.assembly;
        let last = self.said_last();
        let last: Vec<&str> = last.iter().map(String::as_str).collect();
        let leaks = program.rules.has(Rule::Leaks);
        let scripts =
            if leaks { self.scripts(assembly, &waiting.base, memo).texts } else { Vec::new() };
        Former::new(
            program,
            &Against {
                last: &last,
                sayable: &memo.sayable,
                instructions: waiting.instructions.as_ref(),
                scripts: &scripts.into(),
            },
        )
    }

    /// What the engine says, in the form of the call that it stands beside.
    pub(super) fn formed(&self, texts: Vec<String>, call: usize, memo: &Memo) -> Vec<String> {
        let program = self.agent.calls.get(call).and_then(|call| call.output.as_ref());
        let Some(program) = program.filter(|_| !texts.is_empty()) else { return texts };
        let against = Against {
            last: &[],
            sayable: &memo.sayable,
            instructions: None,
            scripts: &Arc::default(),
        };
        let ending = Ending { script: None, engine_speaks: true };
        form(program, Said { messages: &texts, against, ending }).0.messages
    }

    /// What an answer to a call may not give away, where that is looked for; it is kept for as long as it stays
    /// the same.
    pub(super) fn instructions(
        &self,
        assembly: &Assembly<'a>,
        memo: &mut Memo,
    ) -> Option<Arc<Instructions>> {
        let leaks = self.rules_of(assembly)?.rules.leaks.as_ref()?;
        let prompts = given::prompts(assembly);
        let known = memo.instructions.as_ref().filter(|known| known.are(leaks, &prompts));
        let known = known.cloned().unwrap_or_else(|| Arc::new(Instructions::of(leaks, prompts)));
        memo.instructions = Some(Arc::clone(&known));
        Some(known)
    }

    pub(super) fn rules_of(&self, assembly: &Assembly<'a>) -> Option<&'a OutputProgram> {
        let agent: &'a crate::check::compiled::Compiled = self.agent;
        agent.calls.get(assembly.selected.call)?.output.as_ref()
    }

    /// What the assistant said behind the last message of the user, one text for each message.
    fn said_last(&self) -> Vec<String> {
        let said = self.input.history.iter().rev();
        let said = said.take_while(|message| message.role != Speaker::User);
        let texts =
            said.filter(|message| message.role == Speaker::Assistant).map(|message| match &message
                .content
            {
                Content::Text(text) => text.to_string(),
                parts @ Content::Parts(_) => parts.text().into_owned(),
            });
        let mut texts: Vec<String> = texts.collect();
        texts.reverse();
        texts.iter().flat_map(|text| text.lines().map(str::to_owned)).collect()
    }

    /// The scripts of the current step, as they are said now.
    fn scripts<'s>(
        &self,
        assembly: &'s Assembly<'a>,
        progress: &Progress,
        memo: &Memo,
    ) -> Rendered<'s> {
        let mut rendered = Rendered::default();
        let Some(now) = assembly.selected.step().and_then(StepNow::of) else { return rendered };
        let position = Position::of(&progress.state);
        let stage = Stage {
            config: &memo.config,
            time: self.input.now.as_deref(),
            slots: &position.printed,
            values: &assembly.gathered.values,
            last: None,
        };
        for (script, templates) in now.step.scripts.iter().zip(&now.program.scripts) {
            let begin = rendered.texts.len();
            let texts = script.texts.iter().zip(templates);
            // A text that cannot be said now is none that can be quoted.
            rendered.texts.extend(
                texts.filter_map(|(text, template)| render(&stage, template, text).ok().flatten()),
            );
            let own = begin..rendered.texts.len();
            rendered.scripts.push((&script.name, script.free, own));
        }
        rendered
    }
}
