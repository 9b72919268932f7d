//! Which hosts may be asked.
//!
//! Owns the operator's list of hosts, and that no address on it leads to a machine itself or into its own
//! network unless the operator says so: names are looked at after they are resolved, redirects are not
//! followed. It must never send anything.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use reqwest::{Client, Url};

/// The hosts that may be asked; by itself none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hosts(Vec<Host>);

/// A text that names no host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NoHost(String);

impl fmt::Display for NoHost {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text) = self;
        write!(out, "`{text}` is no host")
    }
}

/// A host that the operator has allowed: `docs.example.com`, `*.example.com`, with `:PORT` where it is not that
/// of the scheme, and `private:` in front where its addresses are those of one's own network.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Host {
    name: String,
    below: bool,
    port: Option<u16>,
    private: bool,
}

/// Why an address may not be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Closed {
    /// The address is none.
    Address,
    /// The operator has not allowed the host.
    NotAllowed(String),
    /// The host's address is that of a machine itself, or of its own network.
    Private,
}

impl fmt::Display for Closed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address => write!(out, "the address is none of http or https"),
            Self::NotAllowed(host) => write!(out, "the operator has not allowed the host {host}"),
            Self::Private => write!(out, "the host's address is private"),
        }
    }
}

impl Hosts {
    /// The hosts of a list.
    ///
    /// # Errors
    /// Everything on it that is none.
    pub(crate) fn read(hosts: &[String]) -> Result<Self, Vec<NoHost>> {
        let (mut read, mut wrong) = (Vec::new(), Vec::new());
        for text in hosts {
            match Host::read(text) {
                Some(host) => read.push(host),
                None => wrong.push(NoHost(text.clone())),
            }
        }
        if wrong.is_empty() { Ok(Self(read)) } else { Err(wrong) }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The address, where it may be asked.
    ///
    /// # Errors
    /// Why it may not.
    pub(crate) fn judged(&self, address: &str) -> Result<Url, Closed> {
        let url = Url::parse(address).map_err(|_| Closed::Address)?;
        if !matches!(url.scheme(), "http" | "https") || !url.username().is_empty() {
            return Err(Closed::Address);
        }
        let host = url.host_str().ok_or(Closed::Address)?;
        let allowed = self.0.iter().find(|allowed| allowed.admits(host, &url));
        let allowed = allowed.ok_or_else(|| Closed::NotAllowed(host.to_owned()))?;
        // A literal address is not resolved, so nobody would look at it later.
        let literal = host.trim_matches(['[', ']']).parse::<IpAddr>();
        if literal.is_ok_and(is_private) && !allowed.private {
            return Err(Closed::Private);
        }
        Ok(url)
    }

    /// What asks these hosts: it follows no redirects, and connects to no private address of a name. None where
    /// nothing can be asked.
    pub(crate) fn client(&self) -> Option<Client> {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .redirect(Policy::none())
            .user_agent(concat!("proem/", env!("CARGO_PKG_VERSION")))
            .dns_resolver(Arc::new(Resolver { allowed: self.0.clone() }))
            .no_proxy()
            .build();
        client.ok()
    }
}

/// Whether a request failed because a name has private addresses alone.
pub(crate) fn was_private(error: &reqwest::Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if cause.to_string().contains(PRIVATE) {
            return true;
        }
        source = cause.source();
    }
    false
}

impl Host {
    fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let (private, text) = match text.strip_prefix("private:") {
            Some(rest) => (true, rest.to_owned()),
            None => (false, text),
        };
        let (below, text) = match text.strip_prefix("*.") {
            Some(rest) => (true, rest.to_owned()),
            None => (false, text),
        };
        let (name, port) = match text.rsplit_once(':') {
            Some((name, port)) if !name.contains(':') || name.ends_with(']') => {
                (name.to_owned(), Some(port.parse().ok()?))
            }
            _ => (text, None),
        };
        // Addresses are compared in their normal form, so that of the host is kept.
        let url = Url::parse(&format!("http://{name}/")).ok()?;
        let is_host = is_plain(&name) && url.path() == "/" && url.port().is_none();
        let name = url.host_str().filter(|_| is_host)?.trim_end_matches('.').to_owned();
        (!name.is_empty()).then_some(Self { name, below, port, private })
    }

    fn admits(&self, host: &str, url: &Url) -> bool {
        let port = match self.port {
            None => url.port().is_none(),
            port => url.port_or_known_default() == port,
        };
        port && self.names(host)
    }

    fn names(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        if self.below {
            host.strip_suffix(&self.name).is_some_and(|rest| rest.ends_with('.') && rest.len() > 1)
        } else {
            host == self.name
        }
    }
}

/// Whether a text can be a name or an address of a machine and nothing around it: letters of any script, digits,
/// and what stands between them.
fn is_plain(name: &str) -> bool {
    let inner = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match inner {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => {
            let labels = name.strip_suffix('.').unwrap_or(name).split('.');
            let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
            labels.into_iter().all(|label| !label.is_empty() && label.chars().all(is_part))
        }
    }
}

/// Resolves names, and leaves out addresses that are private.
struct Resolver {
    allowed: Vec<Host>,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let host = name.as_str().to_owned();
        let private = self.allowed.iter().any(|allowed| allowed.private && allowed.names(&host));
        Box::pin(async move {
            let found = tokio::net::lookup_host((host.as_str(), 0)).await?;
            let open = |address: &SocketAddr| private || !is_private(address.ip());
            let open: Vec<SocketAddr> = found.filter(open).collect();
            if open.is_empty() {
                return Err(Box::from(PRIVATE));
            }
            let addresses: Addrs = Box::new(open.into_iter());
            Ok(addresses)
        })
    }
}

