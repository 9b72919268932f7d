//! Makes the working folder of a case.
//!
//! The agent of `base/` is copied to `agent/`, the case's own files over it, and then each line of
//! `cmd` that begins with `! ` changes something. Texts may hold the escapes `\n`, `\t`, `\r`, `\\` and
//! `\xFF`.
//!
//! | line | what it does |
//! |---|---|
//! | `! none` | no base: the folder begins empty |
//! | `! built with tokenizers` | the case is left out of builds without that feature |
//! | `! built without tokenizers` | the case is left out of builds with it |
//! | `! replace FILE || OLD || NEW` | replaces the text OLD, which must be there once |
//! | `! write FILE || TEXT` | writes a file |
//! | `! append FILE || TEXT` | adds to a file |
//! | `! fill FILE || BYTES` | writes a file of so many spaces |
//! | `! many FOLDER || COUNT || TEXT` | writes `n1.yaml`, `n2.yaml` and so on |
//! | `! remove PATH` | removes a file or a folder |
//! | `! folder PATH` | makes a folder |
//! | `! example NAME || PATH` | copies an agent of `examples/` |
//! | `! copy PATH || TARGET` | copies a folder |
//! | `! link PATH || TARGET` | makes a symbolic link |

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Whether a case is about a build with the features of this one.
pub(crate) fn is_for_this_build(case: &Path) -> bool {
    let other = if cfg!(feature = "tokenizers") { WITHOUT } else { WITH };
    let script = fs::read_to_string(case.join("cmd")).unwrap_or_default();
    !script.lines().filter_map(|line| line.strip_prefix("! ")).any(|line| line == other)
}

const WITH: &str = "built with tokenizers";
const WITHOUT: &str = "built without tokenizers";

/// Makes the working folder, and tells where it is.
pub(crate) fn make(case: &Path, script: &str) -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("cli")
        .join(case.file_name().unwrap_or_default());
    let explain = |error: io::Error| error.to_string();
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(explain)?;
    }
    fs::create_dir_all(&folder).map_err(explain)?;
    let lines: Vec<&str> = script.lines().filter_map(|line| line.strip_prefix("! ")).collect();
    if !lines.contains(&"none") {
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/base");
        copy(&base, &folder.join("agent")).map_err(explain)?;
    }
    copy(case, &folder).map_err(explain)?;
    for line in lines.iter().filter(|line| !matches!(**line, "none" | WITH | WITHOUT)) {
        change(&folder, line).map_err(|error| format!("{line}: {error}"))?;
    }
    Ok(folder)
}

fn change(folder: &Path, line: &str) -> Result<(), String> {
    let (verb, rest) = line.split_once(' ').ok_or("a verb without an object")?;
    let mut parts = rest.split(" || ");
    let path = folder.join(parts.next().unwrap_or_default());
    let mut next = || parts.next().map(bytes).ok_or("a part is missing".to_owned());
    let done = match verb {
        "replace" => {
            let (old, new) = (text(next()?)?, text(next()?)?);
            let all = fs::read_to_string(&path).map_err(|error| error.to_string())?;
            match all.matches(&old).count() {
                1 => fs::write(&path, all.replace(&old, &new)),
                count => return Err(format!("the old text is there {count} times")),
            }
        }
        "write" => {
            let bytes = next()?;
            let parent = path.parent().map_or(Ok(()), fs::create_dir_all);
            parent.and_then(|()| fs::write(&path, bytes))
        }
        "append" => {
            let mut all = fs::read(&path).map_err(|error| error.to_string())?;
            all.extend(next()?);
            fs::write(&path, all)
        }
        "fill" => fs::write(&path, vec![b' '; number(next()?)?]),
        "many" => {
            let (count, each) = (number(next()?)?, next()?);
            (1..=count).try_for_each(|at| fs::write(path.join(format!("n{at}.yaml")), &each))
        }
        "remove" if path.is_dir() => fs::remove_dir_all(&path),
        "remove" => fs::remove_file(&path),
        "folder" => fs::create_dir_all(&path),
        "example" => {
            let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
            let from = from.join(path.strip_prefix(folder).map_err(|error| error.to_string())?);
            copy(&from, &folder.join(text(next()?)?))
        }
        "copy" => copy(&path, &folder.join(text(next()?)?)),
        "link" => std::os::unix::fs::symlink(text(next()?)?, &path),
        _ => return Err("no such verb".into()),
    };
    done.map_err(|error| error.to_string())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else if entry.file_name() != "cmd" && entry.file_name() != "out" {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn bytes(text: &str) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        let escape = if *first == b'\\' { tail.first() } else { None };
        let Some(escape) = escape else {
            out.push(*first);
            continue;
        };
        rest = &tail[1..];
        out.push(match escape {
            b'n' => b'\n',
            b't' => b'\t',
            b'r' => b'\r',
            b'x' => {
                let digits = rest.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
                rest = rest.get(2..).unwrap_or_default();
                digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or_default()
            }
            other => *other,
        });
    }
    out
}

fn text(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn number(bytes: Vec<u8>) -> Result<usize, String> {
    text(bytes)?.trim().parse().map_err(|_| "not a number".to_owned())
}
