//! Pooled pick-up and delivery rounds: a [`Problem`] in, a [`Plan`](plan::Plan) out.
//!
//! Pure: values in, values out; no clock, no I/O. The same problem, seed and number of iterations give the same plan on
//! every machine.

pub mod check;
pub mod description;
pub mod plan;
mod problem;
pub mod read;
mod search;
mod solve;
mod timetable;

pub use description::Description;
pub use plan::{Plan, solve};
pub use problem::{Fault, Problem};
pub use search::Why;
pub use solve::{Budget, Objective, Progress, Settings, Tuning};
