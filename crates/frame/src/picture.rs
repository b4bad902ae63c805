//! Pictures that people hand in: read with limits, made small, freed of what a camera wrote into them.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use tokio::sync::Semaphore;

use crate::app::aside;
use crate::outcome::Outcome;

/// What a picture may take while it is read: 20 million pixels as cameras write them, six in any format.
/// See [`ONE_AT_A_TIME`].
const MOST_MEMORY: u64 = 60_000_000;

/// Who reads a picture holds this, so that many at once do not take many times the memory.
static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);

/// Why a file is no picture for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPicture;

/// [`reduced`], one picture after the other, where it keeps nobody else waiting.
pub async fn reduced_aside(bytes: Vec<u8>, longest_side: u32) -> Outcome<Result<Vec<u8>, NotAPicture>> {
    let turn = ONE_AT_A_TIME.acquire().await.map_err(anyhow::Error::from)?;
    aside(move || {
        let reduced = reduced(&bytes, longest_side);
        drop(turn);
        reduced
    })
    .await
}

/// The picture in JPEG, upright, at most so many pixels a side.
///
/// # Errors
/// [`NotAPicture`] for anything but JPEG, PNG and WebP, and for pictures of hostile size.
pub fn reduced(bytes: &[u8], longest_side: u32) -> Result<Vec<u8>, NotAPicture> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| NotAPicture)?;
    let times = match reader.format() {
        Some(ImageFormat::WebP) => 3,
        Some(ImageFormat::Jpeg) if comes_in_turns(bytes) => 3,
        _ => 1,
    };
    let mut decoder = reader.into_decoder().map_err(|_| NotAPicture)?;
    if decoder.total_bytes().saturating_mul(times) > MOST_MEMORY {
        return Err(NotAPicture);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(|_| NotAPicture)?;
    // Phones write the picture as the sensor lay, and how to turn it beside it.
    let orientation = decoder.orientation().map_err(|_| NotAPicture)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| NotAPicture)?;
    let mut small = picture.thumbnail(longest_side, longest_side);
    small.apply_orientation(orientation);
    let mut out = Cursor::new(Vec::new());
    small.into_rgb8().write_to(&mut out, ImageFormat::Jpeg).map_err(|_| NotAPicture)?;
    Ok(out.into_inner())
}

/// Whether a JPEG comes in turns, of which all are kept until the last: two bytes more for each one read. What
/// does not say how it comes is taken for one.
///
/// # Source
/// ITU-T T.81, B.2.2 and B.2.3: the frame's colours, and those of its first scan.
fn comes_in_turns(jpeg: &[u8]) -> bool {
    let (mut at, mut colours) = (2, None);
    while let Some(&[0xff, mark, high, low]) = jpeg.get(at..at + 4) {
        match mark {
            0xc0 | 0xc1 => colours = jpeg.get(at + 9),
            0xda => return colours.is_none() || colours != jpeg.get(at + 4),
            _ => {}
        }
        // A mark may have any number of 0xff before it.
        at += if mark == 0xff { 1 } else { 2 + usize::from(u16::from_be_bytes([high, low])) };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbImage;
    use proptest::prelude::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        RgbImage::new(width, height).write_to(&mut out, ImageFormat::Png).unwrap();
        out.into_inner()
    }

    #[test]
    fn a_large_picture_becomes_small() {
        let small = reduced(&png(1200, 600), 480).unwrap();
        let read = image::load_from_memory(&small).unwrap();
        assert_eq!((read.width(), read.height()), (480, 240));
    }

    /// A JPEG whose Exif says that it is to be turned a quarter.
    fn turned(width: u32, height: u32) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        RgbImage::new(width, height).write_to(&mut out, ImageFormat::Jpeg).unwrap();
        let jpeg = out.into_inner();
        let tiff = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &b"\xff\xe1"[..], &length[..], &tiff[..], &jpeg[2..]].concat()
    }

    #[test]
    fn a_picture_stands_upright() {
        let read = image::load_from_memory(&reduced(&turned(1200, 600), 480).unwrap()).unwrap();
        assert_eq!((read.width(), read.height()), (240, 480));
    }

    #[test]
    fn a_picture_too_large_to_read_is_refused() {
        let mut wide = png(4, 4);
        // The header's width and height; its checksum is looked at later than its size.
        wide[16..24].copy_from_slice(&[0, 0, 0x17, 0x70, 0, 0, 0x17, 0x70]);
        assert_eq!(reduced(&wide, 480), Err(NotAPicture));
    }

    #[test]
    fn a_jpeg_says_whether_it_comes_in_turns() {
        let at_once = turned(64, 64);
        assert!(!comes_in_turns(&at_once));
        let frame = at_once.windows(2).position(|mark| mark == [0xff, 0xc0]).unwrap();
        let mut in_turns = at_once.clone();
        in_turns[frame + 1] = 0xc2;
        assert!(comes_in_turns(&in_turns));
        let scan = at_once.windows(2).position(|mark| mark == [0xff, 0xda]).unwrap();
        let mut colour_by_colour = at_once;
        colour_by_colour[scan + 4] = 1;
        assert!(comes_in_turns(&colour_by_colour));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert_eq!(reduced(b"<svg onload=alert(1)>", 480), Err(NotAPicture));
        let whole = png(64, 64);
        assert_eq!(reduced(&whole[..whole.len() / 2], 480), Err(NotAPicture));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), kind in 0..3_usize) {
            let heads: [&[u8]; 3] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF\0\0\0\0WEBPVP8 "];
            let _ = reduced(&[heads[kind], &bytes].concat(), 480);
        }
    }
}
