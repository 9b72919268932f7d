//! Addresses of images and files.
//!
//! Owns the questions that providers ask of an address: what it is, of which kind the file behind it is,
//! and whether a provider takes both. It must never fetch anything.

use crate::turn::format::Lost;

/// What an image or a file is given by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address<'a> {
    /// The data itself: the media type, and the base64 text.
    Data(&'a str, &'a str),
    /// An address of the web.
    Web,
    /// An address in Google's storage.
    Storage,
    /// The id of a file that was uploaded to the provider.
    Id,
    /// None of these.
    Other,
}

/// What a provider takes of one kind of part.
pub(super) struct Takes {
    /// `an image`, `a file`.
    pub what: &'static str,
    /// What it may be given by.
    pub data: bool,
    /// See [`Address::Web`].
    pub web: bool,
    /// See [`Address::Storage`].
    pub storage: bool,
    /// See [`Address::Id`].
    pub id: bool,
    /// The media types, where not all are taken.
    pub types: &'static [&'static str],
}

/// What an address is. An id is a word without anything that addresses have.
pub(super) fn address(url: &str) -> Address<'_> {
    let begins = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    };
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    match data(url) {
        Some((media, data)) => Address::Data(media, data),
        None if begins("https://") || begins("http://") => Address::Web,
        None if begins("gs://") => Address::Storage,
        None if !url.is_empty() && url.chars().all(is_id) => Address::Id,
        None => Address::Other,
    }
}

/// Why a provider does not take what stands at an address; none where it does. An address that does not
/// tell what it leads to is taken.
pub(super) fn refused(takes: &Takes, url: &str) -> Option<Lost> {
    let address = address(url);
    let (taken, found) = match address {
        Address::Data(..) => (takes.data, "by its data"),
        Address::Web => (takes.web, "by an address of the web"),
        Address::Storage => (takes.storage, "by an address in Google's storage"),
        Address::Id => (takes.id, "by the id of an upload"),
        Address::Other => (false, "by this address"),
    };
    if !taken {
        let ways = [
            (takes.data, "a `data:` address in base64"),
            (takes.web, "an address of the web"),
            (takes.storage, "an address in Google's storage"),
            (takes.id, "the id of an upload"),
        ];
        let ways: Vec<&str> = ways.iter().filter(|(is, _)| *is).map(|(_, way)| *way).collect();
        let note = format!("{} {found} is not taken: give {}", takes.what, ways.join(", or "));
        return Some(Lost { whole: true, note });
    }
    let media = match address {
        Address::Data(media, _) => Some(media).filter(|media| !media.is_empty()),
        _ => media_type(url),
    };
    let known = |media: &&str| !takes.types.iter().any(|known| known.eq_ignore_ascii_case(media));
    let media = media.filter(|media| !takes.types.is_empty() && known(media))?;
    let note = format!(
        "{} of the type {media} is not taken: the types are {}",
        takes.what,
        takes.types.join(", ")
    );
    Some(Lost { whole: true, note })
}

/// The media type and the base64 text of a `data:` address.
fn data(url: &str) -> Option<(&str, &str)> {
    let (head, data) = url.strip_prefix("data:")?.split_once(',')?;
    let media = head.strip_suffix(";base64")?;
    let media = media.split(';').next().unwrap_or_default();
    // Browsers and people write it, and it is no media type.
    let media = if media.eq_ignore_ascii_case("image/jpg") { "image/jpeg" } else { media };
    Some((media, data))
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

/// What a file of a media type is called where it must have a name and has none.
pub(super) fn nameless(media: &str) -> String {
    match ENDINGS.iter().find(|(_, known)| known.eq_ignore_ascii_case(media)) {
        Some((ending, _)) => format!("file.{ending}"),
        None => "file".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        for (url, expected) in [
            ("data:image/png;base64,iVBO", Address::Data("image/png", "iVBO")),
            ("data:text/plain;charset=utf-8;base64,aGk=", Address::Data("text/plain", "aGk=")),
            ("data:image/jpg;base64,iVBO", Address::Data("image/jpeg", "iVBO")),
            ("data:text/plain,hello", Address::Other),
            ("https://example.com/a,b.png", Address::Web),
            ("HTTP://example.com", Address::Web),
            ("gs://bucket/paper.pdf", Address::Storage),
            ("file-6F2ksmvXxt4VdoqmHRw6kL", Address::Id),
            ("file_011CNha8iCJcU1wXNR6q4V8w", Address::Id),
            ("files/abc", Address::Other),
            ("file:///etc/passwd", Address::Other),
            ("ftp://example.com/a.png", Address::Other),
            ("", Address::Other),
            ("ü", Address::Other),
        ] {
            assert_eq!(address(url), expected, "{url}");
        }
    }

    #[test]
    fn the_end_of_an_address_tells_its_kind() {
        assert_eq!(media_type("https://example.com/a.b/PHOTO.JPG?size=2#x"), Some("image/jpeg"));
        assert_eq!(media_type("gs://bucket/paper.pdf"), Some("application/pdf"));
        assert_eq!(media_type("https://example.com/photo"), None);
        assert_eq!(media_type("https://example.com"), None);
    }

    #[test]
    fn a_name_for_the_nameless() {
        assert_eq!(nameless("application/pdf"), "file.pdf");
        assert_eq!(nameless("application/x-unheard-of"), "file");
    }
}
