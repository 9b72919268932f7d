//! What the engine keeps of conversations from turn to turn, in memory.
//!
//! Owns where that is, and how much of it there is, in bytes: long conversations take a hundred times as much as short
//! ones. It must never be needed: whoever finds nothing here counts and renders anew, and comes to the same.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use moka::ops::compute::Op;
use moka::policy::EvictionPolicy;
use moka::sync::Cache;
use proem::turn::kept::Memo;

/// How long something is kept where nobody goes on.
pub(crate) const IDLE: Duration = Duration::from_secs(3_600);

/// The part of the room that one conversation may take: an eighth, so that none drives out all others.
pub(crate) const SHARE: u64 = 8;

/// What a place takes, in bytes.
const AROUND: usize = 512;

/// Workspace, and what is a conversation's own.
type Key = (String, String);

/// What is kept, and `B` beside each of it.
pub(crate) struct Memos<B> {
    kept: Cache<Key, Arc<Mutex<Kept<B>>>>,
    /// How many bytes one of them may take.
    most: u64,
}

/// What is kept of one conversation.
#[derive(Default)]
struct Kept<B> {
    memo: Option<Memo>,
    beside: B,
    /// How many bytes each of the two takes.
    sizes: [usize; 2],
    /// What both were taken to take when they were last weighed.
    weight: usize,
    /// Whether it is forgotten: whoever still has the place keeps nothing there.
    is_gone: bool,
}

/// Where something of a conversation is kept.
pub(crate) struct Place<B> {
    key: Key,
    kept: Arc<Mutex<Kept<B>>>,
}

impl<B: Clone + Default + Send + 'static> Memos<B> {
    /// Room for so many bytes.
    pub(crate) fn new(most: u64) -> Self {
        let size = |key: &Key, kept: &Arc<Mutex<Kept<B>>>| {
            let size = key.0.len() + key.1.len() + AROUND + lock(kept).weight;
            u32::try_from(size).unwrap_or(u32::MAX)
        };
        let kept = Cache::builder().max_capacity(most).weigher(size).time_to_idle(IDLE);
        Self { kept: kept.eviction_policy(EvictionPolicy::lru()).build(), most: most / SHARE }
    }

    /// Where something of a conversation is kept, if something is.
    pub(crate) fn find(&self, of: &str, conversation: &str) -> Option<Place<B>> {
        let key = (of.to_owned(), conversation.to_owned());
        let kept = self.kept.get(&key).filter(|kept| !lock(kept).is_gone)?;
        Some(Place { key, kept })
    }

    /// Where something of a conversation is kept from now on.
    pub(crate) fn place(&self, of: &str, conversation: String) -> Place<B> {
        let key = (of.to_owned(), conversation);
        let kept = self.kept.get_with_by_ref(&key, Arc::default);
        // A place that was forgotten while it was weighed stands there still, and keeps nothing.
        let kept = if lock(&kept).is_gone { Arc::default() } else { kept };
        Place { key, kept }
    }

    /// Gives back what was taken from a place. Nothing is kept of a conversation that was forgotten meanwhile, and no
    /// memo that takes more than its share.
    pub(crate) fn give(&self, place: &Place<B>, memo: Memo) {
        let (memo, size) = self.within(memo.size(), memo);
        self.change(place, |kept| (kept.memo, kept.sizes[0]) = (memo, size));
    }

    /// Keeps something beside a memo, which takes so many bytes; nothing that takes more than its share.
    pub(crate) fn put_beside(&self, place: &Place<B>, beside: B, size: usize) {
        let (beside, size) = self.within(size, beside);
        self.change(place, |kept| {
            (kept.beside, kept.sizes[1]) = (beside.unwrap_or_default(), size)
        });
    }

    /// What takes so many bytes, where that is no more than the share of one conversation.
    fn within<T>(&self, size: usize, what: T) -> (Option<T>, usize) {
        match u64::try_from(size).is_ok_and(|size| size <= self.most) {
            true => (Some(what), size),
            false => (None, 0),
        }
    }

    /// Changes what is kept, and weighs it anew where it takes much more or less than before.
    fn change(&self, place: &Place<B>, change: impl FnOnce(&mut Kept<B>)) {
        let mut kept = lock(&place.kept);
        if kept.is_gone {
            return;
        }
        change(&mut kept);
        let weight = kept.sizes.iter().sum::<usize>();
        if weight.abs_diff(kept.weight) <= kept.weight / 8 {
            return;
        }
        kept.weight = weight;
        drop(kept);
        let weighed = |known: Option<moka::Entry<Key, Arc<Mutex<Kept<B>>>>>| match known {
            Some(known) if Arc::ptr_eq(known.value(), &place.kept) => {
                Op::Put(Arc::clone(&place.kept))
            }
            _ => Op::Nop,
        };
        self.kept.entry_by_ref(&place.key).and_compute_with(weighed);
    }

    /// Forgets all that is kept of a conversation, for good: there will be none of that name.
    pub(crate) fn forget(&self, of: &str, conversation: &str) {
        if let Some(gone) = self.kept.remove(&(of.to_owned(), conversation.to_owned())) {
            *lock(&gone) = Kept { is_gone: true, ..Kept::default() };
        }
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
}

