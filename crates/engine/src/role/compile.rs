//! From a role to the agent that it stands for.
//!
//! Owns how a role's texts become prompts and layers: the system prompt is the core; the developer
//! prompt, the memory profile and the mode are the developer layers; the step's task and the form of
//! its answer come last. It must never decide anything that depends on a turn: the step and the mode
//! are state, and conditions choose.

use serde_json::{Map, Value as Json, json};

use crate::agent::Agent;
use crate::agent::catalog::Table;
use crate::agent::context::KeyType;
use crate::agent::decode::{Decoder, Located, Text};
use crate::agent::load;
use crate::agent::model::Model;
use crate::agent::name::PromptName;
use crate::agent::prompt::{self, Prompt};
use crate::agent::source::Source;
use crate::agent::yaml::Node;
use crate::diagnostic::Diagnostic;
use crate::role::decode::at_role;
use crate::role::input::{MODE, STEP, STEPS};
use crate::role::memory::{self, BLOCK, TOOL};
use crate::role::variables::{MESSAGE, Variable, rewrite};
use crate::role::{PromptConfig, Role};

/// What stands in front of the form of a finished task's answer.
const DONE: &str = "## When you are done";

/// What stands in front of the form of a verdict.
const PASS: &str = "## Your verdict\n\nBegin your answer with the verdict, in one of two forms and in no other. If everything that \
                    is asked for holds:";
const FAIL: &str = "If anything does not hold, or you cannot tell:";

/// The agent of a role, and its prompts.
///
/// # Errors
/// What the role's texts make of an agent that cannot be; a role that was read without an error makes
/// one.
pub fn agent(role: &Role) -> Result<(Agent, Table), Vec<Diagnostic>> {
    let mut writing = Writing { role, prompts: Vec::new(), used: Vec::new() };
    let written = writing.agent();
    let mut decoder = Decoder::default();
    let node = Node::of_json(&written, &role.span);
    let agent = load::decode_agent(&mut decoder, &node, "");
    let Some(mut agent) = agent.filter(|_| decoder.findings.is_empty()) else {
        return Err(decoder.findings);
    };
    agent.hash.clone_from(&role.hash);
    agent.model = role.model.as_ref().map(|spec| spec.over(&Model::default())).unwrap_or_default();
    for key in &mut agent.context {
        let variable = writing.used.iter().find(|variable| variable.key() == key.name);
        let absent = variable.map(|variable| variable.absent());
        key.default = absent.map(|value| Located { value, span: role.span.clone() });
        key.key_type = KeyType::Text;
    }
    for call in agent.calls.iter_mut().filter(|call| call.name == "gate") {
        call.answer.heads = Some(role.config.heads.clone());
    }
    Ok((agent, Table::of_files(writing.prompts)))
}

/// What is being written: the prompts so far, and the variables that they use.
struct Writing<'r> {
    role: &'r Role,
    prompts: Vec<Prompt>,
    used: Vec<Variable>,
}

