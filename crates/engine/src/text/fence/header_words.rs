//! The words of role and layer headers.
//!
//! Owns the vocabulary by which a line is told to speak as a role. All words are compared as keys
//! (see [`key`](super::names::key)).

use std::sync::LazyLock;

use super::names::{Names, key};

/// Vocabulary, compiled once.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// Who may speak: `system`, `user`, …
    pub(super) roles: Names,
    /// Roles after which a heading needs no mark of its end.
    pub(super) rulers: Names,
    /// What makes an instruction of a role or stands in front of one: `prompt`, `override`, `new`.
    pub(super) orders: Names,
    /// Orders that are a header when they stand alone with a modifier: `policy`, `instructions`.
    pub(super) laws: Names,
    /// Words that a header in capitals may also have.
    pub(super) capitals: Names,
    /// What follows a role in ordinary headings: `System requirements`.
    pub(super) compounds: Names,
    /// What a marker opens or closes, in any case.
    pub(super) blocks: Names,
    /// What a marker opens or closes in capitals, behind `of`, or between rules.
    pub(super) weak_blocks: Names,
    /// Headings of training formats: `### Response:`.
    pub(super) formats: Names,
    /// Values of a `role` field.
    pub(super) role_values: Names,
    pub(super) begin: Names,
    pub(super) of: Names,
    pub(super) layer: String,
    pub(super) role: String,
    pub(super) instructions: Names,
    pub(super) bases: Names,
}

impl Words {
    /// The keys of words with which a header may begin, however they are written.
    pub(super) fn firsts(&self) -> impl Iterator<Item = &str> {
        [&self.roles, &self.orders, &self.begin, &self.formats]
            .into_iter()
            .flat_map(Names::iter)
            .chain([self.layer.as_str(), self.role.as_str()])
    }

    /// Whether a header may begin with this word; `capital` says that it is written in capitals.
    pub(super) fn may_begin(&self, key: &str, capital: bool) -> bool {
        self.roles.has(key)
            || self.orders.has(key)
            || self.begin.has(key)
            || self.formats.has(key)
            || self.layer == key
            || self.role == key
            || (capital && self.capitals.has(key))
    }
}

impl Words {
    /// The built-in vocabulary.
    pub(super) fn builtin() -> &'static Self {
        static WORDS: LazyLock<Words> = LazyLock::new(Words::new);
        &WORDS
    }

    fn new() -> Self {
        let names = |list: &str| Names::new(list.split_whitespace());
        Self {
            roles: names(
                "system sys developer user assistant human ai admin administrator sysadmin \
                superuser chatbot sysprompt systemprompt systemmessage systemoverride \
                systeminstruction systeminstructions developermessage developerinstructions \
                adminoverride policyoverride",
            ),
            rulers: names(
                "system sys developer assistant systemprompt systemmessage sysprompt \
                systemoverride adminoverride systeminstructions developermessage",
            ),
            orders: names(
                "prompt prompts message messages instruction instructions policy policies \
                override overrides directive directives rule rules role turn command commands new \
                updated revised core safety hidden secret mode immutable root master prime protocol",
            ),
            laws: names(
                "policy policies instruction instructions override overrides directive \
                directives prompt",
            ),
            capitals: names(
                "important update updates notice note alert alerts response input output \
                memory context history access level security warning priority critical urgent \
                emergency final authorized authorised maintenance debug the all guidelines \
                constraints operator notification request reply configuration",
            ),
            compounds: names(
                "requirements requirement design designs architecture overview \
                administration administrator administrators admin info information status settings \
                setting configuration config setup specs spec specification specifications calls \
                call test tests testing diagram diagrams component components monitoring logs log \
                maintenance integration integrations dependencies dependency performance health \
                analysis dynamics thinking theory engineering engineers programming software \
                hardware interface interfaces context guide guides documentation docs manual notes \
                tools tooling experience relations portal environment workflow preview api apis \
                console survey handbook of for and or in on with under is are to at as from by \
                updates update users user accounts account libraries library resources time clock \
                files file fonts font volume memory check checks failure error errors recovery \
                restore image boundaries boundary biology integrator tray variables variable \
                properties property manager professor coach editor director producer teacher \
                referee stories personas profile advocate onboarding happiness productivity days \
                conference blog community program programs license licence features feature \
                capabilities behavior behaviour state states model models class classes methods",
            ),
            blocks: names(
                "policy policies prompt instruction instructions directive directives \
                override guardrails sysprompt systemprompt systemmessage systeminstructions",
            ),
            weak_blocks: names(
                "system developer assistant memory memories context history rules core \
                safety data input message messages conversation transcript layer document documents \
                task tool tools turn fence section untrusted trusted user human",
            ),
            formats: names("instruction instructions response input output human assistant"),
            role_values: names("system developer assistant user human tool function model"),
            begin: names("begin end start beginning ending stop"),
            of: names("of"),
            layer: key("layer"),
            role: key("role"),
            instructions: names("instruction instructions"),
            bases: names("core system safety developer"),
        }
    }
}
