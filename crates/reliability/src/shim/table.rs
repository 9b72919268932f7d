//! The C side: the tables of functions that SQLite calls.
//!
//! Owns the layout of an open file and the way from raw pointers to `image` and `plan`. Everything that is no
//! reading, writing, cutting or syncing of a database, its log or its journal goes to the usual layer.
//!
//! What makes it sound: SQLite gives `xOpen` memory of `szOsFile` bytes, aligned to 8, calls no other function of
//! a file before `xOpen` has succeeded or after `xClose`, never calls two functions of one file at a time, and
//! hands in buffers that are as long as it says. The layer below lives as long as the process.

#![expect(unsafe_code, reason = "SQLite's layer below is a table of C functions over raw pointers")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

use super::image::{Image, Pending};
use super::plan::{self, Op};
use crate::trouble::{Result, Trouble};

/// What the layer is called.
pub const NAME: &str = "proem-forgetful";

const C_NAME: &CStr = c"proem-forgetful";

/// Makes the layer known to SQLite; once is enough.
///
/// # Errors
///
/// [`Trouble::Setup`] where SQLite does not take it.
pub fn register() -> Result<()> {
    static ONCE: Once = Once::new();
    let mut result = ffi::SQLITE_OK;
    ONCE.call_once(|| result = install());
    if result == ffi::SQLITE_OK { Ok(()) } else { Err(Trouble::setup("the layer", result)) }
}

fn install() -> c_int {
    // SAFETY: SQLite initialises itself; a null name asks for the usual layer, which is never taken away.
    let usual = unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) };
    if usual.is_null() {
        return ffi::SQLITE_ERROR;
    }
    // SAFETY: it is not null, and SQLite changes nothing in it but the list that it stands in. The functions that
    // are copied with it do not look at the layer that they are called with; those that do are replaced.
    let mut own = unsafe { *usual };
    own.iVersion = own.iVersion.min(2);
    own.szOsFile += HEAD;
    own.pNext = std::ptr::null_mut();
    own.zName = C_NAME.as_ptr();
    own.pAppData = usual.cast();
    own.xOpen = Some(open);
    own.xDelete = Some(delete);
    own.xAccess = Some(access);
    own.xFullPathname = Some(full_path);
    let own = Box::leak(Box::new(own));
    // SAFETY: it is leaked, so that it lives as long as SQLite may use it.
    unsafe { ffi::sqlite3_vfs_register(own, 0) }
}

/// An open file. The usual layer's own stands behind it, `HEAD` bytes further on.
#[repr(C, align(8))]
struct Open {
    base: sqlite3_file,
    /// The file as the process sees it; null for files that are left to the usual layer.
    image: *const Mutex<Image>,
    /// How many failed syncs this handle was told of.
    told: u64,
}

#[expect(clippy::cast_possible_wrap, clippy::cast_possible_truncation, reason = "it is 24")]
const HEAD: c_int = size_of::<Open>() as c_int;

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    // The second version has shared memory, and no memory maps: those would go past us.
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// The usual layer's own part of an open file.
///
/// # Safety
///
/// `file` is one that `open` was given.
unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: `szOsFile` asks for `HEAD` bytes more than the usual layer needs, and `HEAD` keeps the alignment.
    unsafe { file.byte_add(size_of::<Open>()) }
}

/// Calls a function of the usual layer's file.
macro_rules! real {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        // SAFETY: see above; a file that was opened has a table, and what it does not have is not called.
        unsafe {
            let real = real($file);
            match (*real).pMethods.as_ref().and_then(|table| table.$method) {
                Some(function) => function(real $(, $argument)*),
                None => ffi::SQLITE_IOERR,
            }
        }
    }};
}

/// The file as the process sees it, where it is not left to the usual layer.
///
/// # Safety
///
/// `file` was opened by `open` and not closed.
unsafe fn image<'f>(file: *mut sqlite3_file) -> Option<MutexGuard<'f, Image>> {
    // SAFETY: `open` put a counted reference there, which `close` gives back.
    let image = unsafe { (*file.cast::<Open>()).image.as_ref() };
    image.map(|image| image.lock().unwrap_or_else(PoisonError::into_inner))
}

