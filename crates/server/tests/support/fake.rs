//! A provider on loopback, for tests.
//!
//! Owns a plain HTTP server that gives scripted answers, piece by piece, and keeps what it was asked. It
//! is not one of a library because it must be able to break off in the middle.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A scripted answer.
#[derive(Clone, Debug)]
pub(crate) struct Scripted {
    pub status: u16,
    pub kind: &'static str,
    /// What is sent, one piece after the other.
    pub pieces: Vec<String>,
    /// How long the server waits in front of each piece.
    pub pause: Duration,
    /// Whether the end is said; else the connection is closed in the middle.
    pub ends: bool,
}

impl Scripted {
    /// An answer in pieces.
    pub(crate) fn events(events: &[&str]) -> Self {
        let pieces = events.iter().map(|event| format!("{event}\n\n")).collect();
        let pause = Duration::from_millis(1);
        Self { status: 200, kind: "text/event-stream", pieces, pause, ends: true }
    }

    /// A whole body.
    pub(crate) fn body(status: u16, body: &str) -> Self {
        let pieces = vec![body.to_owned()];
        Self { status, kind: "application/json", pieces, pause: Duration::ZERO, ends: true }
    }
}

/// What the server was asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub line: String,
    pub headers: Vec<String>,
    pub body: String,
}

/// A provider on loopback.
pub(crate) struct Fake {
    pub address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Fake {
    /// A server that gives these answers in this order, and then no more.
    pub(crate) fn of(answers: Vec<Scripted>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&asked);
        thread::spawn(move || {
            for answer in answers {
                let Ok((stream, _)) = listener.accept() else { return };
                let _ = serve(stream, &answer, &kept);
            }
        });
        Self { address, asked }
    }

    /// What it was asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(stream: TcpStream, answer: &Scripted, kept: &Mutex<Vec<Asked>>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut asked = Asked::default();
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end().to_owned();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or_default();
        }
        if asked.line.is_empty() { asked.line = line } else { asked.headers.push(line) }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    asked.body = String::from_utf8_lossy(&body).into_owned();
    kept.lock().unwrap().push(asked);
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {} X\r\ncontent-type: {}\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n",
        answer.status, answer.kind
    )?;
    for piece in &answer.pieces {
        thread::sleep(answer.pause);
        write!(stream, "{:x}\r\n{piece}\r\n", piece.len())?;
        stream.flush()?;
    }
    if answer.ends {
        write!(stream, "0\r\n\r\n")?;
    }
    stream.flush()
}
