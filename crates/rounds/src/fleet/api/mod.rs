//! The fleet for programs.

mod drivers;
mod vehicles;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::model::Shift;

pub(super) use drivers::*;
pub(super) use vehicles::*;

/// When a vehicle or a driver is there in an ordinary week.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WeekShift {
    /// From 1 for Monday.
    #[schemars(length(min = 1, max = 7), inner(range(min = 1, max = 7)))]
    weekdays: Vec<u8>,
    /// After midnight.
    #[schemars(range(max = 1_439))]
    from_minute: u16,
    #[schemars(range(max = 1_440))]
    to_minute: u16,
}

impl WeekShift {
    fn shift(&self) -> Shift {
        let mut weekdays: Vec<i8> =
            self.weekdays.iter().map(|&day| i8::try_from(day).unwrap_or(i8::MAX)).collect();
        weekdays.sort_unstable();
        weekdays.dedup();
        Shift { weekdays, from: self.from_minute.into(), to: self.to_minute.into() }
    }
}

impl From<&Shift> for WeekShift {
    fn from(shift: &Shift) -> Self {
        let minute = |minute: i64| u16::try_from(minute).unwrap_or_default();
        Self {
            weekdays: shift.weekdays.iter().map(|day| day.unsigned_abs()).collect(),
            from_minute: minute(shift.from),
            to_minute: minute(shift.to),
        }
    }
}
