//! The tree against the definition and against known answers, and what is hashed of a row.

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::merkle::{Hash, leaf, root};
use super::model::{content, from_hex, hex};
use super::{PublicKey, SealKey};

/// RFC 6962, section 2.1, word for word: split at the largest power of two below the number of entries.
fn by_definition(entries: &[Vec<u8>]) -> Hash {
    match entries.len() {
        0 => Sha256::digest([]).into(),
        1 => Sha256::digest([&[0], entries[0].as_slice()].concat()).into(),
        count => {
            let mut split = 1;
            while split * 2 < count {
                split *= 2;
            }
            let (left, right) = entries.split_at(split);
            let both = [&[1], &by_definition(left)[..], &by_definition(right)[..]].concat();
            Sha256::digest(both).into()
        }
    }
}

fn root_of(entries: &[Vec<u8>]) -> Hash {
    root(entries.iter().map(|entry| leaf(entry)))
}

proptest! {
    #[test]
    fn the_top_is_what_the_definition_says(
        entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..70)
    ) {
        prop_assert_eq!(root_of(&entries), by_definition(&entries));
    }

    #[test]
    fn another_entry_or_order_is_another_top(
        entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..8), 2..40),
        at in any::<prop::sample::Index>(),
    ) {
        let at = at.index(entries.len());
        let mut changed = entries.clone();
        changed[at][0] ^= 1;
        prop_assert_ne!(root_of(&changed), root_of(&entries));
        let mut fewer = entries.clone();
        fewer.remove(at);
        prop_assert_ne!(root_of(&fewer), root_of(&entries));
        let mut turned = entries.clone();
        turned.rotate_left(at);
        prop_assert_eq!(root_of(&turned) == root_of(&entries), turned == entries);
    }
}

/// # Source
/// The test vectors of the reference implementation of Certificate Transparency (RFC 6962).
#[test]
fn the_tree_gives_the_published_answers() {
    let entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"];
    let mut entries: Vec<Vec<u8>> = entries.map(bytes).to_vec();
    entries.push(bytes("606162636465666768696a6b6c6d6e6f"));
    let answers = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    for (count, answer) in answers.into_iter().enumerate() {
        assert_eq!(hex(&root_of(&entries[..count])), answer, "{count} entries");
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn what_is_hashed_is_json_without_spaces() {
    let cell = |text: &str| Some(text.to_owned());
    let row = vec![cell("7"), None, cell("Épi \"d’or\"\n")];
    assert_eq!(content("journal", &row, None), r#"["journal",["7",null,"Épi \"d’or\"\n"]]"#);
    let parts = [vec![cell("0"), cell("bank")], vec![cell("1"), None]];
    let whole = content("cause", &row[..1].to_vec(), Some(&parts));
    assert_eq!(whole, r#"["cause",["7"],[["0","bank"],["1",null]]]"#);
    assert_eq!(content("cause", &Vec::new(), Some(&[])), r#"["cause",[],[]]"#);
}

#[test]
fn a_key_is_made_once_and_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seal.key");
    let made = SealKey::of_file(&path).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(SealKey::of_file(&path).unwrap().public(), made.public());
    assert_eq!(PublicKey::all_of_file(&path).unwrap(), [made.public()]);
    let others = folder.path().join("public");
    std::fs::write(&others, format!("{}\n{}\n", made.public(), SealKey::fresh().public())).unwrap();
    assert_eq!(PublicKey::all_of_file(&others).unwrap().len(), 2);
    assert!(
        !format!("{made:?}").contains(std::fs::read_to_string(&path).unwrap().lines().nth(2).unwrap())
    );

    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    assert!(SealKey::of_file(&path).unwrap_err().to_string().contains("others can read"));
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::write(&path, "secret 12\n").unwrap();
    assert!(SealKey::of_file(&path).unwrap_err().to_string().contains("holds no key"));
    assert!(PublicKey::all_of_file(&path).is_err());
}

/// # Source
/// RFC 8032, section 7.1, test 2.
#[test]
fn a_signature_is_the_one_of_the_standard() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seal.key");
    drop(SealKey::of_file(&path).unwrap());
    let secret = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    std::fs::write(&path, format!("secret {secret}\n")).unwrap();
    let key = SealKey::of_file(&path).unwrap();
    let public = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    assert_eq!(key.public().to_string(), public);
    let signature = key.sign("r");
    assert_eq!(
        signature,
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
         085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    );
    assert!(key.public().signed("r", &signature) && !key.public().signed("s", &signature));
    assert!(from_hex::<1>("+f").is_none() && from_hex::<1>("0").is_none());
}
