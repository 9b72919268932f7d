//! The studio: a page that is part of the binary.
//!
//! Owns which file stands at which address, and what a browser lets the page do. It must never read the disk,
//! and never stand in the way of an address of the API: what is no file and no page is for `problem` to say.

use std::io::Write;
use std::sync::OnceLock;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::http::problem::Problem;

/// Every file of `web/dist`, by its address.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/studio.rs"));

/// The file that stands at every address of the page.
const INDEX: &str = "/index.html";

/// Where files stand whose names change with what is in them.
const HASHED: &str = "/assets/";

/// What is never an address of the page, so that a caller who mistypes one is told so.
const NOT_PAGES: [&str; 8] =
    ["/api", "/v1", "/mcp", "/docs", "/openapi.json", "/healthz", "/readyz", "/metrics"];

/// Nothing but what the service itself sends: no other origin, and no script or style within the document. Texts
/// of users are put into the document as text; should one ever be put in as markup, no script in it runs.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What stands at an address at which there is no route.
pub(super) async fn studio(request: Request) -> Response {
    let path = request.uri().path();
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Problem::nothing_here().into_response();
    }
    let assets = assets();
    let found = assets.iter().find(|asset| asset.address == path);
    let index = || {
        let page = is_page(path, request.headers());
        assets.iter().find(|asset| page && asset.address == INDEX)
    };
    match found.or_else(index) {
        Some(asset) => asset.answer(request.headers()),
        None => Problem::nothing_here().into_response(),
    }
}

/// Whether somebody asks for a page. Only browsers say that they want HTML.
fn is_page(path: &str, headers: &HeaderMap) -> bool {
    let below = |root: &&str| {
        path.strip_prefix(*root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let accepts = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accepts.is_some_and(|accept| accept.contains("text/html"))
        && !path.starts_with(HASHED)
        && !NOT_PAGES.iter().any(below)
}

/// A file as it is served.
struct Asset {
    address: &'static str,
    plain: &'static [u8],
    etag: HeaderValue,
    /// Made when it is first asked for.
    packed: OnceLock<Vec<u8>>,
}

fn assets() -> &'static [Asset] {
    static ASSETS: OnceLock<Vec<Asset>> = OnceLock::new();
    ASSETS.get_or_init(|| FILES.iter().map(|(address, plain)| Asset::new(address, plain)).collect())
}

impl Asset {
    fn new(address: &'static str, plain: &'static [u8]) -> Self {
        let hash = blake3::hash(plain).to_hex();
        // A hash in hexadecimal is a header.
        let etag = HeaderValue::from_str(&format!("\"{}\"", hash.get(..32).unwrap_or(&hash)))
            .unwrap_or(HeaderValue::from_static("\"\""));
        Self { address, plain, etag, packed: OnceLock::new() }
    }

    fn answer(&'static self, headers: &HeaderMap) -> Response {
        let mut response = if self.is_known(headers) {
            StatusCode::NOT_MODIFIED.into_response()
        } else if takes_gzip(headers) && self.is_text() {
            let mut response = Body::from(self.packed()).into_response();
            let gzip = HeaderValue::from_static("gzip");
            response.headers_mut().insert(header::CONTENT_ENCODING, gzip);
            response
        } else {
            Body::from(self.plain).into_response()
        };
        let immutable = self.address.starts_with(HASHED);
        let cache = if immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
        let told = [
            (header::CONTENT_TYPE, self.kind()),
            (header::CACHE_CONTROL, cache),
            (header::CONTENT_SECURITY_POLICY, POLICY),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "no-referrer"),
            (header::VARY, "accept-encoding"),
        ];
        for (name, value) in told {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response.headers_mut().insert(header::ETAG, self.etag.clone());
        response
    }

    /// Whether the browser has it already.
    fn is_known(&self, headers: &HeaderMap) -> bool {
        let known = headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
        let own = self.etag.to_str().unwrap_or_default();
        known.is_some_and(|tags| {
            tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == own)
        })
    }

    fn packed(&'static self) -> &'static [u8] {
        self.packed.get_or_init(|| {
            let mut packer = GzEncoder::new(Vec::new(), Compression::best());
            // Writing into memory cannot fail; should it, an empty file is easily seen.
            let written = packer.write_all(self.plain).and_then(|()| packer.finish());
            written.unwrap_or_default()
        })
    }

    fn is_text(&self) -> bool {
        !self.kind().starts_with("application/octet-stream")
    }

    fn kind(&self) -> &'static str {
        match self.address.rsplit('.').next() {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("svg") => "image/svg+xml",
            _ => "application/octet-stream",
        }
    }
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|accept| accept.to_str().ok());
    accepts.unwrap_or_default().split(',').any(|way| {
        let mut parts = way.split(';').map(str::trim);
        parts.next() == Some("gzip") && !parts.any(|part| part == "q=0")
    })
}
