//! Asking until there is an answer.
//!
//! Owns the course of one question: whether the place may be asked, the answer as it comes, and asking again
//! while there is time and nothing was shown. It must never write a payload for another model: that is the
//! engine's.

use std::collections::HashMap;
use std::future::Future;
use std::time::{Duration, Instant};

use proem::turn::format::Provider;
use proem::turn::format::events::Delta;
use proem::turn::format::reply::Reply;

use crate::upstream::Upstream;
use crate::upstream::breaker::Breakers;
use crate::upstream::fault::Fault;
use crate::upstream::place::Place;
use crate::upstream::retry::{Failed, Retries, pause};
use crate::upstream::settings::Fallback;

/// What a model is sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Payload<'p> {
    /// The provider that it is written for.
    pub provider: &'static dyn Provider,
    /// The model.
    pub model: &'p str,
    /// The payload itself.
    pub text: &'p str,
}

impl Upstream {
    /// Asks until there is an answer, or no more time or hope for one: none is asked for after the deadline. `show` is given the text as it comes and
    /// says whether it took it: what was taken is not asked for again.
    ///
    /// # Errors
    /// Why there is no answer; what the last question came to.
    pub(crate) async fn answer(
        &self,
        place: &Place,
        payload: &Payload<'_>,
        deadline: Option<Instant>,
        show: &mut (dyn FnMut(&str) -> bool + Send),
    ) -> Result<Reply, Fault> {
        let whole = Instant::now() + Duration::from_millis(self.settings.limits.whole);
        let persistence = Persistence {
            retries: &self.settings.retries,
            breakers: &self.breakers,
            time: &Machine,
            chance: self.chance,
            deadline: deadline.map_or(whole, |deadline| deadline.min(whole)),
        };
        let mut asks = Asks { upstream: self, place, payload, show };
        persistence.persist(place.base(), &mut asks).await
    }

    /// Who is asked when a model did not answer: the first fallback that has a place and was not asked yet.
    pub(crate) fn elsewhere(
        &self,
        fault: &Fault,
        asked: &[(&str, &str)],
        places: &HashMap<&'static str, Place>,
    ) -> Option<&Fallback> {
        let is_open = |fallback: &&Fallback| {
            let Fallback { provider, model } = fallback;
            let (provider, model) = (provider.as_str(), model.as_str());
            places.contains_key(provider) && !asked.contains(&(provider, model))
        };
        self.settings.fallbacks.iter().find(is_open).filter(|_| fault.goes_elsewhere())
    }
}

/// Something that can be asked.
trait Ask: Send {
    /// Asks once.
    fn once(&mut self) -> impl Future<Output = Result<Reply, Failed>> + Send;
}

/// A provider, asked over the network.
struct Asks<'a> {
    upstream: &'a Upstream,
    place: &'a Place,
    payload: &'a Payload<'a>,
    show: &'a mut (dyn FnMut(&str) -> bool + Send),
}

impl Ask for Asks<'_> {
    async fn once(&mut self) -> Result<Reply, Failed> {
        let mut answer = self.upstream.ask(self.place, self.payload).await?;
        let mut shown = false;
        loop {
            match answer.next().await {
                Ok(Some(Delta::Text(text))) => shown |= (self.show)(&text),
                Ok(Some(_)) => {}
                Ok(None) => break,
                Err(fault) => return Err(Failed { shown, ..fault.into() }),
            }
        }
        answer.finish().map_err(|fault| Failed { shown, ..fault.into() })
    }
}

/// The time, as it is waited for.
trait Time: Sync {
    fn now(&self) -> Instant;
    fn sleep(&self, wait: Duration) -> impl Future<Output = ()> + Send;
    /// What comes until then; none where nothing does.
    fn until<F: Future + Send>(
        &self,
        deadline: Instant,
        comes: F,
    ) -> impl Future<Output = Option<F::Output>> + Send;
}

/// The machine's.
struct Machine;

