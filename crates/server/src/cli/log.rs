//! Where logs and traces go.
//!
//! Owns what listens to the process: logs on standard error, and, in builds with the feature `otlp`, traces to a
//! collector where the environment names one. It must never log or trace by itself.

use std::io::{self, IsTerminal};

use crate::app::config::Config;

/// What listens; it is told when the process ends.
pub(super) struct Listening {
    #[cfg(feature = "otlp")]
    traces: Option<opentelemetry_sdk::trace::SdkTracerProvider>,
}

impl Listening {
    /// Sends what is still to be sent.
    pub(super) fn end(self) {
        #[cfg(feature = "otlp")]
        if let Some(traces) = self.traces {
            // A collector that is away has lost no more than these traces.
            let _ = traces.shutdown();
        }
    }
}

/// Begins to listen.
///
/// # Errors
/// Why traces cannot be sent, where the environment names a collector.
#[cfg(not(feature = "otlp"))]
pub(super) fn begin(config: &Config) -> Result<Listening, String> {
    logs(config);
    Ok(Listening {})
}

/// Begins to listen.
///
/// # Errors
/// Why traces cannot be sent, where the environment names a collector.
#[cfg(feature = "otlp")]
pub(super) fn begin(config: &Config) -> Result<Listening, String> {
    use opentelemetry::trace::TracerProvider;
    use opentelemetry_otlp::{SpanExporter, WithExportConfig};
    use opentelemetry_sdk::Resource;
    use opentelemetry_sdk::trace::SdkTracerProvider;
    use tracing_subscriber::filter::{LevelFilter, Targets};
    use tracing_subscriber::layer::SubscriberExt;
    use tracing_subscriber::util::SubscriberInitExt;
    use tracing_subscriber::{Layer, fmt};

    let named = ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"];
    if named.iter().all(|name| std::env::var_os(name).is_none()) {
        logs(config);
        return Ok(Listening { traces: None });
    }
    // What sends traces takes whichever TLS the process has; another one that is there already is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let exporter =
        SpanExporter::builder().with_http().with_protocol(opentelemetry_otlp::Protocol::HttpBinary);
    let exporter = exporter.build().map_err(|error| format!("traces cannot be sent: {error}"))?;
    let mut resource = Resource::builder();
    if std::env::var_os("OTEL_SERVICE_NAME").is_none() {
        resource = resource.with_service_name("proem");
    }
    let traces = SdkTracerProvider::builder()
        .with_batch_exporter(exporter)
        .with_resource(resource.build())
        .build();
    let sent = tracing_opentelemetry::layer()
        .with_tracer(traces.tracer("proem"))
        .with_location(false)
        .with_threads(false)
        // Libraries trace what is none of an operator's business, requests to the collector among it.
        .with_filter(Targets::new().with_target("proem", LevelFilter::INFO));
    let level: LevelFilter = config.level.parse().unwrap_or(LevelFilter::WARN);
    let is_json = config.log == "json";
    let json = is_json.then(|| fmt::layer().json().with_writer(io::stderr).with_filter(level));
    let plain = (!is_json).then(|| {
        let layer = fmt::layer().with_writer(io::stderr);
        layer.with_ansi(io::stderr().is_terminal()).with_filter(level)
    });
    tracing_subscriber::registry().with(sent).with(json).with(plain).init();
    Ok(Listening { traces: Some(traces) })
}

/// Begins to log on standard error.
fn logs(config: &Config) {
    let level = config.level.parse().unwrap_or(tracing::Level::WARN);
    let log = tracing_subscriber::fmt().with_writer(io::stderr).with_max_level(level);
    match config.log.as_str() {
        "json" => log.json().init(),
        _ => log.with_ansi(io::stderr().is_terminal()).init(),
    }
}
