//! Payloads in pieces.
//!
//! Owns where a payload is cut, so that what stays the same from turn to turn is stored once. The pieces joined
//! are the payload, byte for byte. It must never read what a piece says.

/// What begins a message or a block of one, in the payloads of all providers. Inside of a text quotation marks
/// are escaped, so that none of these can stand there.
const BEGINNINGS: [&str; 2] = ["{\"role\":", "{\"type\":\"text\","];

/// A piece is closed behind one of so many messages, chosen by its bytes: what is added at the end leaves the
/// pieces before it as they are.
const GROUP: u32 = 8;

/// Messages of this many bytes stand alone.
const LARGE: usize = 2_048;

/// The pieces of a payload, in order.
pub(crate) fn segments(payload: &str) -> impl Iterator<Item = &[u8]> {
    let mut cuts = vec![0];
    for beginning in BEGINNINGS {
        cuts.extend(payload.match_indices(beginning).map(|(at, _)| at));
    }
    cuts.push(payload.len());
    cuts.sort_unstable();
    cuts.dedup();
    let mut groups = Vec::new();
    let mut start = 0;
    for pair in cuts.windows(2) {
        let [from, to] = *pair else { continue };
        let piece = payload.get(from..to).unwrap_or_default();
        if piece.len() >= LARGE && from > start {
            groups.push((start, from));
            start = from;
        }
        let closes = piece.len() >= LARGE || sum(piece.as_bytes()).is_multiple_of(GROUP);
        if closes || to == payload.len() {
            groups.push((start, to));
            start = to;
        }
    }
    groups.into_iter().filter_map(|(from, to)| payload.as_bytes().get(from..to))
}

/// A number that depends on every byte (FNV-1a).
fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(messages: usize) -> String {
        let message = |at: usize| format!("{{\"role\":\"user\",\"content\":\"number {at}\"}}");
        let messages: Vec<_> = (0..messages).map(message).collect();
        format!("{{\"model\":\"m\",\"messages\":[{}],\"tools\":[]}}", messages.join(","))
    }

    #[test]
    fn the_pieces_are_the_payload() {
        for text in
            [String::new(), "{}".to_owned(), payload(1), payload(200), "ä{\"role\":ö".into()]
        {
            let joined: Vec<u8> = segments(&text).flatten().copied().collect();
            assert_eq!(joined, text.as_bytes());
        }
    }

    #[test]
    fn what_is_added_at_the_end_leaves_most_pieces_as_they_are() {
        let (one, two) = (payload(200), payload(202));
        let before: Vec<&[u8]> = segments(&one).collect();
        let after: Vec<&[u8]> = segments(&two).collect();
        let new = after.iter().filter(|piece| !before.contains(piece)).count();
        assert!(new <= 2, "{new} of {} are new", after.len());
        assert!(before.len() < 60, "{}", before.len());
    }
}
