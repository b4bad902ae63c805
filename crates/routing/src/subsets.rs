//! What each group of members would pay if it went alone: the costs that a fair share is computed from.

use crate::problem::Problem;
use crate::search::subsets;
use crate::solve::Objective;

/// Members at most: each more doubles the groups.
pub const MOST_MEMBERS: usize = 16;

/// Whose requests and vehicles they are.
#[derive(Debug, Clone, Copy)]
pub struct Members<'a> {
    /// One to sixteen.
    pub count: usize,
    /// Of each request, the member whose it is.
    pub of_requests: &'a [usize],
    /// Of each vehicle, the member who brings it; nobody's may be used by any group.
    pub of_vehicles: &'a [Option<usize>],
}

/// How thoroughly each group's plan is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    pub seed: u64,
    pub objective: Objective,
    /// Changes that are tried for each group.
    pub iterations_a_group: u64,
}

/// Why the groups cannot be looked at.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MembersFault {
    #[error("there are {0} members; costs of all groups are found for one to 16")]
    Count(usize),
    #[error("{found} members are named for {asked} {of}: name one for each")]
    Named { of: &'static str, found: usize, asked: usize },
    #[error("member {0} is named, and there are {1}: count from 0")]
    Unknown(usize, usize),
}

/// The cost of the best plan that is found for each group of members, all of them in one go: at place `g` stands the group
/// of those members whose bit is set in `g`. In metres, or for [`Objective::Cost`] in cents; none where a request that must
/// be carried cannot be. The same problem, members and effort give the same costs.
///
/// The plan of a group begins from those of groups that differ by one member, smaller ones first and then larger ones. At
/// the end no group costs more than its parts together, wherever the parts' vehicles suffice for both.
///
/// `tell` is told the share that is done, and ends it with `false`; what was found so far is given then.
///
/// # Errors
/// [`MembersFault`] where members and problem do not go together.
pub fn cost_of_subsets(
    problem: &Problem,
    members: Members<'_>,
    effort: Effort,
    tell: &mut dyn FnMut(f64) -> bool,
) -> Result<Vec<Option<u64>>, MembersFault> {
    if !(1..=MOST_MEMBERS).contains(&members.count) {
        return Err(MembersFault::Count(members.count));
    }
    let lists = [
        ("requests", members.of_requests.len(), problem.tasks.len()),
        ("vehicles", members.of_vehicles.len(), problem.vehicles.len()),
    ];
    for (of, found, asked) in lists {
        if found != asked {
            return Err(MembersFault::Named { of, found, asked });
        }
    }
    let named = members.of_requests.iter().copied().chain(members.of_vehicles.iter().flatten().copied());
    if let Some(unknown) = named.clone().find(|&member| member >= members.count) {
        return Err(MembersFault::Unknown(unknown, members.count));
    }
    Ok(subsets::costs(problem, members, effort, tell))
}
