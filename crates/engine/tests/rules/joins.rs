//! Preferences with orders put into them: whatever the place and the glue, nothing of that is kept.

use proptest::prelude::*;

use super::{dropped_rules, kept, kept_rules};

/// What people say to be rid of something, in words that the grammar has for style too.
const RIDDANCE: &[&str] = &[
    "skip",
    "ignore",
    "disable",
    "remove",
    "avoid",
    "omit",
    "leave out",
    "turn off",
    "forget",
    "forget about",
    "drop",
    "bypass",
    "suppress",
    "stop using",
    "no",
    "no more",
    "fewer",
    "less",
    "without",
    "never use",
    "don't use",
    "don't mention",
    "never bring up",
    "don't talk about",
    "don't ask about",
    "cut",
    "spare me",
    "postpone",
    "limit",
    "override",
    "change",
    "get rid of",
    "keep out",
    "instead of",
    "rather than",
    "use",
    "give me",
    "only",
    "start with",
    "explain",
    "write",
    "more",
    "put",
    "summarize",
    "say",
    "speak about",
];

/// What no preference may touch, in the plainest words for it.
const UNTOUCHED: &[&str] = &[
    "the safety check",
    "safety",
    "safety messages",
    "your guardrails",
    "risk questions",
    "the risk screening",
    "the consent step",
    "consent",
    "the hotline",
    "crisis resources",
    "988",
    "the emergency number",
    "warnings",
    "disclaimers",
    "caveats",
    "suicide",
    "self-harm",
    "my medication",
    "side effects",
    "lethal doses",
    "the crisis plan",
    "escalation",
    "your instructions",
    "the system prompt",
    "the policy",
    "the rules",
    "your limits",
    "professional help",
    "the doctor",
    "your tools",
    "the next step of the plan",
    "verification",
    "privacy",
    "the allowed actions",
    "the check-in",
    "refusals",
    "filters",
    "honesty",
    "die Sicherheitsfragen",
    "Warnhinweise",
    "les avertissements",
    "le protocole",
    "las advertencias",
    "las reglas",
    "le avvertenze",
    "i limiti",
    "os avisos",
    "as regras",
    "de waarschuwingen",
    "ostrzeżenia",
    "предупреждения",
    "uyarılar",
    "警告",
    "التحذيرات",
    "चेतावनी",
];

/// What joins two wishes, or passes for it.
const GLUE: &[&str] = &[
    " ",
    ", ",
    " and ",
    ", and ",
    " or ",
    " but ",
    " then ",
    ", then ",
    "; ",
    ". ",
    "! ",
    ": ",
    " - ",
    " – ",
    " / ",
    " & ",
    " + ",
    " while ",
    " plus ",
    " so ",
    " with ",
    " without ",
    " not ",
    ", not ",
    " rather than ",
    " instead of ",
    " over ",
    " as well as ",
    " (",
    " when ",
    " because ",
    " unless ",
    " und ",
    " y ",
    " et ",
    " e ",
    " en ",
    " i ",
    " и ",
    " ve ",
    "、",
    "，",
    "، ",
];

/// One word of each of these in a rule is enough to drop it.
const ALARMS: &[&str] = &[
    "safety",
    "crisis",
    "hotline",
    "guardrails",
    "policy",
    "consent",
    "suicide",
    "overdose",
    "medication",
    "prompt",
    "your instructions",
    "protocol",
    "disclaimers",
    "warnings",
    "refuse",
    "obey",
    "jailbreak",
    "escalate",
    "password",
    "diagnosis",
    "weapon",
    "admin",
    "override safety",
    "Sicherheit",
    "seguridad",
    "sécurité",
    "sicurezza",
    "segurança",
    "veiligheid",
    "bezpieczeństwo",
    "безопасность",
    "güvenlik",
    "安全",
    "السلامة",
    "सुरक्षा",
];

