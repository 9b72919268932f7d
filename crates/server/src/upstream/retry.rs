//! Whether, and when, a model is asked again.
//!
//! Owns what is worth a second question and how long is waited for it. It must never wait longer than there
//! is time, and never ask again for what was shown.

use std::time::Duration;

use jiff::fmt::rfc2822::DateTimeParser;
use proem::turn::format::bad_reply::{BadReply, ErrorKind};
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use serde::{Deserialize, Serialize};

use crate::upstream::fault::Fault;

/// How often a model is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Retries {
    /// How often it is asked in all.
    pub attempts: u32,
    /// The pause before the second question, in milliseconds; each further one is twice as long.
    pub pause: u64,
    /// The longest pause, in milliseconds. A provider that wants a longer one is not waited for.
    pub longest: u64,
}

impl Default for Retries {
    fn default() -> Self {
        Self { attempts: 3, pause: 500, longest: 15_000 }
    }
}

/// A question that was not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failed {
    /// Why.
    pub fault: Fault,
    /// The status, where one came that is an error.
    pub status: Option<u16>,
    /// What the provider says of another question.
    pub told: Told,
    /// Whether a piece of an answer was handed on.
    pub shown: bool,
}

/// What a provider says of another question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// How long to wait.
    pub after: Option<Duration>,
    /// Whether to ask again at all.
    pub again: Option<bool>,
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Self {
        Self { fault, status: None, told: Told::default(), shown: false }
    }
}

/// How long to wait before the next question; none where it is not asked. `asked` counts the questions so far,
/// `chance` is a number from 0 up to 1, and `left` is the time that there is.
pub(crate) fn pause(
    failed: &Failed,
    asked: u32,
    chance: f64,
    retries: &Retries,
    left: Duration,
) -> Option<Duration> {
    if failed.shown || asked >= retries.attempts || !is_worth_it(failed) {
        return None;
    }
    let longest = Duration::from_millis(retries.longest);
    let doubled = 1_u64.checked_shl(asked.saturating_sub(1)).unwrap_or(u64::MAX);
    let full = Duration::from_millis(retries.pause.saturating_mul(doubled)).min(longest);
    let pause = match failed.told.after {
        Some(after) if after > longest => return None,
        // Not sooner than told, and not all at the same moment.
        Some(after) => {
            after + Duration::from_millis(retries.pause).min(longest).mul_f64(chance / 2.0)
        }
        None => full.mul_f64(0.5 + chance / 2.0),
    };
    (pause < left).then_some(pause)
}

/// What the headers of an answer say of another question. A date is taken against the provider's own clock, so
/// that ours may be wrong.
pub(crate) fn told(headers: &HeaderMap) -> Told {
    let text = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
    let seconds = |text: &str| text.parse::<f64>().ok().filter(|wait| *wait >= 0.0);
    let exact = text("retry-after-ms").and_then(seconds).map(|wait| wait / 1_000.0);
    let plain = || text(RETRY_AFTER.as_str()).and_then(seconds);
    let dated = || {
        let date = |name: &str| DateTimeParser::new().parse_timestamp(text(name)?).ok();
        let wait = date(RETRY_AFTER.as_str())?.duration_since(date(DATE.as_str())?);
        Some(wait.as_secs_f64().max(0.0))
    };
    let wait = exact.or_else(plain).or_else(dated);
    let again = match text("x-should-retry") {
        Some("true") => Some(true),
        Some("false") => Some(false),
        _ => None,
    };
    // What is too long for a duration is too long to be waited for.
    let after = wait.map(|wait| Duration::try_from_secs_f64(wait).unwrap_or(Duration::MAX));
    Told { after, again }
}

