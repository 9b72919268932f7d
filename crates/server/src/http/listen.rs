//! Connections.
//!
//! Owns how they are taken, how long a client is waited for that sends nothing or takes nothing (`patience`), and how
//! they end: when the service ends, requests under way are finished. It must never look into a request.

use std::io;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};

use crate::http::patience::Patient;

/// How long is waited where the machine gives no more connections.
const AGAIN: Duration = Duration::from_millis(100);

/// How long is waited.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// For the head of the next request.
    pub head: Duration,
    /// For a client to take some of what it asked for.
    pub write: Duration,
    /// For requests under way when the service ends.
    pub grace: Duration,
}

/// Answers until `stop` is ready; then those requests that are under way, as long as the grace lasts. Whether all
/// of them ended.
pub(crate) async fn listen(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> bool {
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.head);
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let stream = tokio::select! {
            stream = taken(&listener) => stream,
            () = &mut stop => break,
        };
        let stream = Patient::new(stream, limits.write);
        let service = TowerToHyperService::new(router.clone());
        let connection = builder.serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // That a client went away is nobody's fault.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
    drop(listener);
    tokio::time::timeout(limits.grace, graceful.shutdown()).await.is_ok()
}

/// The next connection. What one client does wrong must not keep others from being heard.
async fn taken(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                // Small replies must not wait for more of them.
                let _ = stream.set_nodelay(true);
                return stream;
            }
            Err(error) if gone(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "no connection can be taken now");
                tokio::time::sleep(AGAIN).await;
            }
        }
    }
}

fn gone(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
