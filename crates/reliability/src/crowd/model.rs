//! A model that takes its time.
//!
//! Owns a stand-in for a provider: what it is asked with the word `slowly` in it, it answers word by word until it is
//! told to end; all else it answers at once.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use serde_json::{Value as Json, json};
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::wire::Wire;

/// How long it thinks about a word.
const WORD: Duration = Duration::from_secs(2);

/// Listens; where, and what tells it to end.
pub(super) async fn begin() -> io::Result<(SocketAddr, watch::Sender<bool>)> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let (end, ends) = watch::channel(false);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(Wire::of(stream), ends.clone()));
        }
    });
    Ok((address, end))
}

async fn answer(wire: Wire, mut ends: watch::Receiver<bool>) -> io::Result<()> {
    let mut said = String::new();
    wire.until("\r\n\r\n", &mut said).await?;
    let head = said.find("\r\n\r\n").map_or(0, |at| at + 4);
    let named = said.to_ascii_lowercase();
    let length = named.lines().find_map(|line| line.strip_prefix("content-length:"));
    let length = length.and_then(|length| length.trim().parse::<usize>().ok()).unwrap_or(0);
    let mut some = [0; 4_096];
    while said.len() < head + length {
        let read = wire.read(&mut some).await?;
        if read == 0 {
            return Ok(());
        }
        said.push_str(&String::from_utf8_lossy(some.get(..read).unwrap_or_default()));
    }
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
    wire.send(head.as_bytes()).await?;
    let slowly = said.contains("slowly");
    wire.send(event(&json!({"content": "Well"}), &Json::Null).as_bytes()).await?;
    while slowly && !*ends.borrow_and_update() {
        // Whether the time has passed or the end has come, the next word comes now.
        drop(tokio::time::timeout(WORD, ends.changed()).await);
        wire.send(event(&json!({"content": " and so on"}), &Json::Null).as_bytes()).await?;
    }
    wire.send(event(&json!({}), &json!("stop")).as_bytes()).await?;
    wire.send(b"data: [DONE]\n\n").await
}

/// A piece of an answer, as Chat Completions streams it.
fn event(delta: &Json, finish: &Json) -> String {
    let choice = json!({"index": 0, "delta": delta, "finish_reason": finish});
    format!("data: {}\n\n", json!({"id": "c", "choices": [choice]}))
}
