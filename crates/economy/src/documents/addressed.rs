//! Who a document is from and to, as they are on the day of issue.

use people::organisations::Organisation;
use units::Language;

use super::model::Block;
use crate::words::words;

/// An organisation as documents address it, with the numbers that the law wants.
pub fn block(language: Language, organisation: &Organisation) -> Block {
    let (t, o) = (words(language), organisation);
    let mut lines = vec![o.street.clone(), format!("{} {}", o.postcode, o.town)];
    if let Some(number) = &o.vat_number {
        lines.push(t.block_vat(number.compact()));
    } else if let Some(number) = &o.enterprise_number {
        lines.push(t.block_enterprise(number.written()));
    }
    lines.retain(|line| !line.trim().is_empty());
    Block { name: o.name.clone(), lines }
}
