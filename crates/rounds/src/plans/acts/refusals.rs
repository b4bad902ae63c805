//! Why no plan is drawn up, changed or published, in sentences.

use frame::Say;
use units::Language;

use crate::plans::describe::Obstacle;
use crate::words::words;

/// Why no plan is drawn up, or why it is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPlanned {
    /// Everything that is in the way, one sentence each.
    InTheWay {
        obstacles: Vec<String>,
    },
    /// The engine's own words.
    Unplannable {
        why: String,
    },
    AlreadyPublished,
    /// The day is over.
    Past,
    /// What the checker found.
    BreaksRules {
        faults: Vec<String>,
    },
    /// Orders changed since it was drawn up.
    Outdated {
        changes: Vec<String>,
    },
    /// A round has left, and is another in this plan.
    OnTheRoad {
        vehicle: String,
    },
    NobodyCanTakeIt,
    NothingChanged,
}

impl Say for NotPlanned {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::InTheWay { obstacles } => t.plan_in_the_way(obstacles.len() as i64),
            Self::Unplannable { why } => t.plan_unplannable(why),
            Self::AlreadyPublished => t.plan_already_published(),
            Self::Past => t.plan_past(),
            Self::BreaksRules { faults } => t.plan_breaks_rules(faults.len() as i64),
            Self::Outdated { changes } => t.plan_outdated(changes.len() as i64),
            Self::OnTheRoad { vehicle } => t.plan_on_the_road(vehicle),
            Self::NobodyCanTakeIt => t.move_nobody(),
            Self::NothingChanged => t.plan_nothing_changed(),
        }
    }

    fn details(&self) -> &[String] {
        match self {
            Self::InTheWay { obstacles } => obstacles,
            Self::BreaksRules { faults } => faults,
            Self::Outdated { changes } => changes,
            _ => &[],
        }
    }
}

impl Obstacle {
    pub fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::NothingToMove => t.obstacle_nothing(),
            Self::NoVehicle => t.obstacle_no_vehicle(),
            Self::WithoutCost { vehicle } => t.obstacle_without_cost(vehicle),
            Self::NotThere { vehicle } => t.obstacle_not_there(vehicle),
            Self::NoSite { from, to } => t.obstacle_no_site(from, to),
            Self::NoCoordinates { place } => t.obstacle_no_coordinates(place),
            Self::ClosedThatDay { place } => t.obstacle_closed(place),
            Self::OutsideHours { place, asked } => t.obstacle_outside_hours(asked, place),
        }
    }
}
