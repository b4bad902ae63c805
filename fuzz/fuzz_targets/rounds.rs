#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| tresse_fuzz::rounds(text));
