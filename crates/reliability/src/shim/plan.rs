//! What goes wrong, and the files of this process.
//!
//! Owns the one state of the shim: SQLite knows a layer by its name, so that there is one for a process. It must
//! never be used by two trials at a time.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use rusqlite::ffi;

use super::image::{Image, Pending};
use crate::chance::Chance;

/// What becomes of a sync.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sync {
    /// It does what it promises.
    #[default]
    Kept,
    /// Nothing: the control, which must lose something.
    Ignored,
}

/// What fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The disk is full: writes fail, syncs do not.
    Full,
    /// The disk is broken: writes, cuts and syncs fail.
    Broken,
}

/// A failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fail {
    /// What fails.
    pub what: What,
    /// The operation that fails first, counted from 0 by the operations that can fail so.
    pub from: u64,
    /// Whether all that come after it fail too.
    pub lasting: bool,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What becomes of syncs.
    pub sync: Sync,
    /// After one of how many writes the disk writes some sectors by itself; never where it is 0.
    pub early: u64,
    /// What chance begins with.
    pub seed: u64,
    /// What fails.
    pub fail: Option<Fail>,
}

/// Says what goes wrong from now on; operations are counted anew.
pub fn set(plan: Plan) {
    let mut state = state();
    state.dice = Chance::new(plan.seed, 0);
    state.plan = plan;
    state.count = 0;
}

/// How many operations there were since [`set`] that the planned failure could have met.
#[must_use]
pub fn counted() -> u64 {
    state().count
}

/// Forgets all files, as when the power is cut: what was not synced is gone. No file may be open.
pub fn forget() {
    state().files.clear();
}

/// An operation that can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Write,
    Truncate,
    Sync,
}

struct State {
    files: BTreeMap<String, Arc<Mutex<Image>>>,
    plan: Plan,
    count: u64,
    dice: Chance,
}

static STATE: LazyLock<Mutex<State>> = LazyLock::new(|| {
    let dice = Chance::new(0, 0);
    Mutex::new(State { files: BTreeMap::new(), plan: Plan::default(), count: 0, dice })
});

/// A file by its path, as this process sees it; read from the disk where it has not been opened before.
pub(super) fn file(path: &str) -> Arc<Mutex<Image>> {
    let mut state = state();
    let read = || Arc::new(Mutex::new(Image::of(std::fs::read(path).unwrap_or_default())));
    Arc::clone(state.files.entry(path.to_owned()).or_insert_with(read))
}

/// How long a file is for this process, where it has opened it.
pub(super) fn length(path: &str) -> Option<usize> {
    let file = state().files.get(path).map(Arc::clone)?;
    let length = file.lock().unwrap_or_else(PoisonError::into_inner).len();
    Some(length)
}

/// A file is deleted.
pub(super) fn delete(path: &str) {
    state().files.remove(path);
}

/// Counts an operation; the error with which it fails, if it does.
pub(super) fn fault(op: Op) -> Option<i32> {
    let mut state = state();
    let fail = state.plan.fail?;
    let code = match (fail.what, op) {
        (What::Full, Op::Write) => ffi::SQLITE_FULL,
        (What::Full, _) => return None,
        (What::Broken, Op::Write) => ffi::SQLITE_IOERR_WRITE,
        (What::Broken, Op::Truncate) => ffi::SQLITE_IOERR_TRUNCATE,
        (What::Broken, Op::Sync) => ffi::SQLITE_IOERR_FSYNC,
    };
    let number = state.count;
    state.count += 1;
    (number == fail.from || fail.lasting && number > fail.from).then_some(code)
}

/// What the disk writes by itself after a write.
pub(super) fn early(image: &mut Image) -> Pending {
    let mut state = state();
    let odds = state.plan.early;
    let state = &mut *state;
    if odds == 0 || !state.dice.one_in(odds) {
        return Pending::default();
    }
    image.early(&mut state.dice)
}

/// Whether syncs do what they promise.
pub(super) fn syncs() -> bool {
    state().plan.sync == Sync::Kept
}

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}