fn lock<B>(kept: &Mutex<Kept<B>>) -> MutexGuard<'_, Kept<B>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use proem::agent::input::TurnInput;

    use super::*;

    /// How many bytes are kept.
    fn kept(memos: &Memos<u32>) -> u64 {
        memos.kept.run_pending_tasks();
        memos.kept.weighted_size()
    }

    #[test]
    fn as_much_is_kept_as_there_is_room_for() {
        // Room for twelve that hold nothing.
        let each = u64::try_from(Memo::default().size() + AROUND + 2).unwrap();
        let memos = Memos::<u32>::new(each * 12 + 100);
        for conversation in 0..40_u8 {
            let place = memos.place("w", char::from(b'A' + conversation).to_string());
            memos.put_beside(&place, conversation.into(), 0);
            memos.give(&place, Memo::default());
        }
        assert_eq!(kept(&memos), each * 12);
        // Those that rest longest make room.
        assert!(memos.find("w", "A").is_none());
        assert_eq!(memos.find("w", "h").unwrap().beside(), 39);
        // A place to which nothing was given takes room, too.
        for conversation in 0..10_000 {
            memos.place("w", format!("nobody {conversation}"));
        }
        assert!(kept(&memos) <= each * 12 + 100);
        let none = Memos::<u32>::new(0);
        none.give(&none.place("w", "a".to_owned()), Memo::default());
        assert_eq!(kept(&none), 0);
    }

    #[test]
    fn what_takes_more_than_its_share_drives_nobody_out() {
        let memos = Memos::<u32>::new(1 << 20);
        for conversation in ["a", "b"] {
            memos.give(&memos.place("w", conversation.to_owned()), Memo::default());
        }
        let place = memos.place("w", "large".to_owned());
        let large = TurnInput { id: Some("x".repeat(1 << 20)), ..TurnInput::default() };
        let mut memo = Memo::default();
        let compiled = talker();
        proem::turn::gated(&compiled, &large, proem::turn::gate::Rows::default(), &mut memo)
            .unwrap();
        assert!(memo.size() > 1 << 20);
        memos.give(&place, memo);
        assert!(kept(&memos) < 1 << 20);
        assert!(place.take().size() < 1 << 16);
        assert!(memos.find("w", "a").is_some() && memos.find("w", "b").is_some());
        // The same for what is beside it.
        memos.put_beside(&place, 7, 1 << 20);
        assert_eq!(place.beside(), 0);
        let before = kept(&memos);
        memos.put_beside(&place, 7, 1 << 16);
        assert_eq!((place.beside(), kept(&memos)), (7, before + (1 << 16)));
        // What has outgrown it does not leave what it was before.
        memos.put_beside(&place, 8, 1 << 20);
        assert_eq!((place.beside(), kept(&memos)), (0, before));
    }

    /// The smallest agent.
    fn talker() -> proem::check::compiled::Compiled {
        let raw = |path: &str, text: &str| proem::agent::source::RawFile {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let agent = "agent: talker\nmodel: {name: gpt-5.4}\ncore: [core/identity]\nlayers: []\n";
        let folder = proem::agent::load::folder(vec![
            raw("agent.yaml", agent),
            raw("prompts/core/identity.md", "You talk.\n"),
        ]);
        let table = proem::agent::catalog::Table::of_files(folder.prompts);
        proem::check::compile(folder.agent.unwrap(), Arc::new(table)).unwrap().0
    }

    #[test]
    fn what_is_beside_a_memo_stays_while_that_is_taken() {
        let memos = Memos::<u32>::new(1 << 20);
        let place = memos.place("w", "a".to_owned());
        memos.put_beside(&place, 7, 0);
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
        memos.put_beside(&place, 7, 0);
        let memo = place.take();
        memos.forget("w", "a");
        // Whoever still has the place finds nothing there, and leaves nothing.
        assert_eq!(place.beside(), 0);
        memos.put_beside(&place, 8, 0);
        memos.give(&place, memo);
        assert_eq!(place.beside(), 0);
        assert_eq!(memos.place("w", "a".to_owned()).beside(), 0);
    }
}
