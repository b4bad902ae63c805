//! Files of rounds and roads.

use std::io::Cursor;

use roads::{Graph, Measure, Profile};
use rounds::ways::{osrm, valhalla};
use routing::{Budget, Objective, Problem, Settings, Tuning, check};
use units::Coordinates;

/// A file of requests and vehicles: what is planned of it keeps every rule.
pub fn rounds(text: &str) {
    let Ok(instance) = routing::read::read(text) else { return };
    let Ok(problem) = Problem::new(instance.description.clone()) else { return };
    let settings = Settings {
        seed: 1,
        objective: Objective::Cost,
        budget: Budget::Iterations(3),
        threads: 1,
        from: None,
        tuning: Tuning::default(),
    };
    let plan = routing::solve(&problem, &settings, &mut |_| true);
    assert_eq!(check::check(&instance.description, &plan), Vec::<String>::new());
}

/// An OpenStreetMap extract: a network that it becomes is read again as it was written.
pub fn extract(bytes: &[u8]) {
    let Ok(network) = roads::build(Cursor::new(bytes), &Profile::VAN) else { return };
    let mut written = Vec::new();
    network.write(&mut written).expect("room in memory");
    let again = Graph::read(written.as_slice()).expect("what was written");
    assert_eq!(again.size(), network.size());
}

/// The file of a road network.
pub fn network(bytes: &[u8]) {
    if let Ok(network) = Graph::read(bytes) {
        let _ = network.attribution();
    }
}

/// A matrix that somebody pasted: a row and a column for each site, without holes.
pub fn pasted(text: &str) {
    if let Ok(table) = roads::parse(text, &["dock", "shop"], Measure::Seconds) {
        let _ = roads::Matrix::pasted(table.clone(), table);
    }
}

/// What a server answers that is asked for times and distances.
pub fn table(bytes: &[u8]) {
    let sites = [(47_141_000, 9_520_900), (47_066_500, 9_502_300)];
    let sites = sites.map(|(latitude_e6, longitude_e6)| Coordinates { latitude_e6, longitude_e6 });
    let read = [osrm::read(bytes, &(0..2), &(0..2)), valhalla::read(bytes, &sites, &(0..2), &(0..2))];
    for table in read.into_iter().flatten() {
        assert_eq!((table.seconds.len(), table.metres.len()), (4, 4));
    }
}
