//! Pooled pick-up and delivery rounds: a [`Problem`] in, a [`Plan`](plan::Plan) out.
//!
//! Pure: values in, values out; no clock, no I/O. The same problem, seed and number of iterations give the same plan on
//! every machine.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "counts are below the limits that a problem is checked for; what is a float is a share, a temperature, or rounded"
)]

pub mod check;
pub mod description;
mod layout;
mod passage;
pub mod plan;
mod problem;
pub mod read;
pub mod replan;
mod search;
mod solve;
pub mod subsets;
mod timetable;

pub use description::Description;
pub use plan::{Plan, solve};
pub use problem::{Fault, Problem};
pub use replan::replan;
pub use search::Why;
pub use solve::{Budget, Objective, Progress, Settings, Tuning};
pub use subsets::cost_of_subsets;
