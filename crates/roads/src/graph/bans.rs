//! Turn restrictions of the map, as the sequences of lanes that they forbid.
//!
//! One that names its ways so that more than one reading is possible is left out: a ban that is
//! wrong closes a road that is open.

use std::collections::VecDeque;

use super::net::Net;
use crate::extract::{Ban, Via};

/// Edges between the two ways of a ban, at most.
const VIA_LANES: usize = 200;

pub fn sequences(net: &Net, bans: &[Ban]) -> Vec<Vec<u32>> {
    bans.iter().flat_map(|ban| forbidden(net, ban).unwrap_or_default()).collect()
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
