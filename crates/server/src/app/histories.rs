//! Histories of callers who keep nothing here and send the whole of them with every call.
//!
//! Owns their texts beside what was read from them: of a history that begins like one before, byte for byte, only the
//! rest is read. It must never take anything for a message that was not read as one from the very same text, and
//! nothing of one workspace for another.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use memchr::{memchr2, memmem};
use moka::policy::EvictionPolicy;
use moka::sync::Cache;
use proem::agent::input::Message;

use crate::app::memos::{IDLE, SHARE};

/// The member of a body that is a history, as it is written.
const NAME: &str = "\"history\"";

/// What histories are told apart by, in bytes from their beginning: many begin with the same greeting. Shorter ones are
/// read as fast as they are found.
const BEGIN: usize = 2_048;

/// How many bytes a message takes beside what it holds.
const MESSAGE: usize = 64;

/// Workspace, and a hash of how a history begins.
type Key = (String, u64);

/// The histories that were read last.
pub(crate) struct Histories {
    kept: Cache<Key, Arc<Mutex<Read>>>,
    /// How many bytes one of them may take.
    most: usize,
}

/// A history that was read.
#[derive(Debug, Default)]
struct Read {
    /// Its text, from behind its bracket to the end of its last message.
    text: String,
    /// Where each message ends there.
    ends: Vec<usize>,
    messages: Vec<Message>,
    /// How many bytes all of it takes.
    size: usize,
}

/// Where the history of a body stands, if its first member of that name is the one.
#[derive(Debug)]
struct Stands {
    /// Its name, without quotation marks.
    name: usize,
    /// Behind its bracket.
    open: usize,
    /// Where it is kept.
    key: Key,
    /// What is kept there, where something is.
    place: Option<Arc<Mutex<Read>>>,
}

/// What is known of the history in a body before it is read.
#[derive(Debug)]
pub(crate) struct Begun<'b> {
    body: &'b str,
    stands: Option<Stands>,
    read: Read,
}

impl Histories {
    /// Room for so many bytes.
    pub(crate) fn new(most: u64) -> Self {
        let size =
            |_: &Key, read: &Arc<Mutex<Read>>| u32::try_from(lock(read).size).unwrap_or(u32::MAX);
        let kept = Cache::builder().max_capacity(most).weigher(size).time_to_idle(IDLE);
        let most = usize::try_from(most / SHARE).unwrap_or(usize::MAX);
        Self { kept: kept.eviction_policy(EvictionPolicy::lru()).build(), most }
    }

    /// What is known of the history in a body. Whoever comes while another one reads the same knows nothing of it.
    pub(crate) fn begun<'b>(&self, of: &str, body: &'b str) -> Begun<'b> {
        let mut stands = stands(of, body);
        let mut read = Read::default();
        if let Some(Stands { open, key, place, .. }) = &mut stands {
            *place = self.kept.get(key);
            read =
                place.as_ref().map(|place| std::mem::take(&mut *lock(place))).unwrap_or_default();
            read.agree(body.as_bytes().get(*open..).unwrap_or_default());
        }
        Begun { body, stands, read }
    }

    /// Keeps a history, now that it is read to its end.
    pub(crate) fn keep(&self, mut begun: Begun<'_>, messages: &[Message]) {
        let (body, mut read) = (begun.body, std::mem::take(&mut begun.read));
        let Some(Stands { open, key, .. }) = begun.stands.take() else { return };
        let known = read.text.len();
        let rest = body.get(open + known..).unwrap_or_default();
        let ends = ends(rest.as_bytes());
        read.text.push_str(ends.last().and_then(|end| rest.get(..*end)).unwrap_or_default());
        read.ends.extend(ends.iter().map(|end| known + end));
        read.messages.extend(messages.iter().skip(read.messages.len()).cloned());
        read.weigh();
        if read.text.len() >= BEGIN
            && read.ends.len() == read.messages.len()
            && read.size <= self.most
        {
            self.kept.insert(key, Arc::new(Mutex::new(read)));
        } else {
            // What was there is empty now.
            self.kept.invalidate(&key);
        }
    }
}

