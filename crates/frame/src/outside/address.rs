//! Which addresses are the outside: what a stranger names must not lead into the network we stand in.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// Whether an address is reached over the public internet and by nothing else.
///
/// Of IPv6 only global unicast is (`2000::/3`), so that loopback, link-local, unique local, multicast,
/// IPv4-mapped, IPv4-compatible and NAT64 addresses are refused by one rule.
///
/// # Source
/// IANA's special-purpose address registries (RFC 6890 and what came after it).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            !SPECIAL_V4.iter().any(|&(network, bits)| is_within_v4(address, network, bits))
        }
        IpAddr::V6(address) => {
            is_within_v6(address, Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3)
                && !SPECIAL_V6.iter().any(|&(network, bits)| is_within_v6(address, network, bits))
        }
    }
}

const SPECIAL_V4: [(Ipv4Addr, u32); 16] = [
    // This network, and this very machine.
    (Ipv4Addr::UNSPECIFIED, 8),
    // Private.
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    // Shared by the customers of one carrier (CGNAT, RFC 6598).
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    // Link-local, and there the metadata of most clouds.
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    // Documentation.
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    // Relays from IPv6, once.
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    // Benchmarks between networks.
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    // Azure's inner services, at an address that looks public.
    (Ipv4Addr::new(168, 63, 129, 16), 32),
    // Multicast.
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    // Reserved, and the broadcast.
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

const SPECIAL_V6: [(Ipv6Addr, u32); 4] = [
    // Protocols' own, Teredo among them, which holds an IPv4 address.
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    // Documentation.
    (Ipv6Addr::new(0x2001, 0x0db8, 0, 0, 0, 0, 0, 0), 32),
    // 6to4, which holds an IPv4 address.
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    // Documentation.
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

fn is_within_v4(address: Ipv4Addr, network: Ipv4Addr, bits: u32) -> bool {
    (address.to_bits() ^ network.to_bits()).leading_zeros() >= bits
}

fn is_within_v6(address: Ipv6Addr, network: Ipv6Addr, bits: u32) -> bool {
    (address.to_bits() ^ network.to_bits()).leading_zeros() >= bits
}

/// A host that the operator lets be called although it is inside: `nas.local`, `10.0.0.7:8080`.
///
/// A name stands for whatever address it has; an address for itself, whoever is called by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside {
    host: String,
    /// Every port where none is named.
    port: Option<u16>,
}

impl Inside {
    /// Whether this is the host of an address, as it is written there.
    pub(super) fn is_host(&self, host: &str, port: u16) -> bool {
        self.host.eq_ignore_ascii_case(host) && self.port.is_none_or(|own| own == port)
    }

    /// Whether this is the address on the network that a name led to.
    pub(super) fn is_address(&self, address: IpAddr, port: u16) -> bool {
        self.host.parse() == Ok(address) && self.port.is_none_or(|own| own == port)
    }
}

impl FromStr for Inside {
    type Err = NoHost;

    fn from_str(text: &str) -> Result<Self, NoHost> {
        let text = text.trim();
        let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((host, "")) => (host, None),
            Some((host, rest)) => (host, Some(rest.strip_prefix(':').ok_or(NoHost)?)),
            None if text.parse::<Ipv6Addr>().is_ok() => (text, None),
            None => match text.split_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (text, None),
            },
        };
        let named = |c: char| c.is_ascii_alphanumeric() || "-._:".contains(c);
        if host.is_empty() || !host.chars().all(named) {
            return Err(NoHost);
        }
        let port = port.map(|port| port.parse().map_err(|_| NoHost)).transpose()?;
        Ok(Self { host: host.to_owned(), port })
    }
}

/// What is neither a host nor a host with its port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHost;

impl fmt::Display for NoHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("write a host as in nas.local, nas.local:8080 or [fd00::7]:8080")
    }
}

impl std::error::Error for NoHost {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_public_internet_routes_is_outside() {
        let check = |address: &str, expected: bool| {
            assert_eq!(is_public(address.parse().unwrap()), expected, "{address}");
        };
        for inside in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.127.255.254",
            "100.100.100.200",
            "127.0.0.1",
            "127.255.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.7",
            "168.63.129.16",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::808:808",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:1::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            check(inside, false);
        }
        for outside in [
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "192.169.0.0",
            "168.63.129.17",
            "223.255.255.255",
            "2001:200::1",
            "2606:4700:4700::1111",
            "2a00:1450:4001::1",
        ] {
            check(outside, true);
        }
    }

    #[test]
    fn a_host_that_the_operator_names_is_read_as_people_write_it() {
        let read = |text: &str| text.parse::<Inside>().map(|inside| (inside.host, inside.port));
        assert_eq!(read("nas.local"), Ok(("nas.local".to_owned(), None)));
        assert_eq!(read(" 10.0.0.7:8080 "), Ok(("10.0.0.7".to_owned(), Some(8080))));
        assert_eq!(read("[fd00::7]:8080"), Ok(("fd00::7".to_owned(), Some(8080))));
        assert_eq!(read("fd00::7"), Ok(("fd00::7".to_owned(), None)));
        for wrong in ["", "https://nas.local", "nas.local:", "nas.local:http", "a b", "[fd00::7]8080"] {
            assert_eq!(read(wrong), Err(NoHost), "{wrong}");
        }
    }
}
