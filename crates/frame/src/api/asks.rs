//! What an operation takes: a query, a JSON body, a file, or nothing.

use axum::http::{StatusCode, Uri};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use units::Language;

use crate::form::Fault;
use crate::outcome::{Outcome, Say};
use crate::words::words;

/// Where it stands in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Nothing,
    Query,
    Json,
    Raw,
}

/// What an operation takes besides the identifiers in its address.
pub trait Asks: Sized + Send + 'static {
    const KIND: Kind;

    /// # Errors
    /// A refusal that names the field.
    fn read(uri: &Uri, body: &[u8]) -> Outcome<Self>;

    fn schema(generator: &mut SchemaGenerator) -> Option<Schema>;
}

/// Nothing is asked.
#[derive(Debug, Default)]
pub struct Nothing;

/// The parameters of the address.
#[derive(Debug)]
pub struct Query<T>(pub T);

/// A JSON body.
#[derive(Debug)]
pub struct Body<T>(pub T);

/// A file, byte by byte.
#[derive(Debug)]
pub struct Raw(pub Vec<u8>);

impl Asks for Nothing {
    const KIND: Kind = Kind::Nothing;

    fn read(_: &Uri, _: &[u8]) -> Outcome<Self> {
        Ok(Self)
    }

    fn schema(_: &mut SchemaGenerator) -> Option<Schema> {
        None
    }
}

impl Asks for Raw {
    const KIND: Kind = Kind::Raw;

    fn read(_: &Uri, body: &[u8]) -> Outcome<Self> {
        Ok(Self(body.to_vec()))
    }

    fn schema(_: &mut SchemaGenerator) -> Option<Schema> {
        None
    }
}

impl<T: DeserializeOwned + JsonSchema + Send + 'static> Asks for Query<T> {
    const KIND: Kind = Kind::Query;

    fn read(uri: &Uri, _: &[u8]) -> Outcome<Self> {
        axum::extract::Query::try_from_uri(uri).map(|axum::extract::Query(query)| Self(query)).map_err(
            |rejection| {
                let reason = rejection.body_text();
                Misread {
                    pointer: "?".to_owned(),
                    fault: fault_of(&reason),
                    status: StatusCode::BAD_REQUEST,
                }
                .into()
            },
        )
    }

    fn schema(generator: &mut SchemaGenerator) -> Option<Schema> {
        Some(T::json_schema(generator))
    }
}

impl<T: DeserializeOwned + JsonSchema + Send + 'static> Asks for Body<T> {
    const KIND: Kind = Kind::Json;

    fn read(_: &Uri, body: &[u8]) -> Outcome<Self> {
        let mut json = serde_json::Deserializer::from_slice(body);
        let read = serde_path_to_error::deserialize(&mut json).and_then(|value| {
            json.end().map(|()| value).map_err(|error| {
                let track = serde_path_to_error::Track::new();
                serde_path_to_error::Error::new(track.path(), error)
            })
        });
        read.map(Self).map_err(|error| {
            let is_syntax = error.inner().is_syntax() || error.inner().is_eof();
            let status =
                if is_syntax { StatusCode::BAD_REQUEST } else { StatusCode::UNPROCESSABLE_ENTITY };
            let fault = fault_of(&error.inner().to_string());
            Misread { pointer: pointer(error.path()), fault, status }.into()
        })
    }

    fn schema(generator: &mut SchemaGenerator) -> Option<Schema> {
        Some(generator.subschema_for::<T>())
    }
}

/// A JSON Pointer (RFC 6901) to where reading stopped.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use std::fmt::Write as _;

    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path {
        let _ = match segment {
            Segment::Seq { index } => write!(pointer, "/{index}"),
            Segment::Map { key } => write!(pointer, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => write!(pointer, "/{variant}"),
            Segment::Unknown => Ok(()),
        };
    }
    pointer
}

/// A request that does not say what the document asks for.
pub(super) struct Misread {
    pub pointer: String,
    pub fault: Misfit,
    pub status: StatusCode,
}

impl Misread {
    /// A field that must be there.
    pub fn missing(field: &str) -> Self {
        Self {
            pointer: format!("/{field}"),
            fault: Misfit::Field(Fault::Missing),
            status: StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

/// What is wrong at that place.
pub(super) enum Misfit {
    Field(Fault),
    UnknownField,
    Unreadable,
}

impl Say for Misread {
    fn say(&self, language: Language) -> String {
        match &self.fault {
            Misfit::Field(fault) => fault.say(language),
            Misfit::UnknownField => words(language).api_unknown_field(),
            Misfit::Unreadable => words(language).api_unreadable(),
        }
    }

    fn status(&self) -> Option<StatusCode> {
        Some(self.status)
    }
}

/// Our own values say what is wrong by a mark; serde by the start of its sentence.
fn fault_of(reason: &str) -> Misfit {
    let marked = |mark: &str| reason.contains(mark);
    if marked("missing field") {
        return Misfit::Field(Fault::Missing);
    }
    if marked("unknown field") {
        return Misfit::UnknownField;
    }
    if marked("is no code of") {
        return Misfit::Field(Fault::NotAmong);
    }
    super::values::fault_of(reason).map_or(Misfit::Unreadable, Misfit::Field)
}