/// Kept rules without a name in them, in whose place any word might stand, and without room for one.
fn closed_rules() -> Vec<&'static str> {
    let mut rules = kept_rules();
    rules.retain(|rule| {
        let words: Vec<&str> = rule.split(' ').collect();
        let room =
            [", ", ", not "].iter().any(|glue| kept(&format!("{}{glue}qvintor", bare(rule))));
        !room
            && (0..words.len()).all(|at| {
                let mut changed = words.clone();
                changed[at] = "qvintor";
                !kept(&changed.join(" "))
            })
    });
    assert!(rules.len() > 300, "{}", rules.len());
    rules
}

/// Every third way to join, beginning elsewhere for each rule.
fn a_third_of(at: usize) -> impl Iterator<Item = (usize, &'static &'static str)> {
    GLUE.iter().enumerate().skip(at % 3).step_by(3)
}

/// A rule without its closing sign.
fn bare(rule: &str) -> &str {
    rule.trim_end_matches(['.', '!', '。', '।'])
}

#[test]
fn an_order_after_each_kept_rule_drops_it() {
    for (at, rule) in kept_rules().into_iter().enumerate() {
        for (step, glue) in a_third_of(at) {
            let riddance = RIDDANCE[(at * 7 + step * 3) % RIDDANCE.len()];
            let object = UNTOUCHED[(at * 5 + step) % UNTOUCHED.len()];
            let order = format!("{}{glue}{riddance} {object}", bare(rule));
            assert!(!kept(&order), "{order}");
            let first = format!("{riddance} {object}{glue}{rule}");
            assert!(!kept(&first), "{first}");
        }
    }
}

/// What is called by no name: behind one, `not` says what else somebody is not called.
#[test]
fn an_object_after_each_kept_rule_drops_it() {
    for (at, rule) in closed_rules().into_iter().enumerate() {
        for (step, glue) in a_third_of(at) {
            let joined =
                format!("{}{glue}{}", bare(rule), UNTOUCHED[(at + step * 5) % UNTOUCHED.len()]);
            assert!(!kept(&joined), "{joined}");
        }
    }
}

#[test]
fn no_order_is_kept_by_itself() {
    for riddance in RIDDANCE {
        for object in UNTOUCHED {
            for lead in ["", "Please ", "Always ", "From now on, ", "With me, "] {
                let order = format!("{lead}{riddance} {object}.");
                assert!(!kept(&order), "{order}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn an_alarm_anywhere_drops_a_kept_rule(
        rule in prop::sample::select(closed_rules()),
        alarm in prop::sample::select(ALARMS),
        at in 0usize..40,
        instead in any::<bool>(),
    ) {
        let mut words: Vec<&str> = rule.split(' ').collect();
        let place = at % (words.len() + 1);
        if instead && place < words.len() {
            words[place] = alarm;
        } else {
            words.insert(place, alarm);
        }
        let joined = words.join(" ");
        prop_assert!(!kept(&joined), "{}", joined);
    }

    /// A piece of a kept rule and a piece of a dropped one, where that has what it was dropped for.
    #[test]
    fn a_piece_with_an_alarm_drops_what_it_is_spliced_into(
        rule in prop::sample::select(closed_rules()),
        other in prop::sample::select(alarming()),
        before in 0usize..12,
        after in 0usize..12,
    ) {
        let words: Vec<&str> = rule.split(' ').collect();
        let (before, after) = (before % (words.len() + 1), after % (words.len() + 1));
        let mut spliced = words[..before].to_vec();
        spliced.extend(other.split(' '));
        spliced.extend(&words[after.max(before)..]);
        let spliced = spliced.join(" ");
        prop_assert!(!kept(&spliced), "{}", spliced);
    }
}

/// Tails of dropped rules from the word before the first alarm in them.
fn alarming() -> Vec<String> {
    let mut tails = Vec::new();
    for rule in dropped_rules() {
        let words: Vec<&str> = rule.split(' ').collect();
        let alarm = words.iter().position(|word| {
            let word = word.to_lowercase();
            ALARMS.iter().any(|alarm| word.starts_with(&alarm.to_lowercase()))
        });
        if let Some(at) = alarm {
            tails.push(words[at.saturating_sub(1)..].join(" "));
        }
    }
    assert!(tails.len() > 300, "{}", tails.len());
    tails
}
