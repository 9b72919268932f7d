//! Text without its comments, in which a tag that a comment cuts in two is whole.
//!
//! Owns the way there and back. It decides nothing.

/// The text without its comments (`<!-- … -->`), for tags that a comment cuts in two, with the
/// offsets (there, here) from which it can be told where each part came from. `None` if there are none.
pub(super) fn without_comments(text: &str) -> Option<(String, Vec<(usize, usize)>)> {
    let mut out = String::new();
    let mut offsets = vec![(0, 0)];
    let mut from = 0;
    while let Some(begin) = text.get(from..).and_then(|rest| rest.find("<!--")) {
        let begin = from + begin;
        let Some(length) = text.get(begin + 4..).and_then(|rest| rest.find("-->")) else {
            break;
        };
        out.push_str(text.get(from..begin).unwrap_or_default());
        from = begin + 4 + length + 3;
        offsets.push((out.len(), from));
    }
    if from == 0 {
        return None;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Some((out, offsets))
}

/// Where a byte of the text without comments came from.
pub(super) fn with_comments(at: usize, offsets: &[(usize, usize)]) -> usize {
    let index = offsets.partition_point(|pair| pair.0 <= at).saturating_sub(1);
    offsets.get(index).map_or(at, |pair| pair.1 + (at - pair.0))
}
