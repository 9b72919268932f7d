//! Somebody who asks over HTTP.
//!
//! Owns one connection and plain HTTP/1.1 over it, and the difference between an answer that came whole
//! and none. It must never ask again by itself: whether a request had an effect is what trials are about.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value as Json;

/// A client of one service.
pub struct Client {
    address: String,
    key: String,
    patience: Duration,
    stream: Option<BufReader<TcpStream>>,
}

/// An answer that came whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The body, as it came.
    pub body: String,
}

impl Reply {
    /// The body as JSON; null where it is none.
    #[must_use]
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

impl Client {
    /// A client that waits this long for an answer.
    #[must_use]
    pub fn new(address: &str, key: &str, patience: Duration) -> Self {
        Self { address: address.to_owned(), key: key.to_owned(), patience, stream: None }
    }

    /// Asks, and waits for the whole answer. Paths stand below `/api/v1/` unless they begin with `/`.
    ///
    /// # Errors
    ///
    /// What kept the answer from coming whole: then nobody knows whether the request had an effect.
    pub fn ask(
        &mut self,
        method: &str,
        path: &str,
        once: Option<&str>,
        body: Option<&Json>,
    ) -> io::Result<Reply> {
        let body = body.map(Json::to_string).unwrap_or_default();
        let root = if path.starts_with('/') { "" } else { "/api/v1/" };
        let mut request = format!(
            "{method} {root}{path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\n",
            self.address, self.key
        );
        if let Some(key) = once {
            request.push_str(&format!("idempotency-key: {key}\r\n"));
        }
        if !body.is_empty() {
            request.push_str("content-type: application/json\r\n");
        }
        request.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => self.connect()?,
        };
        stream.get_mut().write_all(request.as_bytes())?;
        let (reply, closes) = read(&mut stream)?;
        if !closes {
            self.stream = Some(stream);
        }
        Ok(reply)
    }

    /// Reads something.
    ///
    /// # Errors
    ///
    /// As [`Self::ask`].
    pub fn get(&mut self, path: &str) -> io::Result<Reply> {
        self.ask("GET", path, None, None)
    }

    /// The items of a list, over all of its pages. The path has a question mark in it already.
    ///
    /// # Errors
    ///
    /// As [`Self::ask`]; and where an answer is no page of a list.
    pub fn all(&mut self, path: &str) -> io::Result<Vec<Json>> {
        let (mut items, mut after) = (Vec::new(), String::new());
        loop {
            let reply = self.get(&format!("{path}&limit=500{after}"))?;
            let mut page = reply.json();
            let Some(some) = page.get_mut("items").and_then(Json::as_array_mut) else {
                let said = format!("{path} gave {}: {}", reply.status, reply.body);
                return Err(io::Error::other(said));
            };
            items.append(some);
            match page.get("next").and_then(Json::as_str) {
                Some(next) => after = format!("&after={next}"),
                None => return Ok(items),
            }
        }
    }

    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(&self.address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(self.patience))?;
        stream.set_write_timeout(Some(self.patience))?;
        Ok(BufReader::new(stream))
    }
}

/// Reads one answer; also whether the connection ends with it.
fn read(from: &mut BufReader<TcpStream>) -> io::Result<(Reply, bool)> {
    let broken = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let first = line(from)?;
    let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| broken("no status"))?;
    let (mut length, mut chunked, mut closes) = (None, false, false);
    loop {
        let line = line(from)?;
        let Some((name, value)) = line.split_once(':') else { break };
        let value = value.trim().to_ascii_lowercase();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse::<usize>().ok(),
            "transfer-encoding" => chunked = value == "chunked",
            "connection" => closes = value == "close",
            _ => {}
        }
    }
    let mut bytes = Vec::new();
    if chunked {
        loop {
            let size =
                usize::from_str_radix(line(from)?.trim(), 16).map_err(|_| broken("a size"))?;
            let mut piece = vec![0; size + 2];
            from.read_exact(&mut piece)?;
            piece.truncate(size);
            bytes.append(&mut piece);
            if size == 0 {
                break;
            }
        }
    } else {
        bytes.resize(length.unwrap_or(0), 0);
        from.read_exact(&mut bytes)?;
    }
    let body = String::from_utf8(bytes).map_err(|_| broken("a body that is no UTF-8"))?;
    Ok((Reply { status, body }, closes))
}

/// A line without its end. A connection that ends in the middle is an error.
fn line(from: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    match line.strip_suffix("\r\n") {
        Some(whole) => Ok(whole.to_owned()),
        None => Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the answer broke off")),
    }
}
