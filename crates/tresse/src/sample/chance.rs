//! Chance that comes out the same for the same seed, on any machine and any database.

/// A stream of numbers.
///
/// # Source
/// Steele, Lea & Flood, *Fast splittable pseudorandom number generators* (2014): `SplitMix64`.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = (high - low).unsigned_abs() + 1;
        low + i64::try_from(self.next() % span).unwrap_or(0)
    }

    /// Whether something that happens `percent` times in a hundred happens now.
    pub fn happens(&mut self, percent: i64) -> bool {
        self.between(0, 99) < percent
    }

    /// One of several; they must not be none.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let last = i64::try_from(all.len()).unwrap_or(1) - 1;
        &all[usize::try_from(self.between(0, last)).unwrap_or(0)]
    }

    /// Up to `count` different ones, in the order they were drawn.
    pub fn some_of<'a, T>(&mut self, all: &'a [T], count: usize) -> Vec<&'a T> {
        let mut places: Vec<usize> = (0..all.len()).collect();
        let count = count.min(all.len());
        for at in 0..count {
            let last = i64::try_from(places.len()).unwrap_or(1) - 1;
            let other = usize::try_from(self.between(at as i64, last)).unwrap_or(at);
            places.swap(at, other);
        }
        places[..count].iter().map(|&place| &all[place]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_published_one() {
        // The first outputs of SplitMix64 for the seed 1234567, as its reference implementation gives them.
        let mut chance = Chance::new(1_234_567);
        assert_eq!(chance.next(), 6_457_827_717_110_365_317);
        assert_eq!(chance.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn draws_stay_within_their_bounds_and_differ() {
        let mut chance = Chance::new(7);
        let all: Vec<i64> = (0..50).collect();
        let drawn = chance.some_of(&all, 20);
        let different: std::collections::BTreeSet<_> = drawn.iter().collect();
        assert_eq!(different.len(), 20);
        assert!((0..1000).map(|_| chance.between(3, 9)).all(|n| (3..=9).contains(&n)));
        assert_eq!(chance.some_of(&all, 99).len(), 50);
    }
}
