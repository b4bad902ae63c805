//! The ground's own words, and the macro by which every crate that speaks has its own.

/// Makes `Words`, one typed function a message, and `words(language)`, from the crate's locales.
///
/// The crate names `frame`'s build script as its own and calls this in a private module, so that a
/// message which nothing uses is a warning.
#[macro_export]
macro_rules! speak {
    () => {
        #[allow(clippy::all, clippy::pedantic, clippy::unwrap_used, reason = "generated")]
        mod generated {
            include!(concat!(env!("OUT_DIR"), "/words.rs"));

            #[allow(dead_code, reason = "what the generator offers to other kinds of program")]
            fn not_needed() {
                let _ = (L10n::iter, L10n::load_all, L10nLanguage::new_external("", &[]));
            }
        }

        pub(crate) use generated::L10nLanguage as Words;

        /// The words of one language, read once.
        pub(crate) fn words(language: units::Language) -> &'static Words {
            use generated::L10n;
            static ALL: std::sync::LazyLock<[Words; 4]> =
                std::sync::LazyLock::new(|| [L10n::Fr, L10n::Nl, L10n::En, L10n::De].map(|l| l.load()));
            &ALL[language as usize]
        }
    };
}

speak!();
