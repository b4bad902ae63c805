//! Pictures of goods: read with limits, made small, freed of what a camera wrote into them.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};

/// The longest side that is kept, in pixels: sharp on a phone, small on the wire.
const LONGEST_SIDE: u32 = 480;
const MOST_PIXELS_A_SIDE: u32 = 12_000;
const MOST_MEMORY: u64 = 256 << 20;

/// Why a file is no picture for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPicture;

/// The picture in JPEG, at most 480 pixels a side.
///
/// # Errors
/// [`NotAPicture`] for anything but JPEG, PNG and WebP, and for pictures of hostile size.
pub fn reduced(bytes: &[u8]) -> Result<Vec<u8>, NotAPicture> {
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| NotAPicture)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS_A_SIDE);
    limits.max_image_height = Some(MOST_PIXELS_A_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| NotAPicture)?;
    let small = picture.thumbnail(LONGEST_SIDE, LONGEST_SIDE).into_rgb8();
    let mut out = Cursor::new(Vec::new());
    small.write_to(&mut out, ImageFormat::Jpeg).map_err(|_| NotAPicture)?;
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
