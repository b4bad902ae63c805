//! What a stretch of road costs: its time first, then its length, in one number.
//!
//! Milliseconds stand in the upper half and centimetres in the lower, so that adding adds both and
//! comparing finds the quickest way and, of equally quick ones, the shortest. Both searches compare
//! the same numbers, and so find the same way to the last centimetre.

/// Milliseconds above, centimetres below.
pub type Cost = u64;

/// No way at all: above every real cost (twelve days), and low enough to be added to another.
pub const NEVER: Cost = (1 << 62) - 1;

/// One stretch; what takes longer than six days counts as that.
pub fn cost(milliseconds: u64, centimetres: u64) -> Cost {
    let low = centimetres.min(u64::from(u32::MAX));
    (milliseconds.min(1 << 29) << 32) | low
}

/// A whole that stays below [`NEVER`] or is it.
pub fn plus(a: Cost, b: Cost) -> Cost {
    a.saturating_add(b).min(NEVER)
}

/// Milliseconds for so many centimetres at so many tenths of a kilometre an hour.
pub fn milliseconds(centimetres: u32, tenths_kmh: u16) -> u64 {
    let speed = u64::from(tenths_kmh.max(1));
    (u64::from(centimetres) * 360 + speed / 2) / speed
}

pub fn seconds(cost: Cost) -> u32 {
    u32::try_from((cost >> 32).saturating_add(500) / 1000).unwrap_or(u32::MAX)
}

pub fn metres(cost: Cost) -> u32 {
    u32::try_from(((cost & 0xffff_ffff) + 50) / 100).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kilometre_at_36_takes_100_seconds() {
        let kilometre = cost(milliseconds(100_000, 360), 100_000);
        assert_eq!((seconds(kilometre), metres(kilometre)), (100, 1_000));
        let two = plus(kilometre, kilometre);
        assert_eq!((seconds(two), metres(two)), (200, 2_000));
    }

    #[test]
    fn never_stays_never() {
        assert_eq!(plus(NEVER, NEVER), NEVER);
        assert_eq!(plus(cost(u64::MAX, u64::MAX), NEVER), NEVER);
        assert!(cost(u64::MAX, u64::MAX) < NEVER);
    }
}
