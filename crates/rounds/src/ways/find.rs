//! The thin edge: which source there is, and how it is asked.

use std::fs::File;
use std::io::BufReader;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, Method};
use frame::outside::Call;
use frame::{App, Outcome, RouteServer, aside};
use roads::{Detour, Graph, TripClass, UNREACHABLE, Vehicle};
use units::Coordinates;
use url::Url;

use super::server::{ServerFault, Table};
use super::{BLOCK, NoWays, Place, Source, Speeds, Ways, osrm, valhalla};

/// A table of 50 by 50 takes either kind of server some tenths of a second.
const PATIENCE: Duration = Duration::from_secs(20);
/// Fifty by fifty cells, with all that Valhalla says of each.
const LARGEST_ANSWER: usize = 4 << 20;

/// The networks of roads that the operator named, one for each kind of vehicle, in their order.
pub struct Networks {
    graphs: Vec<Graph>,
    files: String,
}

impl Networks {
    /// The network of this kind of vehicle, else the first that there is.
    pub fn of(&self, vehicle: Vehicle) -> Option<&Graph> {
        let own = self.graphs.iter().find(|graph| graph.profile().vehicle == vehicle);
        own.or_else(|| self.graphs.first())
    }

    /// Which files they are, and of which moment: what is made of them is known by it.
    pub fn key(&self) -> &str {
        &self.files
    }
}

/// The networks as they are in their files: read once, and again when a file is another.
///
/// # Errors
/// A fault of the operator's, in one sentence: which file, what, and what to do.
pub async fn networks(app: &App) -> Outcome<Arc<Networks>> {
    let files = app.settings.roads.clone();
    let key = files.iter().map(version).collect::<Vec<_>>().join(" ");
    let read = read_networks(files, key.clone());
    app.memo.once(format!("roads {key}"), read, |networks: &Networks| !networks.graphs.is_empty()).await
}

fn version(file: &PathBuf) -> String {
    let modified = std::fs::metadata(file).and_then(|found| Ok((found.modified()?, found.len())));
    format!("{} {modified:?}", file.display())
}

async fn read_networks(files: Vec<PathBuf>, key: String) -> Outcome<Networks> {
    let read = |file: &PathBuf| -> anyhow::Result<Graph> {
        let name = || format!("the roads in {}", file.display());
        let bytes = File::open(file).with_context(name)?;
        Graph::read(BufReader::new(bytes)).with_context(name)
    };
    let graphs = aside(move || files.iter().map(read).collect::<anyhow::Result<Vec<Graph>>>()).await?;
    Ok(Networks { graphs: graphs?, files: key })
}

/// The ways between these places for one kind of vehicle: of the server that the operator named, else by the network of
/// roads, else by estimate.
///
/// # Errors
/// [`NoWays`], with the sites by name. A server that does not answer is a refusal: a plan never silently stands on
/// something else than what the operator chose.
pub async fn find(app: &App, places: &[Place], vehicle: Vehicle) -> Outcome<Ways> {
    if places.len() > roads::limits::SITES {
        return Err(NoWays::TooMany { sites: places.len() }.into());
    }
    match &app.settings.route_server {
        Some(server) => Ok(asked(app, server, places, vehicle).await?),
        None => by_road_or_estimate(app, places, vehicle).await,
    }
}

async fn by_road_or_estimate(app: &App, places: &[Place], vehicle: Vehicle) -> Outcome<Ways> {
    let networks = networks(app).await?;
    let places = places.to_vec();
    let found = move || match networks.of(vehicle) {
        Some(graph) => by_road(graph, &places),
        None => estimated(&places, vehicle),
    };
    Ok(aside(found).await??)
}

fn by_road(graph: &Graph, places: &[Place]) -> Result<Ways, NoWays> {
    let found = roads::matrix(graph, &coordinates(places), roads::limits::SNAP_METRES)?;
    let off = found.snaps.iter().zip(places).filter(|(snap, _)| snap.is_none());
    let off: Vec<String> = off.map(|(_, place)| place.name.clone()).collect();
    if !off.is_empty() {
        return Err(NoWays::OffRoad { sites: off });
    }
    let source = Source::Roads { attribution: graph.attribution() };
    let matrix = found.matrix;
    Ways::of(matrix.size, matrix.seconds, matrix.metres, source, &names(places))
}

