//! Enumerations that files and databases know by a word.

/// An enumeration whose every variant has one lasting code word.
pub trait Code: Copy + Eq + 'static {
    const ALL: &'static [Self];

    fn code(self) -> &'static str;

    fn from_code(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|variant| variant.code() == word)
    }
}

/// Declares such an enumeration: its variants, their words, and serde and JSON Schema in terms of the words.
#[macro_export]
macro_rules! codes {
    (
        $(#[$doc:meta])*
        pub enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $crate::Code for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str($crate::Code::code(*self))
            }
        }

        impl $crate::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut $crate::schemars::SchemaGenerator) -> $crate::schemars::Schema {
                $crate::schemars::json_schema!({ "type": "string", "enum": [$($word),*] })
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let word = <String as $crate::serde::Deserialize>::deserialize(from)?;
                <Self as $crate::Code>::from_code(&word).ok_or_else(|| {
                    $crate::serde::de::Error::custom(format!(
                        concat!("{:?} is no code of ", stringify!($name)),
                        word
                    ))
                })
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::Code;

    codes! {
        pub enum Storage {
            Dry = "dry",
            Cold = "cold",
        }
    }

    #[test]
    fn words_lead_back_to_their_variant() {
        for &storage in Storage::ALL {
            assert_eq!(Storage::from_code(storage.code()), Some(storage));
            let json = serde_json::to_string(&storage).unwrap();
            assert_eq!(serde_json::from_str::<Storage>(&json).unwrap(), storage);
        }
        assert!(serde_json::from_str::<Storage>("\"warm\"").is_err());
    }
}
