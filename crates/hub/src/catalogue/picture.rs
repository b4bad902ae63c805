//! Pictures of goods: read with limits, made small, freed of what a camera wrote into them.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use tokio::sync::Semaphore;

/// The longest side that is kept, in pixels: sharp on a phone, small on the wire.
const LONGEST_SIDE: u32 = 480;
/// As many as cameras usually take, and 72 MB while they are read: see [`ONE_AT_A_TIME`].
const MOST_PIXELS: u64 = 24_000_000;
const MOST_MEMORY: u64 = 100 << 20;

/// Who reads a picture holds this, so that many at once do not take many times the memory.
pub(super) static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);

/// Why a file is no picture for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPicture;

/// The picture in JPEG, upright, at most 480 pixels a side.
///
/// # Errors
/// [`NotAPicture`] for anything but JPEG, PNG and WebP, and for pictures of hostile size.
pub fn reduced(bytes: &[u8]) -> Result<Vec<u8>, NotAPicture> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| NotAPicture)?;
    let mut decoder = reader.into_decoder().map_err(|_| NotAPicture)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(NotAPicture);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(|_| NotAPicture)?;
    // Phones write the picture as the sensor lay, and how to turn it beside it.
    let orientation = decoder.orientation().map_err(|_| NotAPicture)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| NotAPicture)?;
    let mut small = picture.thumbnail(LONGEST_SIDE, LONGEST_SIDE);
    small.apply_orientation(orientation);
    let mut out = Cursor::new(Vec::new());
    small.into_rgb8().write_to(&mut out, ImageFormat::Jpeg).map_err(|_| NotAPicture)?;
    Ok(out.into_inner())
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
        let small = reduced(&png(1200, 600)).unwrap();
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
        let read = image::load_from_memory(&reduced(&turned(1200, 600)).unwrap()).unwrap();
        assert_eq!((read.width(), read.height()), (240, 480));
    }

    #[test]
    fn a_picture_too_large_to_read_is_refused() {
        let mut wide = png(4, 4);
        // The header's width and height; its checksum is looked at later than its size.
        wide[16..24].copy_from_slice(&[0, 0, 0x17, 0x70, 0, 0, 0x17, 0x70]);
        assert_eq!(reduced(&wide), Err(NotAPicture));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert_eq!(reduced(b"<svg onload=alert(1)>"), Err(NotAPicture));
        let whole = png(64, 64);
        assert_eq!(reduced(&whole[..whole.len() / 2]), Err(NotAPicture));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), kind in 0..3_usize) {
            let heads: [&[u8]; 3] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF\0\0\0\0WEBPVP8 "];
            let _ = reduced(&[heads[kind], &bytes].concat());
        }
    }
}