impl Writing<'_> {
    /// The agent as its file would have it.
    fn agent(&mut self) -> Json {
        let (role, config) = (self.role, &self.role.config);
        self.prompt("system_prompt", "System prompt", &config.system_prompt);
        let developer = self.developer();
        let (task, printed) = self.tasks(config);
        let eval = self.templated(config, "gate_eval");
        self.output("agent_done", &config.agent_done);
        self.output("gate_pass", &config.gate_pass);
        self.output("gate_fail", &config.gate_fail);
        let chat = format!("{STEP} == \"chat\"");
        let mut reply = developer.clone();
        reply.extend([
            json!({"id": "history", "channel": "history", "when": chat, "shrink": "oldest",
                   "about": "What was said before?"}),
            json!({"id": "task", "channel": "turn", "prompts": task,
                   "about": "What is to be done now?"}),
            json!({"id": "output", "channel": "turn", "header": DONE,
                   "prompts": ["output_templates/agent_done"],
                   "about": "How is a finished task answered?"}),
        ]);
        // A task that prints the message has it already.
        if !printed {
            reply.push(json!({"id": "message", "channel": "user", "when": chat,
                              "about": "What does the user say?"}));
        }
        let mut gate = developer;
        gate.extend([
            json!({"id": "task", "channel": "turn", "prompts": [eval],
                   "about": "What is to be judged?"}),
            json!({"id": "pass", "channel": "turn", "header": PASS,
                   "prompts": ["output_templates/gate_pass"],
                   "about": "How does an answer say yes?"}),
            json!({"id": "fail", "channel": "turn", "header": FAIL,
                   "prompts": ["output_templates/gate_fail"],
                   "about": "How does an answer say no?"}),
        ]);
        self.used.sort_unstable();
        self.used.dedup();
        let context = self.used.iter().map(|variable| (variable.key(), variable.declared()));
        let tools = if config.memory.is_some() { "tools" } else { "fields" };
        let tool = config.memory.as_ref().map(|profile| (TOOL.to_owned(), memory::tool(profile)));
        json!({
            "agent": role.name,
            "description": role.description,
            "model": {"name": "of the role"},
            "state": self.state(),
            "context": context.collect::<Map<_, _>>(),
            "actions": tool.into_iter().collect::<Map<_, _>>(),
            "core": ["system_prompt"],
            "layers": reply,
            "answer": {"kind": "text", "actions": tools},
            "calls": {"gate": {
                "run": "instead",
                "when": format!("{STEP} == \"gate\""),
                "layers": gate,
                "answer": {"kind": "verdict", "actions": tools},
            }},
        })
    }

    fn state(&self) -> Json {
        let titles = ["Ticket", "Chat", "Gate", "Cron"];
        let titles: Map<String, Json> = STEPS
            .iter()
            .zip(titles)
            .map(|(step, title)| (step.to_string(), title.into()))
            .collect();
        let mut state = json!({STEP: {
            "enum": STEPS, "default": "chat", "scope": "turn", "titles": titles,
        }});
        let modes: Vec<&str> = self.role.modes.iter().map(|mode| mode.name.as_str()).collect();
        let titles = self.role.modes.iter().map(|mode| {
            (mode.name.clone(), json!({"title": mode.name, "description": mode.description}))
        });
        if !modes.is_empty() {
            state[MODE] = json!({"enum": modes, "titles": titles.collect::<Map<_, _>>()});
        }
        state
    }

    /// The developer layers.
    fn developer(&mut self) -> Vec<Json> {
        let (role, config) = (self.role, &self.role.config);
        let mut layers = Vec::new();
        if let Some(text) = &config.developer_prompt {
            self.prompt("developer_prompt", "Developer prompt", text);
            layers.push(json!({"id": "developer", "channel": "developer",
                               "prompts": ["developer_prompt"],
                               "about": "What holds here, whatever the task?"}));
        }
        if let Some(profile) = &config.memory {
            let text = at_role(role, memory::block(profile));
            if let Some(block) = self.prompt("memory_profile", "Memory profile", &text) {
                block.actions = vec![at_role(role, TOOL.to_owned())];
            }
            layers.push(json!({"id": BLOCK, "channel": "developer", "prompts": ["memory_profile"],
                               "about": "What is worth remembering?"}));
        }
        for mode in &role.modes {
            self.prompt(&format!("modes/{}", mode.name), &mode.name, &mode.system_addon);
        }
        if !role.modes.is_empty() {
            layers.push(json!({"id": "mode", "channel": "developer",
                               "when": format!("{MODE} is defined"),
                               "prompts": [format!("modes/{{{{ {MODE} }}}}")],
                               "about": "How does it work in this session?"}));
        }
        layers
    }

    /// The tasks of `reply`, each with its condition, and whether that of a chat prints the message.
    fn tasks(&mut self, config: &PromptConfig) -> (Vec<Json>, bool) {
        let when = |step: &str| format!("{STEP} == \"{step}\"");
        let ticket = self.templated(config, "ticket_task");
        let chat = self.templated(config, "chat_task");
        let printed = config.template("chat_task").map(|text| rewrite(&text.value).1);
        let printed = printed.is_some_and(|used| used.contains(&MESSAGE));
        let mut tasks = vec![
            json!({"prompt": ticket, "when": when("ticket")}),
            json!({"prompt": chat, "when": when("chat")}),
        ];
        tasks.push(if config.template("cron_task").is_some() {
            json!({"prompt": self.templated(config, "cron_task"), "when": when("cron")})
        } else {
            // The condition is always true; it is the reason that the manifest gives.
            let there = "[\"ticket_task\", \"chat_task\", \"gate_eval\"]";
            let reason = format!("{} and \"cron_task\" not in {there}", when("cron"));
            json!({"prompt": ticket, "when": reason})
        });
        (tasks, printed)
    }

    /// A task's prompt; its name.
    fn templated(&mut self, config: &PromptConfig, key: &str) -> String {
        let name = format!("templates/{key}");
        if let Some(text) = config.template(key) {
            self.prompt(&name, key, text);
        }
        name
    }

    fn output(&mut self, key: &str, text: &Text) {
        self.prompt(&format!("output_templates/{key}"), key, text);
    }

    /// Adds a prompt whose variables are context keys.
    fn prompt(&mut self, name: &str, title: &str, text: &Text) -> Option<&mut Prompt> {
        let (body, used) = rewrite(&text.value);
        let file = Source::new(&text.span.file, "");
        let (mut prompt, _) = prompt::parse(&file, &PromptName::parse(name).ok()?, 0);
        prompt.hash = prompt::hash(&format!("{name}\n{}", text.value));
        prompt.title = title.to_owned();
        let key = |variable: &Variable| Located { value: variable.key(), span: text.span.clone() };
        prompt.context = used.iter().map(key).collect();
        prompt.body = Located { value: body, span: text.span.clone() };
        self.used.extend(used);
        self.prompts.push(prompt);
        self.prompts.last_mut()
    }
}