fn is_worth_it(failed: &Failed) -> bool {
    if let Some(again) = failed.told.again {
        return again;
    }
    match (&failed.fault, failed.status) {
        (Fault::Answer(BadReply::Error { kind, .. }), Some(status)) => {
            // A provider that says what is wrong with the request or the account is believed.
            matches!(kind, ErrorKind::RateLimit | ErrorKind::Overloaded | ErrorKind::Other)
                && matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504 | 529)
        }
        (Fault::Answer(bad), _) => bad.is_worth_a_retry(),
        (Fault::Unreachable(_) | Fault::BrokeOff(_), _) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RETRIES: Retries = Retries { attempts: 4, pause: 400, longest: 10_000 };
    const TIME: Duration = Duration::from_secs(60);

    fn status(status: u16, kind: ErrorKind) -> Failed {
        let (word, message) = (String::new(), String::new());
        let fault = Fault::Answer(BadReply::Error { kind, word, message });
        Failed { status: Some(status), ..fault.into() }
    }

    fn ms(count: u64) -> Option<Duration> {
        Some(Duration::from_millis(count))
    }

    #[test]
    fn pauses_double_and_are_no_two_alike() {
        let failed = status(503, ErrorKind::Overloaded);
        let at = |asked, chance| pause(&failed, asked, chance, &RETRIES, TIME);
        assert_eq!([at(1, 0.0), at(2, 0.0), at(3, 0.0)], [ms(200), ms(400), ms(800)]);
        assert_eq!([at(1, 0.5), at(2, 0.5), at(3, 0.5)], [ms(300), ms(600), ms(1_200)]);
        assert_eq!(at(4, 0.0), None);
        let many = Retries { attempts: 90, ..RETRIES };
        assert_eq!(pause(&failed, 80, 0.0, &many, TIME), ms(5_000));
    }

    #[test]
    fn a_provider_that_says_when_is_waited_for_within_reason() {
        let after = |seconds| {
            let after = Some(Duration::from_secs(seconds));
            let failed = status(429, ErrorKind::RateLimit);
            Failed { told: Told { after, again: None }, ..failed }
        };
        assert_eq!(pause(&after(2), 1, 0.0, &RETRIES, TIME), ms(2_000));
        assert_eq!(pause(&after(2), 1, 0.5, &RETRIES, TIME), ms(2_100));
        assert_eq!(pause(&after(86_400), 1, 0.0, &RETRIES, TIME), None);
        assert_eq!(pause(&after(10), 1, 0.0, &RETRIES, TIME), ms(10_000));
        assert_eq!(pause(&after(11), 1, 0.0, &RETRIES, TIME), None);
        assert_eq!(pause(&after(2), 1, 0.0, &RETRIES, Duration::from_secs(2)), None);
    }

    #[test]
    fn only_what_another_question_can_mend_is_asked_again() {
        use ErrorKind::{Auth, BadRequest, Overloaded, Quota, RateLimit, TooLong};
        let again = |failed: &Failed| pause(failed, 1, 0.0, &RETRIES, TIME).is_some();
        for (code, kind, expected) in [
            (400, BadRequest, false),
            (401, Auth, false),
            (408, Overloaded, true),
            (409, Overloaded, false),
            (413, TooLong, false),
            (425, Overloaded, true),
            (429, RateLimit, true),
            (429, Quota, false),
            (500, Overloaded, true),
            (501, Overloaded, false),
            (502, Overloaded, true),
            (503, Overloaded, true),
            (504, Overloaded, true),
            (529, Overloaded, true),
        ] {
            assert_eq!(again(&status(code, kind)), expected, "{code} {kind:?}");
        }
        let told = |code, again| {
            let told = Told { after: None, again: Some(again) };
            Failed { told, ..status(code, Overloaded) }
        };
        assert!(again(&told(409, true)));
        assert!(!again(&told(503, false)));
        let inside = |kind| Failed { status: None, ..status(0, kind) };
        assert!(again(&inside(Overloaded)));
        assert!(!again(&inside(Quota)));
        let broken = Failed::from(Fault::Unreachable("reset".to_owned()));
        assert!(again(&broken));
        assert!(!again(&Failed { shown: true, ..broken }));
        assert!(!again(&Fault::TimedOut.into()));
        assert!(!again(&Fault::Untrusted("expired".to_owned()).into()));
    }

    #[test]
    fn headers_say_when_and_whether() {
        let told = |lines: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in lines {
                headers.insert(*name, value.parse().unwrap());
            }
            let Told { after, again } = told(&headers);
            (after.map(|after| after.as_millis()), again)
        };
        assert_eq!(told(&[]), (None, None));
        assert_eq!(told(&[("retry-after", "2")]), (Some(2_000), None));
        assert_eq!(told(&[("retry-after", "2"), ("retry-after-ms", "250")]), (Some(250), None));
        assert_eq!(told(&[("retry-after", "soon")]), (None, None));
        assert_eq!(told(&[("retry-after", "-1")]), (None, None));
        assert_eq!(told(&[("retry-after", "1e300")]).0, Some(Duration::MAX.as_millis()));
        let at = ("retry-after", "Sun, 06 Nov 1994 08:49:40 GMT");
        let date = ("date", "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(told(&[at, date]), (Some(3_000), None));
        assert_eq!(told(&[at]), (None, None));
        assert_eq!(told(&[("x-should-retry", "false")]), (None, Some(false)));
    }
}
