//! Puts the studio into the binary.
//!
//! Owns the list of its files, which `src/http/studio.rs` takes in. It must never build the page: that takes
//! Node, and `web/dist` is committed so that nobody needs it who only wants the product.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let dist = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../web/dist");
    println!("cargo::rerun-if-changed={}", dist.display());
    let mut files = Vec::new();
    collect(&dist, "", &mut files).map_err(|error| format!("{}: {error}", dist.display()))?;
    // By name, so that the same files make the same binary.
    files.sort();
    let mut list = String::from("&[\n");
    for (address, path) in &files {
        writeln!(list, "    ({address:?}, include_bytes!({:?})),", path.display().to_string())?;
    }
    list.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("studio.rs"), list)?;
    Ok(())
}

/// All files below a folder, with the addresses at which they are served.
fn collect(
    folder: &Path,
    address: &str,
    files: &mut Vec<(String, PathBuf)>,
) -> Result<(), std::io::Error> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let address = format!("{address}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &address, files)?;
        } else {
            files.push((address, fs::canonicalize(entry.path())?));
        }
    }
    Ok(())
}
