//! A receiver of messages on loopback.
//!
//! Owns a plain HTTP server that answers as a test says, and what it was sent. It must never decide by itself
//! what it answers.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver as Inbox, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;
use serde_json::Value as Json;

/// What it answers next, as status and body; the last one stands for all further ones.
type Answers = Arc<Mutex<VecDeque<(u16, String)>>>;

/// A receiver.
pub(crate) struct Receiver {
    address: String,
    answers: Answers,
    inbox: Inbox<Message>,
}

/// A message that came.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub path: String,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Receiver {
    /// A receiver that takes everything.
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let answers = Answers::default();
        let (tell, inbox) = channel();
        let its = Arc::clone(&answers);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (its, tell) = (Arc::clone(&its), tell.clone());
                thread::spawn(move || {
                    let _ = serve(stream, &its, |message| drop(tell.send(message)));
                });
            }
        });
        Self { address, answers, inbox }
    }

    /// What it answers from now on.
    pub(crate) fn answer(&self, answers: &[(u16, &str)]) {
        let answers = answers.iter().map(|(status, body)| (*status, (*body).to_owned()));
        *self.answers.lock().unwrap() = answers.collect();
    }

    /// Its host, as an operator allows it.
    pub(crate) fn host(&self) -> String {
        format!("private:{}", self.address)
    }

    /// An address of it.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The next message.
    #[track_caller]
    pub(crate) fn message(&self) -> Message {
        self.inbox.recv_timeout(Duration::from_secs(30)).expect("a message comes")
    }

    /// The next message of a kind; others are left out.
    #[track_caller]
    pub(crate) fn of_kind(&self, kind: &str) -> Json {
        loop {
            let body = self.message().json();
            if body["type"] == kind {
                return body;
            }
        }
    }

    /// Whether a message came that nobody has looked at.
    pub(crate) fn took(&self) -> bool {
        self.inbox.try_recv().is_ok()
    }

    /// Nothing comes for a while.
    #[track_caller]
    pub(crate) fn silence(&self, wait: Duration) {
        if let Ok(message) = self.inbox.recv_timeout(wait) {
            panic!("a message came: {message:?}");
        }
    }
}

impl Message {
    pub(crate) fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Json {
        serde_json::from_str(&self.body).unwrap()
    }

    /// Whether it was signed with a secret, `whsec_…` or plain, as Standard Webhooks has it.
    pub(crate) fn is_signed_with(&self, secret: &str) -> bool {
        let bytes = match secret.strip_prefix("whsec_") {
            Some(rest) => STANDARD.decode(rest).unwrap(),
            None => secret.as_bytes().to_vec(),
        };
        let (id, at) = (self.header("webhook-id"), self.header("webhook-timestamp"));
        let signed = format!("{id}.{at}.{}", self.body);
        let key = hmac::Key::new(hmac::HMAC_SHA256, &bytes);
        let tag = self.header("webhook-signature").strip_prefix("v1,").unwrap_or_default();
        let tag = STANDARD.decode(tag).unwrap_or_default();
        !id.is_empty() && hmac::verify(&key, signed.as_bytes(), &tag).is_ok()
    }
}

fn serve(stream: TcpStream, answers: &Answers, tell: impl FnOnce(Message)) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let (mut headers, mut length) = (Vec::new(), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        let (name, value) = (name.to_ascii_lowercase(), value.trim().to_owned());
        if name == "content-length" {
            length = value.parse().unwrap_or(0);
        }
        headers.push((name, value));
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let (status, answer) = {
        let mut answers = answers.lock().unwrap();
        let next = answers.front().cloned().unwrap_or((200, String::new()));
        if answers.len() > 1 {
            answers.pop_front();
        }
        next
    };
    tell(Message { path, headers, body: String::from_utf8_lossy(&body).into_owned() });
    let mut stream = stream;
    // Where it is sent elsewhere, the answer is where.
    let (more, answer) = match status {
        302 => (format!("location: {answer}\r\n"), ""),
        // As good as gone.
        0 => return Ok(()),
        // It takes its time.
        1 => {
            thread::sleep(Duration::from_secs(5));
            return Ok(());
        }
        _ => (String::new(), answer.as_str()),
    };
    write!(
        stream,
        "HTTP/1.1 {status} X\r\n{more}content-type: application/json\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n{answer}",
        answer.len()
    )
}
