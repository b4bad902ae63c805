//! Times and distances between sites by each source that an operator can name, as a plan asks for them.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::http::Uri;
use axum::response::IntoResponse as _;
use frame::{App, Clock, RouteServer, Settings, Stop};
use roads::Vehicle;
use rounds::ways::{Place, Source, find};
use tempfile::TempDir;
use tresse::{migrations, server};
use units::{Coordinates, Language};

use crate::town::{RUNTIME, noon};

const OSRM: &[u8] = include_bytes!("../../../rounds/tests/data/osrm.json");
const OSRM_FAR: &[u8] = include_bytes!("../../../rounds/tests/data/osrm-far.json");
const VALHALLA: &[u8] = include_bytes!("../../../rounds/tests/data/valhalla.json");

/// Vaduz, Balzers, Schaan, Ruggell.
fn places() -> Vec<Place> {
    let all = [
        ("Vaduz", 47_141_000, 9_520_900),
        ("Balzers", 47_066_500, 9_502_300),
        ("Schaan", 47_165_000, 9_509_500),
        ("Ruggell", 47_238_000, 9_528_000),
    ];
    all.map(|(name, latitude_e6, longitude_e6)| Place {
        name: name.to_owned(),
        at: Coordinates { latitude_e6, longitude_e6 },
    })
    .to_vec()
}

/// An instance that its operator has set up so.
async fn instance(set_up: impl FnOnce(Settings) -> Settings) -> (App, store::testing::TestDb) {
    let database = store::testing::sqlite(&migrations()).await;
    let settings = set_up(Settings::default());
    (server::application_at(database.db.clone(), settings, Clock::set_by_hand(noon())), database)
}

/// A server that says what a real one said, and keeps what it was asked.
async fn replay(answer: &'static [u8]) -> (url::Url, Arc<Mutex<Vec<String>>>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let own = Arc::clone(&asked);
    let answering = move |uri: Uri, body: Bytes| async move {
        own.lock().unwrap().push(format!("{uri} {}", String::from_utf8_lossy(&body)));
        answer.into_response()
    };
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answering)).await });
    (address, asked)
}

fn said(stop: &Stop) -> String {
    stop.say(Language::En)
}

#[test]
fn a_route_server_is_asked_once_for_a_small_plan_and_its_answer_is_what_is_planned_with() {
    RUNTIME.block_on(async {
        let (url, asked) = replay(OSRM).await;
        let named = |settings: Settings| Settings {
            inside: vec!["127.0.0.1".parse().unwrap()],
            route_server: Some(RouteServer::Osrm(url)),
            ..settings
        };
        let (app, _database) = instance(named).await;
        let ways = find(&app, &places(), Vehicle::Van).await.unwrap();
        assert_eq!((ways.seconds(0, 1), ways.metres(3, 2)), (682, 9_380));
        assert_eq!(ways.source, Source::Osrm { server: "127.0.0.1".into(), day: "2026-11-24".into() });
        assert_eq!(
            ways.source.said(Language::Fr),
            "Durées et distances du serveur OSRM 127.0.0.1, demandées le 2026-11-24."
        );
        let asked = asked.lock().unwrap();
        assert!(
            asked.len() == 1 && asked[0].starts_with("/table/v1/driving/9.520900,47.141000;"),
            "{asked:?}"
        );
    });
    RUNTIME.block_on(async {
        let (url, asked) = replay(VALHALLA).await;
        let named = |settings: Settings| Settings {
            inside: vec!["127.0.0.1".parse().unwrap()],
            route_server: Some(RouteServer::Valhalla(url)),
            ..settings
        };
        let (app, _database) = instance(named).await;
        let ways = find(&app, &places(), Vehicle::Van).await.unwrap();
        assert_eq!((ways.seconds(0, 1), ways.metres(3, 0)), (569, 12_534));
        let asked = asked.lock().unwrap();
        assert!(asked[0].starts_with("/sources_to_targets {"), "{asked:?}");
    });
}

#[test]
fn a_server_inside_is_asked_only_where_the_operator_says_so_and_one_that_is_silent_is_named() {
    RUNTIME.block_on(async {
        let (url, asked) = replay(OSRM).await;
        let named = Some(RouteServer::Osrm(url));
        let (app, _database) = instance(|settings| Settings { route_server: named, ..settings }).await;
        let stop = find(&app, &places(), Vehicle::Van).await.unwrap_err();
        assert!(
            said(&stop).contains("127.0.0.1 does not answer (it begins with https://"),
            "{}",
            said(&stop)
        );
        assert!(asked.lock().unwrap().is_empty());

        let (url, _) = replay(OSRM_FAR).await;
        let named = |settings: Settings| Settings {
            inside: vec!["127.0.0.1".parse().unwrap()],
            route_server: Some(RouteServer::Osrm(url)),
            ..settings
        };
        let (app, _database) = instance(named).await;
        let stop = find(&app, &places()[..2], Vehicle::Van).await.unwrap_err();
        let expected =
            "No road passes within a kilometre of this site: Balzers. Correct its coordinates.";
        assert_eq!(said(&stop), expected);
    });
}

/// A network of the extract of Liechtenstein, in a file.
fn network(folder: &TempDir) -> PathBuf {
    let extract = concat!(env!("CARGO_MANIFEST_DIR"), "/../roads/tests/data/liechtenstein.osm.pbf");
    let graph = roads::build(std::fs::File::open(extract).unwrap(), &roads::Profile::VAN).unwrap();
    let path = folder.path().join("liechtenstein.roads");
    graph.write(std::fs::File::create(&path).unwrap()).unwrap();
    path
}

#[test]
fn roads_in_a_file_are_used_until_the_file_is_another_and_half_a_file_is_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = network(&folder);
    RUNTIME.block_on(async {
        let (app, _database) =
            instance(|settings| Settings { roads: vec![path.clone()], ..settings }).await;
        let ways = find(&app, &places(), Vehicle::SmallLorry).await.unwrap();
        assert!((8_500..9_500).contains(&ways.metres(0, 1)), "{}", ways.metres(0, 1));
        assert!(ways.source.said(Language::En).contains("© OpenStreetMap contributors"));

        let mut far = places();
        far[1].at = Coordinates { latitude_e6: 49_920_300, longitude_e6: 5_376_000 };
        let stop = find(&app, &far, Vehicle::Van).await.unwrap_err();
        assert!(said(&stop).contains("of this site: Balzers"), "{}", said(&stop));

        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        let stop = find(&app, &places(), Vehicle::Van).await.unwrap_err();
        assert!(format!("{stop:?}").contains("liechtenstein.roads"), "{stop:?}");
    });
}

#[test]
fn without_any_of_them_ways_are_estimates_and_say_so() {
    RUNTIME.block_on(async {
        let (app, _database) = instance(|settings| settings).await;
        let ways = find(&app, &places(), Vehicle::Van).await.unwrap();
        assert!(ways.source.is_estimate());
        assert!(ways.source.said(Language::Nl).contains("geschat"));
    });
}
