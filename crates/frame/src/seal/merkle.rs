//! The top of a Merkle tree, as RFC 6962, section 2.1, defines it.

use sha2::{Digest, Sha256};

pub type Hash = [u8; 32];

/// The hash of one entry.
pub fn leaf(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(entry).finalize().into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The top over these leaves; the hash of nothing where there is none.
///
/// Whole subtrees wait on a stack, each less than half as large as the one below, and are joined as soon as
/// their other half is there: the tree itself is never held.
pub fn root(leaves: impl IntoIterator<Item = Hash>) -> Hash {
    let mut waiting: Vec<(usize, Hash)> = Vec::new();
    for leaf in leaves {
        let (mut size, mut hash) = (1, leaf);
        while let Some((_, left)) = waiting.pop_if(|(other, _)| *other == size) {
            (size, hash) = (2 * size, node(&left, &hash));
        }
        waiting.push((size, hash));
    }
    let joined =
        waiting.into_iter().rev().map(|(_, hash)| hash).reduce(|right, left| node(&left, &right));
    joined.unwrap_or_else(|| Sha256::new().finalize().into())
}
