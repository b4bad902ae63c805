//! Forbidden turns: sequences of lanes that nobody may drive one after another.
//!
//! They are kept as an automaton (Aho and Corasick): its states are the beginnings of forbidden
//! sequences, and whoever is in none of them is free. Each state becomes a copy of the junction where
//! it is reached, so that searches know nothing of turns, and only the junctions involved grow.

use std::collections::{BTreeMap, VecDeque};

/// Where nobody is in the middle of a forbidden sequence.
pub const FREE: usize = 0;

#[derive(Debug, Default)]
pub struct Turns {
    states: Vec<State>,
}

#[derive(Debug, Default)]
struct State {
    next: BTreeMap<u32, usize>,
    /// The longest other beginning that this one ends with.
    fall_back: usize,
    forbidden: bool,
    last_lane: u32,
}

impl Turns {
    pub fn of(sequences: &[Vec<u32>]) -> Self {
        let mut turns = Self { states: vec![State::default()] };
        for sequence in sequences {
            turns.add(sequence);
        }
        turns.link();
        turns
    }

    /// The state after driving `lane`, or `None` where that is forbidden.
    pub fn after(&self, state: usize, lane: u32) -> Option<usize> {
        let next = self.follow(state, lane);
        (!self.states[next].forbidden).then_some(next)
    }

    pub fn state_count(&self) -> usize {
        self.states.len()
    }

    /// Every state but [`FREE`] that can be reached, with the lane at whose end it is.
    pub fn beginnings(&self) -> impl Iterator<Item = (usize, u32)> + '_ {
        let states = self.states.iter().enumerate().skip(1);
        states.filter(|(_, state)| !state.forbidden).map(|(index, state)| (index, state.last_lane))
    }

    fn add(&mut self, sequence: &[u32]) {
        let mut at = FREE;
        for &lane in sequence {
            let new = self.states.len();
            let next = *self.states[at].next.entry(lane).or_insert(new);
            if next == new {
                self.states.push(State { last_lane: lane, ..State::default() });
            }
            at = next;
        }
        self.states[at].forbidden = at != FREE;
    }

    fn link(&mut self) {
        let mut queue: VecDeque<usize> = self.states[FREE].next.values().copied().collect();
        while let Some(at) = queue.pop_front() {
            for (lane, next) in self.states[at].next.clone() {
                let fall_back = self.follow(self.states[at].fall_back, lane);
                self.states[next].fall_back = fall_back;
                self.states[next].forbidden |= self.states[fall_back].forbidden;
                queue.push_back(next);
            }
        }
    }

    fn follow(&self, mut state: usize, lane: u32) -> usize {
        loop {
            match self.states[state].next.get(&lane) {
                Some(next) => return *next,
                None if state == FREE => return FREE,
                None => state = self.states[state].fall_back,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drive_is_forbidden_where_it_ends_with_a_forbidden_sequence() {
        let turns = Turns::of(&[vec![1, 2], vec![3, 1, 4], vec![1, 4, 5]]);
        let cases: [(&[u32], bool); 9] = [
            (&[1, 2], false),
            (&[2, 1], true),
            (&[1, 3, 2], true),
            (&[3, 1, 4], false),
            (&[3, 1, 5], true),
            (&[1, 4], true),
            (&[1, 4, 5], false),
            // While in the second sequence, the first holds too.
            (&[3, 1, 2], false),
            (&[1, 1, 2], false),
        ];
        for (drive, allowed) in cases {
            let end = drive.iter().try_fold(FREE, |state, lane| turns.after(state, *lane));
            assert_eq!(end.is_some(), allowed, "{drive:?}");
        }
    }
}
