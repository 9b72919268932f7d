//! Clients that take nothing.
//!
//! Owns how long is waited for a client to take some of what it asked for: a connection on which nothing can be
//! written for as long is cut, and what was not taken goes with it. It must never look into what is written, and never
//! cut a client that takes something, however little at a time.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use socket2::SockRef;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep};

/// How much that was not sent yet the system keeps of a connection, in bytes, where it can be told. It would keep
/// megabytes, and take up more only when a third of that is gone: who reads slowly would seem to read nothing.
#[cfg(target_os = "linux")]
const UNSENT: u32 = 64 << 10;

/// A connection whose client is not waited for without end.
pub(super) struct Patient {
    stream: TcpStream,
    wait: Duration,
    /// How long it is still waited, from when nothing could be written on. It is made where that happens first.
    left: Option<Pin<Box<Sleep>>>,
    waits: bool,
}

impl Patient {
    /// A connection on which nothing can be written for at most so long.
    pub(super) fn new(stream: TcpStream, wait: Duration) -> Self {
        // Where the system does not do that, its own buffers decide what taking something is.
        #[cfg(target_os = "linux")]
        let _ = SockRef::from(&stream).set_tcp_notsent_lowat(UNSENT);
        Self { stream, wait, left: None, waits: false }
    }

    /// What writing came to, or the end of all patience.
    fn bounded(
        &mut self,
        written: Poll<io::Result<usize>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.waits = false;
            return written;
        }
        let left = self.left.get_or_insert_with(|| Box::pin(sleep(self.wait)));
        if !std::mem::replace(&mut self.waits, true) {
            left.as_mut().reset(Instant::now() + self.wait);
        }
        match left.as_mut().poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => {
                // The system, too, lets go of what nobody takes.
                let _ = SockRef::from(&self.stream).set_linger(Some(Duration::ZERO));
                Poll::Ready(Err(io::Error::new(
                    io::ErrorKind::TimedOut,
                    "the client takes nothing",
                )))
            }
        }
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.bounded(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.bounded(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