unsafe extern "C" fn open(
    layer: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: the memory is ours to fill; the usual layer gets the part that it asked for, and its own table.
    unsafe {
        let own = Open {
            base: sqlite3_file { pMethods: std::ptr::null() },
            image: std::ptr::null(),
            told: 0,
        };
        file.cast::<Open>().write(own);
        let usual = (*layer).pAppData.cast::<sqlite3_vfs>();
        let Some(function) = (*usual).xOpen else { return ffi::SQLITE_CANTOPEN };
        let below = real(file);
        (*below).pMethods = std::ptr::null();
        let result = function(usual, name, below, flags, out);
        if result != ffi::SQLITE_OK {
            // Where it has set a table nevertheless, it wants to be closed.
            if let Some(close) = (*below).pMethods.as_ref().and_then(|table| table.xClose) {
                close(below);
            }
            return result;
        }
        const OURS: c_int =
            ffi::SQLITE_OPEN_MAIN_DB | ffi::SQLITE_OPEN_WAL | ffi::SQLITE_OPEN_MAIN_JOURNAL;
        if flags & OURS != 0 && !name.is_null() {
            let image = plan::file(&CStr::from_ptr(name).to_string_lossy());
            let failed = image.lock().unwrap_or_else(PoisonError::into_inner).failed;
            (*file.cast::<Open>()).told = failed;
            (*file.cast::<Open>()).image = Arc::into_raw(image);
        }
        (*file).pMethods = &raw const METHODS;
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: the reference is the one that `open` put there; nobody uses the file after this.
    unsafe {
        let own = file.cast::<Open>();
        if !(*own).image.is_null() {
            drop(Arc::from_raw((*own).image));
            (*own).image = std::ptr::null();
        }
    }
    real!(file, xClose)
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    into: *mut c_void,
    amount: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: the file is open.
    let Some(image) = (unsafe { image(file) }) else { return real!(file, xRead, into, amount, at) };
    let (Ok(length), Ok(at)) = (usize::try_from(amount), usize::try_from(at)) else {
        return ffi::SQLITE_IOERR_READ;
    };
    // SAFETY: the buffer has as many bytes, and nobody else uses it meanwhile.
    let into = unsafe { std::slice::from_raw_parts_mut(into.cast::<u8>(), length) };
    let found = image.read(at, into);
    if found == length {
        return ffi::SQLITE_OK;
    }
    if let Some(rest) = into.get_mut(found..) {
        rest.fill(0);
    }
    ffi::SQLITE_IOERR_SHORT_READ
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    amount: c_int,
    at: sqlite3_int64,
) -> c_int {
    let fault = plan::fault(Op::Write);
    // SAFETY: the file is open.
    let Some(mut image) = (unsafe { image(file) }) else {
        return real!(file, xWrite, from, amount, at);
    };
    let (Ok(length), Ok(at)) = (usize::try_from(amount), usize::try_from(at)) else {
        return ffi::SQLITE_IOERR_WRITE;
    };
    // SAFETY: the buffer has as many bytes, and nobody writes to it meanwhile.
    let bytes = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), length) };
    if let Some(code) = fault {
        // A write that fails may have written a part.
        image.write(at, bytes.get(..length / 2).unwrap_or_default());
        return code;
    }
    image.write(at, bytes);
    let early = plan::early(&mut image);
    give(file, early)
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    if let Some(code) = plan::fault(Op::Truncate) {
        return code;
    }
    // SAFETY: the file is open.
    let Some(mut image) = (unsafe { image(file) }) else { return real!(file, xTruncate, size) };
    let Ok(size) = usize::try_from(size) else { return ffi::SQLITE_IOERR_TRUNCATE };
    image.truncate(size);
    ffi::SQLITE_OK
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    let fault = plan::fault(Op::Sync);
    // SAFETY: the file is open.
    let Some(mut image) = (unsafe { image(file) }) else { return real!(file, xSync, flags) };
    if let Some(code) = fault {
        image.lose();
        // SAFETY: as above. This handle is told now.
        unsafe { (*file.cast::<Open>()).told = image.failed };
        return code;
    }
    // SAFETY: as above.
    let told = unsafe { &mut (*file.cast::<Open>()).told };
    if *told < image.failed {
        *told = image.failed;
        return ffi::SQLITE_IOERR_FSYNC;
    }
    if !plan::syncs() {
        return ffi::SQLITE_OK;
    }
    let pending = image.sync();
    // Nothing but this process is killed: what the usual layer has taken stays. It need not be synced again.
    give(file, pending)
}