impl Time for Machine {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn sleep(&self, wait: Duration) -> impl Future<Output = ()> + Send {
        tokio::time::sleep(wait)
    }

    async fn until<F: Future + Send>(&self, deadline: Instant, comes: F) -> Option<F::Output> {
        tokio::time::timeout_at(deadline.into(), comes).await.ok()
    }
}

/// How long and how often is asked.
struct Persistence<'a, T> {
    retries: &'a Retries,
    breakers: &'a Breakers,
    time: &'a T,
    chance: fn() -> f64,
    deadline: Instant,
}

impl<T: Time> Persistence<'_, T> {
    async fn persist(&self, place: &str, asks: &mut impl Ask) -> Result<Reply, Fault> {
        let mut last = None;
        let mut asked = 0;
        loop {
            let Some(permit) = self.breakers.admit(place, self.time.now()) else {
                return Err(last.unwrap_or(Fault::Resting));
            };
            asked += 1;
            let failed = match self.time.until(self.deadline, asks.once()).await {
                Some(Ok(reply)) => {
                    permit.worked();
                    return Ok(reply);
                }
                Some(Err(failed)) => failed,
                None => Fault::TimedOut.into(),
            };
            let now = self.time.now();
            match failed.fault.is_of_the_place() {
                true => permit.failed(now),
                false => permit.worked(),
            }
            let left = self.deadline.saturating_duration_since(now);
            match pause(&failed, asked, (self.chance)(), self.retries, left) {
                Some(wait) => self.time.sleep(wait).await,
                None => return Err(failed.fault),
            }
            last = Some(failed.fault);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::pin::pin;
    use std::sync::Mutex;
    use std::task::{Context, Poll, Waker};

    use proem::turn::format::bad_reply::{BadReply, ErrorKind};

    use super::*;
    use crate::upstream::breaker::Breaking;
    use crate::upstream::retry::Told;

    const RETRIES: Retries = Retries { attempts: 3, pause: 400, longest: 10_000 };

    /// A time that passes only while somebody waits.
    struct Hands {
        began: Instant,
        at: Mutex<Duration>,
    }

    impl Hands {
        fn new() -> Self {
            Self { began: Instant::now(), at: Mutex::default() }
        }

        fn pass(&self, wait: Duration) {
            *self.at.lock().unwrap() += wait;
        }
    }

    impl Time for Hands {
        fn now(&self) -> Instant {
            self.began + *self.at.lock().unwrap()
        }

        async fn sleep(&self, wait: Duration) {
            self.pass(wait);
        }

        async fn until<F: Future + Send>(&self, deadline: Instant, comes: F) -> Option<F::Output> {
            let came = comes.await;
            if self.now() <= deadline {
                return Some(came);
            }
            *self.at.lock().unwrap() = deadline - self.began;
            None
        }
    }

    /// What is answered in order, each after so many milliseconds, and when it was asked.
    struct Script<'h> {
        answers: VecDeque<(u64, Result<Reply, Failed>)>,
        hands: &'h Hands,
        began: Instant,
        asked: Vec<u128>,
    }

    impl Ask for Script<'_> {
        async fn once(&mut self) -> Result<Reply, Failed> {
            self.asked.push((self.hands.now() - self.began).as_millis());
            let (takes, answer) = self.answers.pop_front().unwrap();
            self.hands.pass(Duration::from_millis(takes));
            answer
        }
    }

    fn busy() -> Result<Reply, Failed> {
        let (word, message) = (String::new(), "busy".to_owned());
        Err(Fault::Answer(BadReply::Error { kind: ErrorKind::Overloaded, word, message }).into())
    }

    fn after(seconds: u64) -> Result<Reply, Failed> {
        let told = Told { after: Some(Duration::from_secs(seconds)), again: None };
        busy().map_err(|failed| Failed { told, ..failed })
    }

    fn fine() -> Result<Reply, Failed> {
        Ok(Reply::of_text("Hi."))
    }

    /// What came of it, when it was asked, and when it was over.
    fn run(
        breakers: &Breakers,
        hands: &Hands,
        answers: Vec<(u64, Result<Reply, Failed>)>,
    ) -> (Result<String, String>, Vec<u128>, u128) {
        let began = hands.now();
        let mut script = Script { answers: answers.into(), hands, began, asked: Vec::new() };
        let persistence = Persistence {
            retries: &RETRIES,
            breakers,
            time: hands,
            chance: || 0.5,
            deadline: began + Duration::from_secs(20),
        };
        // Nothing here waits for anything but these hands.
        let came = {
            let mut comes = pin!(persistence.persist("place", &mut script));
            comes.as_mut().poll(&mut Context::from_waker(Waker::noop()))
        };
        let Poll::Ready(came) = came else { panic!("it waits") };
        let came = came.map(|reply| reply.text).map_err(|fault| fault.to_string());
        (came, script.asked, (hands.now() - began).as_millis())
    }

    const BUSY: &str = "the provider answered with an error (overloaded): busy";
    const LATE: &str = "the provider took too long";

    #[test]
    fn a_place_is_asked_again_with_pauses_until_it_answers() {
        let (breakers, hands) = (Breakers::new(Breaking::default()), Hands::new());
        let came = run(&breakers, &hands, vec![(10, busy()), (10, busy()), (10, fine())]);
        assert_eq!(came, (Ok("Hi.".to_owned()), vec![0, 310, 920], 930));
        let came = run(&breakers, &hands, vec![(10, busy()), (10, busy()), (10, busy())]);
        assert_eq!(came, (Err(BUSY.to_owned()), vec![0, 310, 920], 930));
        let came = run(&breakers, &hands, vec![(10, after(2)), (10, fine())]);
        assert_eq!(came, (Ok("Hi.".to_owned()), vec![0, 2_110], 2_120));
        let came = run(&breakers, &hands, vec![(10, after(86_400))]);
        assert_eq!(came, (Err(BUSY.to_owned()), vec![0], 10));
    }

    #[test]
    fn there_is_an_end_to_all_of_it() {
        let (breakers, hands) = (Breakers::new(Breaking::default()), Hands::new());
        let came = run(&breakers, &hands, vec![(3_600_000, fine())]);
        assert_eq!(came, (Err(LATE.to_owned()), vec![0], 20_000));
        let came = run(&breakers, &hands, vec![(19_900, busy())]);
        assert_eq!(came, (Err(BUSY.to_owned()), vec![0], 19_900));
        let came = run(&breakers, &hands, vec![(19_000, busy()), (3_600_000, fine())]);
        assert_eq!(came, (Err(LATE.to_owned()), vec![0, 19_300], 20_000));
    }

    #[test]
    fn what_was_shown_is_not_asked_for_again() {
        let (breakers, hands) = (Breakers::new(Breaking::default()), Hands::new());
        let shown = busy().map_err(|failed| Failed { shown: true, ..failed });
        assert_eq!(run(&breakers, &hands, vec![(10, shown)]).1, [0]);
    }

    #[test]
    fn a_place_that_rests_is_not_asked() {
        let breaking = Breaking { failures: 2, window: 60_000, rest: 5_000 };
        let (breakers, hands) = (Breakers::new(breaking), Hands::new());
        let came = run(&breakers, &hands, vec![(0, busy()), (0, busy())]);
        assert_eq!(came, (Err(BUSY.to_owned()), vec![0, 300], 900));
        let resting = Err(Fault::Resting.to_string());
        assert_eq!(run(&breakers, &hands, vec![]), (resting, vec![], 0));
        hands.pass(Duration::from_secs(5));
        for _ in 0..2 {
            assert_eq!(run(&breakers, &hands, vec![(0, fine())]).0, Ok("Hi.".to_owned()));
        }
    }
}
