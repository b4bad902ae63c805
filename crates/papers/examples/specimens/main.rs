//! Writes one paper of each kind into a folder, to be looked at: `specimens FOLDER`.
//!
//! The names are invented; the sums are right. Times are printed, the first with the fonts' reading.

mod goods;
mod hub;
mod invoice;
mod others;
mod stickers;

use std::path::Path;
use std::time::Instant;

use papers::{LabelSheet, labels, paper};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: specimens FOLDER")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let papers = [
        ("facture", invoice::invoice()),
        ("bon-de-livraison", others::delivery_note()),
        ("commande-groupee", others::consolidated_order(120)),
        ("decompte", others::statement()),
        ("liste-de-preparation", others::picking_list()),
        ("longue", others::consolidated_order(2000)),
    ];
    for (name, data) in papers {
        write(folder, name, || paper(&data))?;
    }
    let stickers = stickers::stickers();
    let sheets = [
        ("etiquettes-105x74", LabelSheet::TwoByFour),
        ("etiquettes-70x37", LabelSheet::ThreeByEight),
        ("etiquettes-rouleau", LabelSheet::Roll),
    ];
    for (name, sheet) in sheets {
        write(folder, name, || labels(&stickers, sheet))?;
    }
    Ok(())
}

/// Writes what `make` gives, and says how long a second making took.
#[allow(clippy::disallowed_methods, reason = "an example that tells how long it took")]
fn write<E: std::error::Error + 'static>(
    folder: &Path,
    name: &str,
    make: impl Fn() -> Result<Vec<u8>, E>,
) -> Result<(), Box<dyn std::error::Error>> {
    let begin = Instant::now();
    let bytes = make()?;
    let first = begin.elapsed();
    let begin = Instant::now();
    let again = make()?;
    let second = begin.elapsed();
    assert!(bytes == again, "the same value gives the same bytes");
    let pages = bytes.windows(11).filter(|window| window == b"/Type/Page/").count();
    println!("{name:24} {:7} bytes, {pages:3} pages, {first:9.1?}, again {second:9.1?}", bytes.len());
    std::fs::write(folder.join(name).with_extension("pdf"), bytes)?;
    Ok(())
}
