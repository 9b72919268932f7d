//! Why a trial ended early, or was lost.
//!
//! Owns the difference between a machine that cannot run a trial and a promise that was broken. It must
//! never turn the one into the other.

/// The result of everything here.
pub type Result<T> = std::result::Result<T, Trouble>;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The trial cannot be run: a program is missing, a port cannot be had. It says nothing of the
    /// product.
    Setup(String),
    /// The product did not keep a promise: each one in a sentence.
    Broken(Vec<String>),
}

impl Trouble {
    /// What a machine says while something is tried.
    pub fn setup(what: &str, why: impl std::fmt::Display) -> Self {
        Self::Setup(format!("{what}: {why}"))
    }

    /// Fine where nothing was broken.
    ///
    /// # Errors
    ///
    /// [`Trouble::Broken`] with everything that was.
    pub fn unless_fine(broken: Vec<String>) -> Result<()> {
        if broken.is_empty() { Ok(()) } else { Err(Self::Broken(broken)) }
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Setup(why) => write!(out, "the trial cannot be run: {why}"),
            Self::Broken(broken) => write!(out, "promises were broken:\n  {}", broken.join("\n  ")),
        }
    }
}

impl std::error::Error for Trouble {}
