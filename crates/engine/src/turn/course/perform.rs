//! Results of actions that the model waits for.
//!
//! Owns their check against what the action declares, and their way back to the model. A result that is
//! not what was declared is an error that is told, never a value. It must never perform anything.

use serde_json::Value as Json;

use crate::turn::course::given::ActionResult;
use crate::turn::course::hear::{messages, performed, result_problem, tool_rounds};
use crate::turn::course::{At, Called, Performing, Turn, Waiting};
use crate::turn::options::Round;

impl<'a> Turn<'a> {
    /// Takes the results, and asks the model to go on.
    pub(super) fn results(
        &mut self,
        waiting: Waiting<'a>,
        performing: Performing,
        results: Vec<ActionResult>,
    ) -> At<'a> {
        let by = self.asker(&waiting.asking.purpose);
        let mut results = results.into_iter();
        let mut told = Vec::new();
        for request in &performing.requests {
            let given = results.next();
            let given = given.unwrap_or_else(|| ActionResult::Error("no result was given".into()));
            match self.checked(&request.name, given) {
                Ok(result) => {
                    self.progress.taken(request, &by, performed(&result));
                    self.progress.granted.push(request.clone());
                    told.push(match result {
                        Json::String(text) => text,
                        other => other.to_string(),
                    });
                }
                Err(reason) => {
                    let params = request.params.clone();
                    self.progress.refuse(&request.name, params, &by, "action.result", &reason);
                    self.progress.problems.push(result_problem(&request.name, &reason));
                    told.push("there is no result: it could not be performed".to_owned());
                }
            }
        }
        let Waiting { mut asking, assembly, .. } = waiting;
        asking.left.rounds = asking.left.rounds.saturating_sub(1);
        if performing.reply.tools.is_empty() {
            let text = performing.reply.text.clone();
            let said = crate::agent::input::Content::Text(text.into());
            let role = crate::agent::input::Speaker::Assistant;
            asking.rounds.push(Round::Model(crate::agent::input::Message { role, content: said }));
            let names = performing.requests.iter().map(|request| request.name.clone());
            asking.rounds.push(Round::Results(names.zip(told).collect()));
        } else {
            let rounds = tool_rounds(&assembly, &performing, &told);
            self.between.extend(messages(&rounds));
            asking.rounds.extend(rounds);
        }
        self.calls.push(Called {
            assembly,
            reply: Some(performing.reply),
            refused: None,
            liberties: Vec::new(),
        });
        At::Ask(asking)
    }

    /// The result, where it is what the action declares.
    fn checked(&self, name: &str, given: ActionResult) -> Result<Json, String> {
        let result = match given {
            ActionResult::Result(result) => result,
            ActionResult::Error(reason) => return Err(reason),
        };
        let returns = self.agent.agent.action(name).and_then(|action| action.returns.as_ref());
        let validator = returns.and_then(|schema| jsonschema::validator_for(schema).ok());
        let problems: Vec<String> = match &validator {
            Some(validator) => {
                validator.iter_errors(&result).map(|error| error.to_string()).collect()
            }
            None => Vec::new(),
        };
        if problems.is_empty() { Ok(result) } else { Err(problems.join("; ")) }
    }
}
