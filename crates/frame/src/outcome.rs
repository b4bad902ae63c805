//! How an act ends when it does not end well.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use axum::http::StatusCode;
use units::Language;

/// What a person has to be told, in their language: what is wrong, where, and what to do.
pub trait Say: Any + Send + Sync {
    fn say(&self, language: Language) -> String;

    /// The form field that it is about, if one is.
    fn field(&self) -> Option<&'static str> {
        None
    }

    /// What is wrong, part by part, where one sentence cannot hold it.
    fn details(&self) -> &[String] {
        &[]
    }

    /// What a program is told, where that is not the rule: 422 for a field, 409 for how things stand.
    fn status(&self) -> Option<StatusCode> {
        None
    }

    /// After how many seconds the same may be tried again, where it was too much at once.
    fn wait(&self) -> Option<u32> {
        None
    }

    /// Whether it refuses a try to come in: whoever keeps the instance finds it in the log.
    fn is_try(&self) -> bool {
        false
    }
}

/// A refusal that is still to be put into the reader's language.
#[derive(Clone)]
pub struct Refusal(Arc<dyn Say>);

impl Refusal {
    pub fn say(&self, language: Language) -> String {
        self.0.say(language)
    }

    pub fn field(&self) -> Option<&'static str> {
        self.0.field()
    }

    /// Whether it is for how things stand, which may be otherwise in a moment: not for what was asked.
    pub(crate) fn is_how_things_stand(&self) -> bool {
        self.field().is_none() && self.status().is_none()
    }

    pub(crate) fn details(&self) -> &[String] {
        self.0.details()
    }

    pub(crate) fn status(&self) -> Option<StatusCode> {
        self.0.status().or(self.0.wait().map(|_| StatusCode::TOO_MANY_REQUESTS))
    }

    pub fn wait(&self) -> Option<u32> {
        self.0.wait()
    }

    pub(crate) fn is_try(&self) -> bool {
        self.0.is_try()
    }

    /// The refusal as what it was made of, where an act knows how to say more.
    pub fn of<S: Say>(&self) -> Option<&S> {
        let refusal: &dyn Any = &*self.0;
        refusal.downcast_ref()
    }
}

/// Why an act or a page stopped.
#[derive(Clone)]
pub enum Stop {
    /// The act breaks a rule that a person can respect.
    Refused(Refusal),
    /// There is no such thing, or none that this person may know of.
    NotFound,
    /// No mandate allows it.
    NotAllowed,
    /// Nobody is signed in.
    SignIn,
    /// Who is signed in shows once more who they are, and goes on to this page of ours.
    SignInAgain(String),
    /// A fault of ours or of the machine; the person is told that, and no more.
    Fault(Arc<anyhow::Error>),
}

/// What acts and pages return.
pub type Outcome<T> = Result<T, Stop>;

impl Stop {
    /// The sentence of a refusal, for tests and the command line.
    pub fn say(&self, language: Language) -> String {
        let words = crate::words::words(language);
        match self {
            Self::Refused(refusal) => refusal.say(language),
            Self::NotFound => words.stop_not_found(),
            Self::NotAllowed => words.stop_not_allowed(),
            Self::SignIn => words.stop_sign_in(),
            Self::SignInAgain(_) => words.stop_sign_in_again(),
            Self::Fault(error) => match error.downcast_ref::<store::Error>() {
                Some(store::Error::Full) => words.stop_full(),
                Some(store::Error::Lost(_)) => words.stop_lost(),
                _ => words.stop_fault(),
            },
        }
    }
}

impl fmt::Debug for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fault(error) => write!(f, "Fault({error:#})"),
            other => write!(f, "{}", other.say(Language::En)),
        }
    }
}

impl<S: Say> From<S> for Stop {
    fn from(refusal: S) -> Self {
        Self::Refused(Refusal(Arc::new(refusal)))
    }
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Self {
        Self::Fault(Arc::new(error.into()))
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Self::Fault(Arc::new(error))
    }
}
