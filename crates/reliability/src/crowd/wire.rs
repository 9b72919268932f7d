//! A connection of which there are thousands.
//!
//! Owns reading and writing without a thread for each. It must never understand what it reads.

use std::io;
use std::net::SocketAddr;

use tokio::net::{TcpSocket, TcpStream};

/// How many bytes of an answer that nobody has read the system keeps for a slow reader.
const NARROW: u32 = 4_096;

/// A connection.
pub(super) struct Wire(TcpStream);

impl Wire {
    pub(super) async fn connect(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self(stream))
    }

    /// A connection for which the system keeps little.
    pub(super) async fn narrow(address: SocketAddr) -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.set_recv_buffer_size(NARROW)?;
        socket.connect(address).await.map(Self)
    }

    /// A connection that somebody else has opened.
    pub(super) fn of(stream: TcpStream) -> Self {
        Self(stream)
    }

    pub(super) async fn send(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            self.0.writable().await?;
            match self.0.try_write(bytes) {
                Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Reads what is there, at most as much as fits; nothing is the end.
    pub(super) async fn read(&self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            self.0.readable().await?;
            match self.0.try_read(into) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                read => return read,
            }
        }
    }

    /// Whether the other side has cut it, also while there is something to read of before.
    pub(super) fn is_cut(&self) -> bool {
        !matches!(self.0.take_error(), Ok(None))
    }

    /// Reads until a text has come; all that came. The end comes before it where the text does not.
    pub(super) async fn until(&self, mark: &str, said: &mut String) -> io::Result<()> {
        let mut some = [0; 4_096];
        while !said.contains(mark) {
            let read = self.read(&mut some).await?;
            if read == 0 {
                return Err(io::Error::new(io::ErrorKind::UnexpectedEof, said.clone()));
            }
            said.push_str(&String::from_utf8_lossy(some.get(..read).unwrap_or_default()));
        }
        Ok(())
    }

    /// Waits for the end, whatever comes before it.
    pub(super) async fn ended(&self) {
        let mut some = [0; 4_096];
        while self.read(&mut some).await.is_ok_and(|read| read > 0) {}
    }
}