/// Hands bytes to the usual layer.
fn give(file: *mut sqlite3_file, pending: Pending) -> c_int {
    if let Some(length) = pending.cut {
        let length = sqlite3_int64::try_from(length).unwrap_or(sqlite3_int64::MAX);
        let result = real!(file, xTruncate, length);
        if result != ffi::SQLITE_OK {
            return result;
        }
    }
    for (at, bytes) in pending.writes {
        let at = sqlite3_int64::try_from(at).unwrap_or(sqlite3_int64::MAX);
        let length = c_int::try_from(bytes.len()).unwrap_or(c_int::MAX);
        let result = real!(file, xWrite, bytes.as_ptr().cast(), length, at);
        if result != ffi::SQLITE_OK {
            return result;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut sqlite3_int64) -> c_int {
    // SAFETY: the file is open.
    let Some(image) = (unsafe { image(file) }) else { return real!(file, xFileSize, size) };
    // SAFETY: `size` is there to be written to.
    unsafe { *size = sqlite3_int64::try_from(image.len()).unwrap_or(sqlite3_int64::MAX) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    real!(file, xLock, level)
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    real!(file, xUnlock, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    real!(file, xCheckReservedLock, out)
}

unsafe extern "C" fn file_control(
    file: *mut sqlite3_file,
    what: c_int,
    with: *mut c_void,
) -> c_int {
    real!(file, xFileControl, what, with)
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    real!(file, xSectorSize)
}

unsafe extern "C" fn characteristics(file: *mut sqlite3_file) -> c_int {
    real!(file, xDeviceCharacteristics)
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    page: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    real!(file, xShmMap, page, size, extend, out)
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, at: c_int, n: c_int, flags: c_int) -> c_int {
    real!(file, xShmLock, at, n, flags)
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: as in `real!`.
    unsafe {
        let real = real(file);
        if let Some(function) = (*real).pMethods.as_ref().and_then(|table| table.xShmBarrier) {
            function(real);
        }
    }
}

unsafe extern "C" fn shm_unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    real!(file, xShmUnmap, delete)
}

/// Calls a function of the usual layer.
macro_rules! usual {
    ($layer:expr, $function:ident, $($argument:expr),*) => {{
        // SAFETY: `install` has put the usual layer there, and the arguments are SQLite's own.
        unsafe {
            let usual = (*$layer).pAppData.cast::<sqlite3_vfs>();
            match (*usual).$function {
                Some(function) => function(usual, $($argument),*),
                None => ffi::SQLITE_ERROR,
            }
        }
    }};
}

unsafe extern "C" fn delete(layer: *mut sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    // SAFETY: it is a name that ends with a zero.
    plan::delete(&unsafe { CStr::from_ptr(name) }.to_string_lossy());
    usual!(layer, xDelete, name, sync)
}

unsafe extern "C" fn access(
    layer: *mut sqlite3_vfs,
    name: *const c_char,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: it is a name that ends with a zero.
    let known = plan::length(&unsafe { CStr::from_ptr(name) }.to_string_lossy());
    match known {
        // An empty file is none, as for the usual layer.
        Some(length) if flags == ffi::SQLITE_ACCESS_EXISTS => {
            // SAFETY: `out` is there to be written to.
            unsafe { *out = c_int::from(length > 0) };
            ffi::SQLITE_OK
        }
        _ => usual!(layer, xAccess, name, flags, out),
    }
}

unsafe extern "C" fn full_path(
    layer: *mut sqlite3_vfs,
    name: *const c_char,
    length: c_int,
    out: *mut c_char,
) -> c_int {
    usual!(layer, xFullPathname, name, length, out)
}
