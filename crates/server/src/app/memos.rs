//! What the engine keeps of conversations from turn to turn, in memory.
//!
//! Owns where that is, and how much of it there is, in bytes: long conversations take a hundred times as much as short
//! ones. It must never be needed: whoever finds nothing here counts and renders anew, and comes to the same.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use moka::ops::compute::Op;
use moka::sync::Cache;
use proem::turn::kept::Memo;

/// How long something is kept where nobody goes on.
pub(crate) const IDLE: Duration = Duration::from_secs(3_600);

/// Workspace, and what is a conversation's own.
type Key = (String, String);

/// What is kept, and `B` beside each of it.
pub(crate) struct Memos<B>(Cache<Key, Arc<Mutex<Kept<B>>>>);

/// What is kept of one conversation.
#[derive(Default)]
struct Kept<B> {
    memo: Option<Memo>,
    /// What it was taken to weigh, in bytes.
    size: u32,
    beside: B,
}

/// Where something of a conversation is kept.
pub(crate) struct Place<B> {
    key: Key,
    kept: Arc<Mutex<Kept<B>>>,
}

impl<B: Clone + Default + Send + 'static> Memos<B> {
    /// Room for so many bytes.
    pub(crate) fn new(most: u64) -> Self {
        let size = |_: &Key, kept: &Arc<Mutex<Kept<B>>>| lock(kept).size;
        Self(Cache::builder().max_capacity(most).weigher(size).time_to_idle(IDLE).build())
    }

    /// Where something of a conversation is kept.
    pub(crate) fn place(&self, of: &str, conversation: String) -> Place<B> {
        let key = (of.to_owned(), conversation);
        let kept = self.0.get_with_by_ref(&key, Arc::default);
        Place { key, kept }
    }

    /// Gives back what was taken from a place. What was forgotten meanwhile stays forgotten.
    pub(crate) fn give(&self, place: &Place<B>, memo: Memo) {
        let size = u32::try_from(memo.size()).unwrap_or(u32::MAX);
        let mut kept = lock(&place.kept);
        kept.memo = Some(memo);
        let is_other = size.abs_diff(kept.size) > kept.size / 8;
        if is_other {
            kept.size = size;
        }
        drop(kept);
        if is_other {
            let weighed = |known: Option<moka::Entry<Key, Arc<Mutex<Kept<B>>>>>| match known {
                Some(known) if Arc::ptr_eq(known.value(), &place.kept) => {
                    Op::Put(Arc::clone(&place.kept))
                }
                _ => Op::Nop,
            };
            self.0.entry_by_ref(&place.key).and_compute_with(weighed);
        }
    }

    /// Forgets all that is kept of a conversation.
    pub(crate) fn forget(&self, of: &str, conversation: &str) {
        self.0.invalidate(&(of.to_owned(), conversation.to_owned()));
    }
}

impl<B: Clone> Place<B> {
    /// Takes what is kept. Whoever comes while another one has it counts by itself.
    pub(crate) fn take(&self) -> Memo {
        lock(&self.kept).memo.take().unwrap_or_default()
    }

    /// What is kept beside it.
    pub(crate) fn beside(&self) -> B {
        lock(&self.kept).beside.clone()
    }

    /// Keeps something beside it.
    pub(crate) fn put_beside(&self, beside: B) {
        lock(&self.kept).beside = beside;
    }
}

fn lock<B>(kept: &Mutex<Kept<B>>) -> MutexGuard<'_, Kept<B>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many bytes are kept.
    fn kept(memos: &Memos<u32>) -> u64 {
        memos.0.run_pending_tasks();
        memos.0.weighted_size()
    }

    #[test]
    fn as_much_is_kept_as_there_is_room_for() {
        let memo = || Memo::default();
        let size = u64::try_from(memo().size()).unwrap();
        let memos = Memos::<u32>::new(size * 5 / 2);
        for conversation in ["a", "b", "c", "d"] {
            let place = memos.place("w", conversation.to_owned());
            memos.give(&place, memo());
        }
        assert_eq!(kept(&memos), size * 2);
        let none = Memos::<u32>::new(0);
        none.give(&none.place("w", "a".to_owned()), memo());
        assert_eq!(kept(&none), 0);
    }

    #[test]
    fn what_is_beside_a_memo_stays_while_that_is_taken() {
        let memos = Memos::<u32>::new(1 << 20);
        let place = memos.place("w", "a".to_owned());
        place.put_beside(7);
        let memo = place.take();
        assert_eq!(memos.place("w", "a".to_owned()).beside(), 7);
        assert_eq!(memos.place("other", "a".to_owned()).beside(), 0);
        memos.give(&place, memo);
        assert_eq!(memos.place("w", "a".to_owned()).beside(), 7);
    }

    #[test]
    fn what_is_forgotten_does_not_come_back() {
        let memos = Memos::<u32>::new(1 << 20);
        let place = memos.place("w", "a".to_owned());
        place.put_beside(7);
        let memo = place.take();
        memos.forget("w", "a");
        memos.give(&place, memo);
        assert_eq!(memos.place("w", "a".to_owned()).beside(), 0);
    }
}
