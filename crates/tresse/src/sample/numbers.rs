//! Enterprise numbers, bank accounts and telephone numbers that are well formed and nobody's.

use units::Country;
use units::numbers::{EnterpriseNumber, Iban, VatNumber};

/// A Belgian enterprise number of the range 0999, which is not given out yet.
///
/// # Panics
/// From the ten-thousandth on.
pub fn enterprise_number(at: usize) -> EnterpriseNumber {
    let body = 9_990_000 + number(at) % 10_000;
    let text = format!("0{body}{:02}", 97 - body % 97);
    EnterpriseNumber::parse(Country::BELGIUM, &text).expect("its check digits are counted")
}

pub fn vat_number(at: usize) -> VatNumber {
    VatNumber::parse(&format!("BE{}", enterprise_number(at).compact()))
        .expect("its check digits are counted")
}

/// A Belgian account of the bank code 999, which no bank has.
pub fn iban(at: usize) -> Iban {
    let account = 9_990_000_000 + number(at) * 37;
    let check = match account % 97 {
        0 => 97,
        rest => rest,
    };
    let basic = account * 100 + check;
    // BE00 behind the account, letters as numbers: B is 11, E is 14.
    let rest = (u128::from(basic) * 1_000_000 + 111_400) % 97;
    Iban::parse(&format!("BE{:02}{basic}", 98 - rest)).expect("its check digits are counted")
}

/// A number of the block that stands in for telephones in invented texts.
pub fn phone(at: usize) -> String {
    format!("+32 455 55 {:02} {:02}", number(at) / 100 % 100, number(at) % 100)
}

fn number(at: usize) -> u64 {
    u64::try_from(at).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_of_the_largest_hub_has_its_own() {
        let mut seen = std::collections::BTreeSet::new();
        for at in 0..3_500 {
            assert!(seen.insert(enterprise_number(at).compact().to_owned()), "{at}");
            assert!(seen.insert(iban(at).compact().to_owned()), "{at}");
            assert_eq!(vat_number(at).country(), Country::BELGIUM);
        }
    }
}
