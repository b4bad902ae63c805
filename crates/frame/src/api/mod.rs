//! The door for other programs: JSON in, an act, JSON out, with the rights of who holds the token.
//!
//! An operation is one line of a slice's roads, an [`Operation`] and a handler. What the handler takes and
//! gives is in its type: `Call<(CoalitionId, CycleId), Body<OrderChange>>` in, `Written<Order>` out. From
//! the same types come the reading of the request and its part of the OpenAPI document, so that the two
//! cannot differ.
//!
//! A handler that writes can only give a [`Written`], which only [`Call::once`] makes: no operation can
//! forget that the same request may come twice.

mod asks;
mod document;
mod gives;
mod operation;
mod problem;
mod repeat;
mod values;

pub use asks::{Asks, Body, Nothing, Query, Raw};
pub use gives::{File, Gives, Seen, Written};
pub use operation::{Operation, Scope};
pub use repeat::forget_old;
pub use values::{Amount, Cells, Day, Instant, Line, Lines, Measure, Percent, UnitPrice};

pub(crate) use document::{Described, document};
pub(crate) use operation::{LacksScope, handle};
pub(crate) use problem::{is_for_programs, problem, problem_of_status};

use serde::Serialize;
use store::Tx;
use units::Language;
use uuid::Uuid;

use crate::outcome::{Outcome, Refusal, Stop};
use crate::visit::Visit;
use crate::who::Who;
use repeat::Key;

/// Under which every operation lies.
pub const BASE: &str = "/api/v1";

/// What the holder of a token shows with every request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// The token's identifier, never the token.
    pub token: Uuid,
    pub scopes: Vec<Scope>,
}

/// One call of an operation: the identifiers in its address, and what is asked.
pub struct Call<P, A = Nothing> {
    pub visit: Visit,
    pub at: P,
    pub asked: A,
    pub(crate) key: Option<Key>,
}

impl<P, A> Call<P, A> {
    pub fn language(&self) -> Language {
        self.visit.language
    }

    /// Looks at the database as the caller.
    pub async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Tx<'_>, &Who) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        self.visit.look(look).await
    }

    /// Runs an act as the caller, once: a request that comes again under its key is answered as the first
    /// time, in the transaction that would have done it.
    pub async fn once<R: Serialize + Send + 'static>(
        &self,
        act: impl Fn(&Tx<'_>, &Who) -> Outcome<R> + Send + 'static,
    ) -> Outcome<Written<R>> {
        let key =
            self.key.clone().ok_or_else(|| anyhow::anyhow!("an operation that writes without a key"))?;
        let written = self
            .visit
            .act({
                let key = key.clone();
                move |tx, who| {
                    if let Some(before) = repeat::claim(tx, &key, who.at)? {
                        return Ok((before?, None));
                    }
                    let answer = act(tx, who)?;
                    let json = serde_json::to_string(&answer).map_err(anyhow::Error::from)?;
                    repeat::answer(tx, &key, &json)?;
                    Ok::<_, Stop>((json, Some(answer)))
                }
            })
            .await;
        let (json, answer) = match written {
            Err(Stop::Refused(refusal)) if refusal.is_how_things_stand() => {
                (self.refuse_once(key, refusal).await?, None)
            }
            written => written?,
        };
        Ok(Written::new(json, answer))
    }

    /// Prepares an act outside of any transaction, where that takes a while, and runs it once: what was answered
    /// before is answered without preparing it again, which might go otherwise by now.
    pub async fn once_prepared<T: Send + Sync + 'static, R: Serialize + Send + 'static>(
        &self,
        prepare: impl Future<Output = Outcome<T>> + Send,
        act: impl Fn(&Tx<'_>, &Who, &T) -> Outcome<R> + Send + 'static,
    ) -> Outcome<Written<R>> {
        let key =
            self.key.clone().ok_or_else(|| anyhow::anyhow!("an operation that writes without a key"))?;
        let asked = key.clone();
        if let Some(before) = self.look(move |tx, _| repeat::answered(tx, &asked)).await? {
            return Ok(Written::new(before?, None));
        }
        match prepare.await {
            Ok(prepared) => self.once(move |tx, who| act(tx, who, &prepared)).await,
            Err(Stop::Refused(refusal)) if refusal.is_how_things_stand() => {
                Ok(Written::new(self.refuse_once(key, refusal).await?, None))
            }
            Err(stop) => Err(stop),
        }
    }

    /// Keeps that the request was refused for how things stand: a copy of it that is still on its way, held up
    /// in a network or in a server that stood still, would find things otherwise and be done after all.
    async fn refuse_once(&self, key: Key, refusal: Refusal) -> Outcome<String> {
        let sentence = refusal.say(self.language());
        let before = self
            .visit
            .act(move |tx, who| {
                let before = repeat::claim(tx, &key, who.at)?;
                if before.is_none() {
                    repeat::refuse(tx, &key, &sentence)?;
                }
                Ok::<_, Stop>(before)
            })
            .await?;
        match before {
            // The copy was faster.
            Some(before) => before,
            None => Err(Stop::Refused(refusal)),
        }
    }
}