impl Read {
    /// Keeps as many messages as a text begins with.
    fn agree(&mut self, text: &[u8]) {
        let (mut same, mut from) = (0, 0);
        for end in &self.ends {
            let known = self.text.as_bytes().get(from..*end);
            if known.is_none() || known != text.get(from..*end) {
                break;
            }
            (same, from) = (same + 1, *end);
        }
        self.text.truncate(from);
        self.ends.truncate(same);
        self.messages.truncate(same);
    }

    /// Says how many bytes it takes, and lets go of what it takes in vain.
    fn weigh(&mut self) {
        if self.text.capacity() > self.text.len() * 2 {
            self.text.shrink_to_fit();
            self.ends.shrink_to_fit();
            self.messages.shrink_to_fit();
        }
        let held: usize = self.messages.iter().map(|message| message.bytes() + MESSAGE).sum();
        self.size = self.text.capacity() + held;
    }
}

/// A body that comes to nothing gives back what was known of its history.
impl Drop for Begun<'_> {
    fn drop(&mut self) {
        self.forget();
    }
}

impl Begun<'_> {
    /// The messages that are known.
    pub(crate) fn messages(&self) -> &[Message] {
        &self.read.messages
    }

    /// The body without the messages that are known, where there are any.
    pub(crate) fn shortened(&self) -> Option<String> {
        let open = self.stands.as_ref().filter(|_| !self.read.text.is_empty())?.open;
        let (head, tail) = (self.body.get(..open)?, self.body.get(open + self.read.text.len()..)?);
        let tail = blank(tail);
        let tail = match tail.strip_prefix(',') {
            Some(more) => Some(blank(more)).filter(|more| !more.starts_with(']')),
            None => Some(tail).filter(|tail| tail.starts_with(']')),
        };
        Some([head, tail?].concat())
    }

    /// Whether a name that was read from a text, the body or its shorter form, is that of the history that was found.
    pub(crate) fn is_named(&self, text: &str, name: Option<&str>) -> bool {
        let at = self.stands.as_ref().map(|stands| stands.name);
        let found =
            at.zip(name).and_then(|(at, name)| text.get(at..at + name.len()).zip(Some(name)));
        found.is_some_and(|(found, name)| std::ptr::eq(found, name))
    }

    /// Knows nothing any more: the body is read whole. What is read of it is kept.
    pub(crate) fn read_anew(&mut self) {
        self.read = Read::default();
    }

    /// Knows nothing any more, and keeps nothing of this body.
    pub(crate) fn forget(&mut self) {
        if let Some(place) = self.stands.take().and_then(|stands| stands.place) {
            *lock(&place) = std::mem::take(&mut self.read);
        }
        self.read = Read::default();
    }
}

fn lock(read: &Mutex<Read>) -> MutexGuard<'_, Read> {
    read.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where the history of a body stands, if a member of its name has one that is long enough.
fn stands(of: &str, body: &str) -> Option<Stands> {
    let at = memmem::find(body.as_bytes(), NAME.as_bytes())?;
    // Behind a backslash it is the end of a longer name, or of a text.
    let (before, behind) = (body.get(..at)?, body.get(at + NAME.len()..)?);
    let list = blank(blank(behind).strip_prefix(':')?).strip_prefix('[')?;
    if before.ends_with('\\') {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    list.as_bytes().get(..BEGIN)?.hash(&mut hasher);
    let key = (of.to_owned(), hasher.finish());
    Some(Stands { name: at + 1, open: body.len() - list.len(), key, place: None })
}

/// A text of JSON without the blanks in front of it.
fn blank(json: &str) -> &str {
    json.trim_start_matches([' ', '\t', '\n', '\r'])
}

/// Where the items of a list end, all of which are objects or lists. The text begins between two of them, and was read before.
fn ends(list: &[u8]) -> Vec<usize> {
    let (mut found, mut depth, mut at) = (Vec::new(), 0_usize, 0);
    while let Some(byte) = list.get(at) {
        at += 1;
        match byte {
            b'"' => at = behind_text(list, at),
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 0 => break,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    found.push(at);
                }
            }
            _ => {}
        }
    }
    found
}

/// Behind the text that goes on here.
fn behind_text(json: &[u8], mut at: usize) -> usize {
    while let Some(found) = json.get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) {
        at += found + 1;
        if json.get(at - 1) == Some(&b'"') {
            return at;
        }
        at += 1;
    }
    json.len()
}
