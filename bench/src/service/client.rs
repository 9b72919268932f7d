//! A connection that stays open.
//!
//! Owns the least of HTTP/1.1 that asking this service takes: a client beside the service on the same two cores
//! must take as little of them as it can. It must never be used for anything else.

use std::io::{BufRead, BufReader, IoSlice, Read, Write};
use std::net::TcpStream;

/// A connection.
pub(super) struct Client {
    stream: BufReader<TcpStream>,
    head: String,
    body: Vec<u8>,
    line: String,
}

/// How much is read at once before it is known how long a reply is: its head. What is behind that is read to where it
/// stays.
const HEAD: usize = 1 << 12;

/// What came back.
pub(super) struct Reply<'c> {
    pub(super) status: u16,
    pub(super) body: &'c [u8],
}

impl Client {
    pub(super) fn connect(address: &str, key: &str) -> Result<Self, String> {
        let stream = TcpStream::connect(address).map_err(|error| error.to_string())?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        Ok(Self {
            stream: BufReader::with_capacity(HEAD, stream),
            head: format!(
                "Host: {address}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\n"
            ),
            body: Vec::new(),
            line: String::new(),
        })
    }

    pub(super) fn post(&mut self, path: &str, body: &[u8]) -> Result<Reply<'_>, String> {
        self.ask("POST", path, body)
    }

    fn ask(&mut self, method: &str, path: &str, body: &[u8]) -> Result<Reply<'_>, String> {
        let length = body.len();
        let head =
            format!("{method} {path} HTTP/1.1\r\n{}Content-Length: {length}\r\n\r\n", self.head);
        let said = |error: std::io::Error| error.to_string();
        let stream = self.stream.get_mut();
        let pieces = [IoSlice::new(head.as_bytes()), IoSlice::new(body)];
        let written = stream.write_vectored(&pieces).map_err(said)?;
        if let Some(left) = head.as_bytes().get(written..) {
            stream.write_all(left).map_err(said)?;
        }
        let left = body.get(written.saturating_sub(head.len())..).unwrap_or_default();
        stream.write_all(left).map_err(said)?;
        self.answer()
    }

    fn answer(&mut self) -> Result<Reply<'_>, String> {
        let said = |error: std::io::Error| error.to_string();
        self.line.clear();
        self.stream.read_line(&mut self.line).map_err(said)?;
        let status = self.line.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.ok_or_else(|| format!("no answer: {:?}", self.line))?;
        let mut length = 0;
        loop {
            self.line.clear();
            self.stream.read_line(&mut self.line).map_err(said)?;
            if self.line.trim().is_empty() {
                break;
            }
            let (name, value) = self.line.split_once(':').unwrap_or_default();
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().map_err(|_| "a length that is no number")?;
            }
        }
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body).map_err(said)?;
        Ok(Reply { status, body: &self.body })
    }
}
