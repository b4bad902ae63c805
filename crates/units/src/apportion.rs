//! Dividing a whole among parts so that the parts add up again.

/// Splits `total` in proportion to `weights`, in whole units.
///
/// The shares add up to `total` exactly; leftover units go one each to the largest remainders, ties
/// to the lower index. A negative total is split as its opposite and negated. When every weight is
/// zero the parts are equal. With no part at all, there is nothing to hold the total: the result is
/// empty.
///
/// # Panics
/// When a weight is negative: a weight is a size.
///
/// # Source
/// Balinski & Young, *Fair Representation* (1982), Hamilton's method.
pub fn apportion(total: i64, weights: &[i64]) -> Vec<i64> {
    assert!(weights.iter().all(|&w| w >= 0), "a weight is never negative");
    if weights.iter().all(|&w| w == 0) {
        if weights.is_empty() {
            return Vec::new();
        }
        return apportion(total, &vec![1; weights.len()]);
    }
    let sum: i128 = weights.iter().map(|&w| i128::from(w)).sum();
    let size = i128::from(total.unsigned_abs());
    let mut shares: Vec<i64> = Vec::with_capacity(weights.len());
    let mut remainders: Vec<(i128, usize)> = Vec::with_capacity(weights.len());
    for (index, &weight) in weights.iter().enumerate() {
        let product = size * i128::from(weight);
        shares.push(i64::try_from(product / sum).expect("a share is no larger than the total"));
        remainders.push((product % sum, index));
    }
    let given: i128 = shares.iter().map(|&s| i128::from(s)).sum();
    let left = usize::try_from(size - given).expect("fewer units are left than there are parts");
    if left > 0 {
        remainders.sort_by_key(|&(remainder, index)| (std::cmp::Reverse(remainder), index));
        for &(_, index) in &remainders[..left] {
            shares[index] += 1;
        }
    }
    if total < 0 {
        for share in &mut shares {
            *share = -*share;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn leftovers_go_to_the_largest_remainders() {
        assert_eq!(apportion(100, &[1, 1, 1]), [34, 33, 33]);
        assert_eq!(apportion(-100, &[1, 1, 1]), [-34, -33, -33]);
        assert_eq!(apportion(10, &[70, 20, 5, 5]), [7, 2, 1, 0]);
        assert_eq!(apportion(5, &[0, 0]), [3, 2]);
        assert_eq!(apportion(5, &[]), [0; 0]);
        assert_eq!(apportion(0, &[3, 4]), [0, 0]);
    }

    proptest! {
        #[test]
        fn parts_make_the_whole_and_stay_within_one_of_their_due(
            total in -1_000_000_000_000_i64..1_000_000_000_000,
            weights in prop::collection::vec(0_i64..1_000_000_000, 1..40),
        ) {
            let shares = apportion(total, &weights);
            prop_assert_eq!(shares.iter().sum::<i64>(), total);
            let sum: i128 = weights.iter().map(|&w| i128::from(w)).sum();
            if sum > 0 {
                for (share, weight) in shares.iter().zip(&weights) {
                    let due = i128::from(total) * i128::from(*weight);
                    prop_assert!((i128::from(*share) * sum - due).abs() < sum);
                }
            }
        }
    }
}
