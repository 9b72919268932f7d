//! A provider that fails in every way that a socket allows.
//!
//! Owns a listener on loopback whose connections follow a script, byte by byte, and counts what it was
//! asked.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// The longest that a connection is kept open for nothing.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is done with a connection after its request was read.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    Send(Vec<u8>),
    /// Nothing, for so many milliseconds.
    Wait(u64),
    /// The same line over and over, so many bytes of it.
    Flood(usize),
    /// One byte in every so many milliseconds.
    Drip(Vec<u8>, u64),
    /// Nothing, until the other side has gone.
    Hang,
    /// The next request on the same connection.
    Next,
    /// Gone in a way that tells the other side that bytes were lost.
    Reset,
}

/// What its connections do, in their order; the last script stands for all further ones.
type Scripts = Arc<Mutex<VecDeque<Vec<Act>>>>;

/// The provider.
pub(crate) struct Fake {
    pub address: String,
    scripts: Scripts,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Fake {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (scripts, asked) = (Scripts::default(), Arc::new(Mutex::new(Vec::new())));
        let (its, counts) = (Arc::clone(&scripts), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let script = {
                    let mut scripts = its.lock().unwrap();
                    let next = scripts.front().cloned().unwrap_or_default();
                    if scripts.len() > 1 {
                        scripts.pop_front();
                    }
                    next
                };
                let counts = Arc::clone(&counts);
                // Whoever gives up in the middle is what is tested.
                thread::spawn(move || play(stream, &script, &counts));
            }
        });
        Self { address, scripts, asked }
    }

    /// What its next connections do; what it was asked so far is forgotten.
    pub(crate) fn follow(&self, scripts: Vec<Vec<Act>>) {
        *self.scripts.lock().unwrap() = scripts.into();
        self.asked.lock().unwrap().clear();
    }

    /// The bodies of the requests, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn play(stream: TcpStream, script: &[Act], asked: &Mutex<Vec<String>>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut out = stream.try_clone()?;
    let mut reader = BufReader::with_capacity(1, stream);
    // A socket that is closed before all was read resets its connection.
    let unread = usize::from(script.iter().any(|act| matches!(act, Act::Reset)));
    take(&mut reader, unread, asked)?;
    for act in script {
        match act {
            Act::Send(bytes) => out.write_all(bytes)?,
            Act::Wait(ms) => thread::sleep(Duration::from_millis(*ms)),
            Act::Flood(bytes) => {
                let block = vec![b'x'; 1 << 16];
                for _ in 0..bytes / block.len() {
                    out.write_all(&block)?;
                }
            }
            Act::Drip(bytes, ms) => {
                for byte in bytes {
                    out.write_all(&[*byte])?;
                    thread::sleep(Duration::from_millis(*ms));
                }
            }
            Act::Hang => {
                let _ = reader.read(&mut [0]);
            }
            Act::Next => take(&mut reader, 0, asked)?,
            Act::Reset => return Ok(()),
        }
    }
    Ok(())
}

/// Reads a request, but for so many bytes at its end.
fn take(
    reader: &mut BufReader<TcpStream>,
    unread: usize,
    asked: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or_default();
        }
    }
    let mut body = vec![0; length - unread];
    reader.read_exact(&mut body)?;
    asked.lock().unwrap().push(String::from_utf8_lossy(&body).into_owned());
    Ok(())
}
