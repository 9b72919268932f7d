//! Addresses of images and files.
//!
//! Owns the two questions that providers ask of an address: whether it carries the data itself, and of
//! which kind the file behind it is. It must never fetch anything.

/// The media type and the base64 text of a `data:` address.
pub(super) fn data(url: &str) -> Option<(&str, &str)> {
    let (head, data) = url.strip_prefix("data:")?.split_once(',')?;
    let media = head.strip_suffix(";base64")?;
    Some((media.split(';').next().unwrap_or_default(), data))
}

/// Ends of paths, and what they stand for.
const ENDINGS: [(&str, &str); 16] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("gif", "image/gif"),
    ("heic", "image/heic"),
    ("heif", "image/heif"),
    ("pdf", "application/pdf"),
    ("txt", "text/plain"),
    ("md", "text/markdown"),
    ("csv", "text/csv"),
    ("html", "text/html"),
    ("json", "application/json"),
    ("mp3", "audio/mpeg"),
    ("wav", "audio/wav"),
    ("mp4", "video/mp4"),
];

/// The media type that the end of an address tells.
pub(super) fn media_type(url: &str) -> Option<&'static str> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let (_, ending) = name.rsplit_once('.')?;
    let known = |(known, _): &&(&str, &str)| known.eq_ignore_ascii_case(ending);
    ENDINGS.iter().find(known).map(|(_, media)| *media)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_told_from_addresses() {
        assert_eq!(data("data:image/png;base64,iVBO"), Some(("image/png", "iVBO")));
        assert_eq!(data("data:text/plain;charset=utf-8;base64,aGk="), Some(("text/plain", "aGk=")));
        assert_eq!(data("data:text/plain,hello"), None);
        assert_eq!(data("https://example.com/a,b.png"), None);
    }

    #[test]
    fn the_end_of_an_address_tells_its_kind() {
        assert_eq!(media_type("https://example.com/a.b/PHOTO.JPG?size=2#x"), Some("image/jpeg"));
        assert_eq!(media_type("gs://bucket/paper.pdf"), Some("application/pdf"));
        assert_eq!(media_type("https://example.com/photo"), None);
        assert_eq!(media_type("https://example.com"), None);
    }
}