/// By straight lines and detour factors, which the source tells.
pub(super) fn estimated(places: &[Place], vehicle: Vehicle) -> Result<Ways, NoWays> {
    let matrix = roads::estimate(&coordinates(places), vehicle)?;
    let part = |detour: Detour| Speeds {
        until_km: (detour.class != TripClass::Long).then_some(detour.until_metres / 1_000),
        longer_percent: detour.percent - 100,
        kmh: detour.kmh,
    };
    let source = Source::Estimate { parts: Detour::all(vehicle).map(part).to_vec() };
    Ways::of(matrix.size, matrix.seconds, matrix.metres, source, &names(places))
}

async fn asked(
    app: &App,
    server: &RouteServer,
    places: &[Place],
    vehicle: Vehicle,
) -> Result<Ways, NoWays> {
    let (sites, size) = (coordinates(places), places.len());
    let mut seconds = vec![UNREACHABLE; size * size];
    let mut metres = seconds.clone();
    let fault = |why| NoWays::of_server(server, why, places);
    for from in blocks(size) {
        for to in blocks(size) {
            let table = ask(app, server, &sites, &from, &to, vehicle).await.map_err(fault)?;
            let cells = from.clone().flat_map(|from| to.clone().map(move |to| from * size + to));
            for ((cell, time), distance) in cells.zip(table.seconds).zip(table.metres) {
                (seconds[cell], metres[cell]) = (time, distance);
            }
        }
    }
    // A site is where it is, even if a server would go once round the block.
    for at in 0..size {
        (seconds[at * size + at], metres[at * size + at]) = (0, 0);
    }
    let (name, day) = (name(server), app.today().to_string());
    let source = match server {
        RouteServer::Osrm(_) => Source::Osrm { server: name, day },
        RouteServer::Valhalla(_) => Source::Valhalla { server: name, day },
    };
    Ways::of(size, seconds, metres, source, &names(places))
}

fn blocks(size: usize) -> impl Iterator<Item = Range<usize>> {
    (0..size).step_by(BLOCK).map(move |first| first..(first + BLOCK).min(size))
}

async fn ask(
    app: &App,
    server: &RouteServer,
    sites: &[Coordinates],
    from: &Range<usize>,
    to: &Range<usize>,
    vehicle: Vehicle,
) -> Result<Table, ServerFault> {
    match server {
        RouteServer::Osrm(base) => {
            let answer = call(app, base, &osrm::question(sites, from, to), None).await?;
            osrm::read(&answer, from, to)
        }
        RouteServer::Valhalla(base) => {
            let question = valhalla::question(sites, from, to, vehicle);
            let answer = call(app, base, valhalla::PATH, Some(question)).await?;
            valhalla::read(&answer, sites, from, to)
        }
    }
}

/// Asks, and gives what came back whatever its status: either kind tells in the body what it refuses.
async fn call(app: &App, base: &Url, path: &str, body: Option<Vec<u8>>) -> Result<Vec<u8>, ServerFault> {
    let to = format!("{}{path}", base.as_str().trim_end_matches('/'));
    let to = app.outside.address(&to).map_err(|fault| ServerFault::Silent(fault.to_string()))?;
    let method = if body.is_some() { Method::POST } else { Method::GET };
    let mut headers = HeaderMap::new();
    if body.is_some() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    let body = body.unwrap_or_default();
    let call = Call { method, to, headers, body, patience: PATIENCE, largest: LARGEST_ANSWER };
    let answer = app.outside.call(call).await.map_err(|fault| ServerFault::Silent(fault.to_string()))?;
    if answer.is_whole { Ok(answer.body) } else { Err(ServerFault::NoTable) }
}

/// A server by its host, as people know it.
pub(super) fn name(server: &RouteServer) -> String {
    let (RouteServer::Osrm(url) | RouteServer::Valhalla(url)) = server;
    url.host_str().unwrap_or_default().to_owned()
}

fn coordinates(places: &[Place]) -> Vec<Coordinates> {
    places.iter().map(|place| place.at).collect()
}

fn names(places: &[Place]) -> Vec<&str> {
    places.iter().map(|place| place.name.as_str()).collect()
}