/// What the resolver says of a name that has private addresses alone.
const PRIVATE: &str = "the host's addresses are private";

/// Whether an address is that of a machine itself or of its own network, or none of a single machine.
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_private_v4(address),
        IpAddr::V6(address) => is_private_v6(address),
    }
}

fn is_private_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_multicast()
        || first == 0
        || first >= 240
        // Shared by providers (RFC 6598), for protocols (RFC 6890), for benchmarks (RFC 2544).
        || (first == 100 && (64..128).contains(&second))
        || (first == 192 && second == 0 && third == 0)
        || (first == 198 && (18..20).contains(&second))
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    let inner = match segments {
        // IPv4 in IPv6: mapped, translated (RFC 6052), 6to4.
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            Some((high, low))
        }
        [0x2002, high, low, ..] => Some((high, low)),
        _ => None,
    };
    if let Some((high, low)) = inner {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        return is_private_v4(Ipv4Addr::new(a, b, c, d));
    }
    let [first, ..] = segments;
    address.is_loopback()
        || address.is_unspecified()
        || address.is_multicast()
        || first & 0xfe00 == 0xfc00
        || first & 0xffc0 == 0xfe80
        || first & 0xffc0 == 0xfec0
        // Documentation, and addresses that only hold an IPv4 one.
        || matches!(segments, [0x2001, 0xdb8, ..] | [0, 0, 0, 0, 0, 0, _, _])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(hosts: &[&str]) -> Hosts {
        let hosts: Vec<String> = hosts.iter().map(|host| (*host).to_owned()).collect();
        Hosts::read(&hosts).unwrap()
    }

    #[test]
    fn what_names_no_host_is_told() {
        let texts = [
            "docs.example.com",
            "https://docs.example.com",
            "docs.example.com/path",
            "*",
            "*.",
            "",
            "private:",
            "docs.example.com:port",
            "docs.example.com:99999",
            "docs .example.com",
            "me@docs.example.com",
            "a..example.com",
            "::1",
            "docs.*.com",
            "private:[::1]:8080",
            "docs?.example.com",
        ];
        let wrong = Hosts::read(&texts.map(str::to_owned)).unwrap_err();
        let wrong: Vec<_> = wrong.iter().map(|NoHost(text)| text.as_str()).collect();
        let right = ["docs.example.com", "private:[::1]:8080"];
        let expected = texts.into_iter().filter(|text| !right.contains(text));
        assert_eq!(wrong, expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_host_is_known_in_every_form_of_its_name() {
        let hosts =
            hosts(&["Müller.example", "private:[::1]", "secure.example:443", "dot.example."]);
        for address in [
            "https://müller.example/",
            "https://xn--mller-kva.example/",
            "http://[0:0:0:0:0:0:0:1]/",
            "https://secure.example/",
            "http://secure.example:443/",
            "http://dot.example/",
        ] {
            assert!(hosts.judged(address).is_ok(), "{address}");
        }
        assert!(hosts.judged("http://secure.example/").is_err());
    }

    #[test]
    fn only_what_the_operator_named_is_asked() {
        let hosts = hosts(&["docs.example.com", "*.example.org", "private:wiki.local:8080"]);
        for address in [
            "https://docs.example.com/a?b=c",
            "http://DOCS.example.com./",
            "https://a.b.example.org/",
            "http://wiki.local:8080/",
        ] {
            assert!(hosts.judged(address).is_ok(), "{address}");
        }
        for address in [
            "https://docs.example.com:8443/",
            "https://docs.example.com.evil.net/",
            "https://example.org/",
            "https://evilexample.org/",
            "http://wiki.local/",
            "https://user@docs.example.com/",
            "ftp://docs.example.com/",
            "file:///etc/passwd",
            "//docs.example.com/",
        ] {
            assert!(hosts.judged(address).is_err(), "{address}");
        }
    }

    /// Even where the operator has allowed every name that a row uses, its address is looked at.
    #[test]
    fn no_address_of_the_corpus_is_asked() {
        let rows = include_str!("../../tests/corpora/ssrf_urls.jsonl");
        let mut count = 0;
        for row in rows.lines() {
            let row: serde_json::Value = serde_json::from_str(row).unwrap();
            let address = row["url"].as_str().unwrap();
            assert!(hosts(&["docs.example.com"]).judged(address).is_err(), "{address}");
            count += 1;
            let Ok(url) = Url::parse(address) else { continue };
            let Some(host) = url.host_str() else { continue };
            if host.trim_matches(['[', ']']).parse::<IpAddr>().is_err() {
                continue;
            }
            let named = match url.port() {
                Some(port) => format!("{host}:{port}"),
                None => host.to_owned(),
            };
            assert!(hosts(&[&named]).judged(address).is_err(), "{address}");
        }
        assert!(count > 20, "only {count} rows");
    }

    #[test]
    fn addresses_of_the_world_are_open_and_others_are_not() {
        for open in ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "100.128.0.1"] {
            assert!(!is_private(open.parse().unwrap()), "{open}");
        }
        for closed in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "255.255.255.255",
            "224.0.0.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "::7f00:1",
            "198.18.0.1",
        ] {
            assert!(is_private(closed.parse().unwrap()), "{closed}");
        }
    }
}
