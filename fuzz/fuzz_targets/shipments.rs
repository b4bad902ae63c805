#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tresse_fuzz::shipments(bytes));
