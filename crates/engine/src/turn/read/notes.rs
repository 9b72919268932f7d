//! What is noted while an answer is read.
//!
//! Owns the lists of liberties and problems while they grow, their bound, and the way from the place
//! where reading stands to a JSON pointer. It must never lose count: what is beyond the bound is
//! counted, and the count is an entry.

use std::fmt::Write as _;

use crate::turn::read::answer::{Liberty, Problem};

/// Entries of each kind that are kept, at most. An answer that needs more is broken everywhere, and
/// the rest would only repeat it.
pub(crate) const MOST: usize = 200;

/// The codes of a text that ends in the middle. They decide whether an answer is taken, come at its end
/// alone, and are kept beyond the bound.
pub(crate) const ENDS: [&str; 2] = ["json.cut", "json.unclosed"];

/// The entries so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Notes {
    /// What was taken otherwise than as it stood.
    pub liberties: Vec<Liberty>,
    /// What was not taken.
    pub problems: Vec<Problem>,
    left: [usize; 2],
}

impl Notes {
    /// Adds a liberty.
    pub(crate) fn liberty(&mut self, code: &'static str, at: &Path<'_>, note: impl Into<String>) {
        if self.liberties.len() < MOST || ENDS.contains(&code) {
            self.liberties.push(Liberty { code, pointer: at.pointer(), note: note.into() });
        } else {
            self.left[0] += 1;
        }
    }

    /// Adds a problem.
    pub(crate) fn problem(
        &mut self,
        code: &'static str,
        at: &Path<'_>,
        message: impl Into<String>,
    ) {
        if self.problems.len() < MOST {
            self.problems.push(Problem { code, pointer: at.pointer(), message: message.into() });
        } else {
            self.left[1] += 1;
        }
    }

    /// Adds what another list holds.
    pub(crate) fn append(&mut self, other: Notes) {
        for liberty in other.liberties {
            self.push_liberty(liberty);
        }
        for problem in other.problems {
            self.push_problem(problem);
        }
        self.left[0] += other.left[0];
        self.left[1] += other.left[1];
    }

    /// How many problems there are.
    pub(crate) fn wrong(&self) -> usize {
        self.problems.len() + self.left[1]
    }

    /// How many liberties there are.
    pub(crate) fn taken(&self) -> usize {
        self.liberties.len() + self.left[0]
    }

    /// Both lists; what is beyond their bound is an entry of its own.
    pub(crate) fn finish(mut self) -> (Vec<Liberty>, Vec<Problem>) {
        let [liberties, problems] = self.left;
        if liberties > 0 {
            let note = format!("{liberties} more liberties of these kinds");
            self.liberties.push(Liberty { code: "json.more", pointer: String::new(), note });
        }
        if problems > 0 {
            let message = format!("There are {problems} more problems.");
            self.problems.push(Problem { code: "answer.more", pointer: String::new(), message });
        }
        (self.liberties, self.problems)
    }

    fn push_liberty(&mut self, liberty: Liberty) {
        if self.liberties.len() < MOST || ENDS.contains(&liberty.code) {
            self.liberties.push(liberty);
        } else {
            self.left[0] += 1;
        }
    }

    fn push_problem(&mut self, problem: Problem) {
        if self.problems.len() < MOST {
            self.problems.push(problem);
        } else {
            self.left[1] += 1;
        }
    }
}

/// Where reading stands. It is a chain on the stack: a pointer is written only when something is told.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Path<'p> {
    /// The beginning, as a pointer.
    At(&'p str),
    /// A field.
    Field(&'p Path<'p>, &'p str),
    /// An item.
    Item(&'p Path<'p>, usize),
}

impl Path<'_> {
    /// The JSON pointer.
    pub(crate) fn pointer(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::At(pointer) => out.push_str(pointer),
            Self::Field(parent, name) => {
                parent.write(out);
                out.push('/');
                for letter in name.chars() {
                    match letter {
                        '~' => out.push_str("~0"),
                        '/' => out.push_str("~1"),
                        other => out.push(other),
                    }
                }
            }
            Self::Item(parent, index) => {
                parent.write(out);
                // Writing to a text cannot fail.
                let _ = write!(out, "/{index}");
            }
        }
    }
}

/// The beginning of a text, for a note about it.
pub(crate) fn excerpt(text: &str) -> String {
    const LETTERS: usize = 40;
    let text = text.trim();
    let mut letters = text.chars();
    let mut short: String = letters
        .by_ref()
        .take(LETTERS)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_escapes_what_it_must() {
        let root = Path::At("/tools/0");
        let field = Path::Field(&root, "a/b~c");
        assert_eq!(Path::Item(&field, 3).pointer(), "/tools/0/a~1b~0c/3");
        assert_eq!(Path::At("").pointer(), "");
    }

    #[test]
    fn what_is_beyond_the_bound_is_counted() {
        let mut notes = Notes::default();
        for _ in 0..MOST + 7 {
            notes.liberty("json.comma", &Path::At(""), "a comma");
            notes.problem("answer.type", &Path::At(""), "Wrong.");
        }
        let mut all = Notes::default();
        all.append(notes.clone());
        all.append(notes);
        assert_eq!((all.taken(), all.wrong()), (2 * MOST + 14, 2 * MOST + 14));
        let (liberties, problems) = all.finish();
        assert_eq!(liberties.len(), MOST + 1);
        assert_eq!(liberties[MOST].note, "214 more liberties of these kinds");
        assert_eq!(problems[MOST].message, "There are 214 more problems.");
    }

    #[test]
    fn an_excerpt_is_short_and_on_one_line() {
        assert_eq!(excerpt(" a\nb "), "a b");
        assert_eq!(excerpt(&"é".repeat(41)), format!("{}…", "é".repeat(40)));
    }
}
