//! Every reader of what comes from outside, with random input: the same functions that `fuzz` has for targets.

use proptest::prelude::*;

#[path = "../../../../fuzz/src/lib.rs"]
mod fuzz;

/// Bytes behind a beginning that makes a reader go on.
fn behind(beginnings: &'static [&'static [u8]]) -> impl Strategy<Value = Vec<u8>> {
    let bytes = prop::collection::vec(any::<u8>(), 0..300);
    (prop::sample::select(beginnings), bytes).prop_map(|(beginning, bytes)| [beginning, &bytes].concat())
}

proptest! {
    #[test]
    fn a_list_is_read_or_refused(
        bytes in behind(&[b"", b"PK\x03\x04", b"\xff\xfe", b"name;unit;price;vat\n", b"\xef\xbb\xbf{"]),
    ) {
        fuzz::list(&bytes);
    }

    #[test]
    fn a_catalogue_is_read_or_refused(bytes in behind(&[b"", b"{", b"{\"@graph\":[", b"\xef\xbb\xbf["])) {
        fuzz::catalogue(&bytes);
    }

    #[test]
    fn a_number_is_read_or_refused(text in "\\PC{0,24}", plain in "[-+ 0-9.,'eE\u{a0}\u{202f}]{0,24}") {
        fuzz::number(&text);
        fuzz::number(&plain);
    }

    #[test]
    fn a_form_is_read(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "[a-z0-9.=&%+:@-]{0,80}") {
        fuzz::form(&bytes);
        fuzz::form(text.as_bytes());
    }

    #[test]
    fn a_backup_is_believed_or_refused(
        bytes in behind(&[b"", b"\x1f\x8b\x08\x00", b"{\"", b"{\"tresse\":1}\n", b"[\"person\","]),
    ) {
        fuzz::backup(&bytes);
    }

    #[test]
    fn an_address_is_outside_or_refused(
        text in "\\PC{0,60}",
        host in "(https?|ftp)://([a-z]{1,4}@)?[0-9a-fx.:\\[\\]-]{1,20}(:[0-9]{1,6})?/",
    ) {
        fuzz::address(&text);
        fuzz::address(&host);
    }
}
