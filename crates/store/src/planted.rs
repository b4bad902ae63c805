//! Mistakes that are made on purpose, one at a time, so that the harness of faults (`crates/faults`) can show
//! that it finds each. Without the feature `planted` none is ever made, and no release can have it.

/// A mistake, made where it is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    /// More is promised than there is.
    StockUnguarded,
    /// SQLite does not wait for the disk (`synchronous = NORMAL`).
    SyncNormal,
    /// Any shop changes any shop's order.
    OwnerUnasked,
    /// SQLite commits an act only with the next one, and says yes before.
    SaysYesEarly,
    /// Nobody notes which requests were done.
    KeyForgotten,
    /// A link that lets somebody in does so again.
    LinkReused,
    /// Whoever is of one hub is let into every other.
    HubUnasked,
}

/// Whether this mistake is to be made.
#[cfg(not(feature = "planted"))]
pub const fn planted(_: Planted) -> bool {
    false
}

#[cfg(all(feature = "planted", not(debug_assertions)))]
compile_error!("the feature `planted` makes mistakes on purpose: it is not for a release");

#[cfg(feature = "planted")]
#[allow(clippy::disallowed_methods, reason = "a mistake is chosen without a seam through every layer")]
pub fn planted(mistake: Planted) -> bool {
    static CHOSEN: std::sync::LazyLock<Option<String>> =
        std::sync::LazyLock::new(|| std::env::var("TRESSE_PLANTED").ok());
    let name = match mistake {
        Planted::StockUnguarded => "stock",
        Planted::SyncNormal => "sync",
        Planted::OwnerUnasked => "owner",
        Planted::SaysYesEarly => "early",
        Planted::KeyForgotten => "key",
        Planted::LinkReused => "link",
        Planted::HubUnasked => "hub",
    };
    CHOSEN.as_deref() == Some(name)
}
