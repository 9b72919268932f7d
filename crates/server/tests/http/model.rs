//! A model on loopback whose answers a test gives one by one, when it wants to.
//!
//! Owns a plain HTTP server in the format of OpenAI's chat, and what it was asked. It must never answer by
//! itself.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value as Json, json};

/// A model.
pub(crate) struct Model {
    pub address: String,
    asked: Receiver<Question>,
}

/// A question that waits for its answer.
pub(crate) struct Question {
    /// The payload, as it was sent.
    pub payload: String,
    stream: TcpStream,
}

impl Model {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/v1", listener.local_addr().unwrap());
        let (tell, asked) = channel();
        thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                let tell = tell.clone();
                thread::spawn(move || {
                    let _ = read(stream).map(|question| tell.send(question));
                });
            }
        });
        Self { address, asked }
    }

    /// The next question.
    #[track_caller]
    pub(crate) fn question(&self) -> Question {
        self.asked.recv_timeout(Duration::from_secs(30)).expect("the model was asked")
    }
}

impl Question {
    /// Answers in whole.
    pub(crate) fn answer(mut self, text: &str) {
        self.begin();
        self.piece(text);
        self.end();
    }

    /// Refuses to answer.
    pub(crate) fn refuse(mut self, status: u16) {
        let body = json!({"error": {"message": "not now"}}).to_string();
        let _ = write!(
            self.stream,
            "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
             connection: close\r\n\r\n{body}",
            body.len()
        );
    }

    pub(crate) fn begin(&mut self) {
        let head = "HTTP/1.1 200 X\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
        let _ = self.stream.write_all(head.as_bytes());
    }

    pub(crate) fn piece(&mut self, text: &str) {
        let choice = json!({"index": 0, "delta": {"content": text}, "finish_reason": null});
        self.send(&json!({"id": "c", "choices": [choice]}));
    }

    pub(crate) fn end(mut self) {
        let choice = json!({"index": 0, "delta": {}, "finish_reason": "stop"});
        let usage = json!({"prompt_tokens": 90, "completion_tokens": 7});
        self.send(&json!({"id": "c", "choices": [choice], "usage": usage}));
        let _ = self.stream.write_all(b"data: [DONE]\n\n");
    }

    fn send(&mut self, data: &Json) {
        let _ = write!(self.stream, "data: {data}\n\n");
        let _ = self.stream.flush();
    }
}

fn read(stream: TcpStream) -> std::io::Result<Question> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(Question { payload: String::from_utf8_lossy(&body).into_owned(), stream })
}
