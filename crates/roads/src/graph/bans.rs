//! Turn restrictions of the map, as the sequences of lanes that they forbid.
//!
//! One that names its ways so that more than one reading is possible is left out: a ban that is
//! wrong closes a road that is open.
//!
//! Where something is banned nobody gets round it by turning back either, at once or at the next
//! junction, unless there is no other way on. Elsewhere turning round at a junction is free: on a
//! quickest way it never happens.

use std::collections::{BTreeMap, VecDeque};

use super::net::Net;
use crate::extract::{Ban, Via};

/// Edges between the two ways of a ban, at most.
const VIA_LANES: usize = 200;

pub fn sequences(net: &Net, bans: &[Ban]) -> Vec<Vec<u32>> {
    let mut sequences: Vec<Vec<u32>> =
        bans.iter().flat_map(|ban| forbidden(net, ban).unwrap_or_default()).collect();
    let mut after: BTreeMap<Vec<u32>, Vec<u32>> = BTreeMap::new();
    for sequence in &sequences {
        if let Some((last, before)) = sequence.split_last() {
            after.entry(before.to_vec()).or_default().push(*last);
        }
    }
    sequences.extend(after.iter().flat_map(|(before, banned)| turning_round(net, before, banned)));
    sequences
}

/// Turning back after `before`, at its end or at the end of the lane after it.
fn turning_round(net: &Net, before: &[u32], banned: &[u32]) -> Vec<Vec<u32>> {
    let Some(&last) = before.last() else { return Vec::new() };
    let back = |lane: u32| lane ^ 1;
    let with = |lanes: &[u32]| [before, lanes].concat();
    let on = net.lanes_out_of(net.ends(last).1).iter().copied();
    let on: Vec<u32> = on.filter(|lane| *lane != back(last) && !banned.contains(lane)).collect();
    let at_once = (!on.is_empty()).then(|| with(&[back(last)]));
    let next = on.iter().filter(|lane| {
        // A dead end is left as one came.
        net.lanes_out_of(net.ends(**lane).1).iter().any(|out| *out != back(**lane))
    });
    at_once.into_iter().chain(next.map(|lane| with(&[*lane, back(*lane)]))).collect()
}

/// What one ban forbids; `None` where its ways do not meet as it says, or in more than one manner.
fn forbidden(net: &Net, ban: &Ban) -> Option<Vec<Vec<u32>>> {
    let path = match &ban.via {
        Via::Point(point) => {
            let junction = net.junction_at[*point as usize];
            let from = only(net.lanes_of(ban.from_way).filter(|lane| net.ends(*lane).1 == junction))?;
            let to = only(net.lanes_of(ban.to_way).filter(|lane| net.ends(*lane).0 == junction))?;
            vec![from, to]
        }
        Via::Ways(ways) => through(net, ban, ways)?,
    };
    if !ban.only {
        return Some(vec![path]);
    }
    let (allowed, before) = path.split_last()?;
    let others = net.lanes_out_of(net.ends(*allowed).0).iter().filter(|lane| *lane != allowed);
    Some(others.map(|lane| before.iter().chain([lane]).copied().collect()).collect())
}

/// The one drive from the first way along `ways` into the last.
fn through(net: &Net, ban: &Ban, ways: &[i64]) -> Option<Vec<u32>> {
    let between: Vec<u32> = ways.iter().flat_map(|way| net.lanes_of(*way)).take(VIA_LANES).collect();
    let drives = net.lanes_of(ban.from_way).flat_map(|from| {
        let reached = spread(net, from, &between);
        let to: Vec<u32> = net.lanes_of(ban.to_way).collect();
        let ends = reached.into_iter().flat_map(move |path| {
            let end = path.last().map(|lane| net.ends(*lane).1);
            let to = to.clone().into_iter().filter(move |to| Some(net.ends(*to).0) == end);
            to.map(move |to| [path.clone(), vec![to]].concat())
        });
        ends.collect::<Vec<_>>()
    });
    only(drives)
}

/// The drives from the end of `from` over one or more of `between`, without turning round.
fn spread(net: &Net, from: u32, between: &[u32]) -> Vec<Vec<u32>> {
    let mut found: Vec<Vec<u32>> = Vec::new();
    let mut waiting = VecDeque::from([vec![from]]);
    while let Some(path) = waiting.pop_front() {
        let Some(&last) = path.last() else { continue };
        for &lane in between.iter().filter(|lane| net.ends(**lane).0 == net.ends(last).1) {
            if path.iter().all(|driven| driven / 2 != lane / 2) && found.len() < VIA_LANES {
                let longer = [path.clone(), vec![lane]].concat();
                found.push(longer.clone());
                waiting.push_back(longer);
            }
        }
    }
    found
}

fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
