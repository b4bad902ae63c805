//! Measures reading, building, loading and matrices, and how they grow, as Markdown.
//!
//! `cargo bench -p roads` prints it; `cargo bench -p roads -- 64` stops at 64 copies. The extracts at
//! hand are small, so copies of Liechtenstein are laid side by side and joined: 400 have about as many
//! junctions as Belgium. Copies are more alike than a country is, and their joins fewer.

use std::fmt::Write as _;
use std::io::Cursor;
use std::time::Duration;

use roads::extract::{Road, Via};
use roads::profile::Class;
use roads::{Extract, Graph, Point, Profile, Vehicle, estimate, limits, matrix};
use units::Coordinates;

const LIECHTENSTEIN: &[u8] = include_bytes!("../tests/data/liechtenstein.osm.pbf");
const ANDORRA: &[u8] = include_bytes!("../tests/data/andorra.osm.pbf");

/// Copies along each side of the square.
const SIDES: [usize; 6] = [1, 2, 4, 8, 16, 20];

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let [_, word, path] = &words[..]
        && word == "load"
    {
        load(path);
        return;
    }
    let most = words.iter().find_map(|word| word.parse().ok()).unwrap_or(400);
    small();
    estimates();
    growth(most);
}

fn small() {
    println!(
        "\n| extract | read and build | junctions | edges | file | load | 250 x 250 Dijkstra | hierarchy | build it | 1,000 x 1,000 Dijkstra | hierarchy |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    for (name, bytes) in [("Liechtenstein", LIECHTENSTEIN), ("Andorra", ANDORRA)] {
        let (built, graph) = best(5, || roads::build(Cursor::new(bytes), &Profile::VAN).expect("built"));
        let graph = graph.without_hierarchy();
        let (hierarchy, quick) = best(3, || graph.clone().with_hierarchy());
        let file = written(&quick);
        let (loaded, _) = best(5, || Graph::read(&file[..]).expect("read"));
        let mut row = format!(
            "| {name} | {} | {} | {} | {:.1} MB | {} |",
            shown(built),
            graph.size().junctions,
            graph.size().edges,
            megabytes(file.len()),
            shown(loaded)
        );
        let mut times = Vec::new();
        for count in [250, 1_000] {
            let sites = sites(&graph, count);
            let (plain, slow) = best(3, || matrix(&graph, &sites, 100_000).expect("few sites"));
            let (fast, same) = best(3, || matrix(&quick, &sites, 100_000).expect("few sites"));
            assert!(slow.matrix == same.matrix, "both searches say the same");
            times.push((plain, fast));
        }
        for cell in [times[0].0, times[0].1, hierarchy, times[1].0, times[1].1] {
            let _ = write!(row, " {} |", shown(cell));
        }
        println!("{row}");
    }
}

/// How the estimate compares with the roads, in percent of time and distance.
fn estimates() {
    println!(
        "\n| estimate of road, percent | pairs | time p10 | p50 | p90 | distance p10 | p50 | p90 |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for (name, bytes) in [("Liechtenstein", LIECHTENSTEIN), ("Andorra", ANDORRA)] {
        let graph = roads::build(Cursor::new(bytes), &Profile::VAN).expect("built");
        let all = sites(&graph, 800);
        let near = |place: &&Coordinates| roads::snap_within(&graph, **place, 150).is_some();
        let sites: Vec<Coordinates> = all.iter().filter(near).copied().collect();
        let road = matrix(&graph, &sites, 150).expect("few sites").matrix;
        let guess = estimate(&sites, Vehicle::Van).expect("few sites");
        let percents = |guess: &[u32], road: &[u32]| {
            let pairs = guess.iter().zip(road).filter(|(_, road)| **road > 60);
            let mut all: Vec<u64> = pairs.map(|(a, b)| u64::from(*a) * 100 / u64::from(*b)).collect();
            all.sort_unstable();
            [10, 50, 90].map(|percent| all[all.len() * percent / 100])
        };
        let figures = [percents(&guess.seconds, &road.seconds), percents(&guess.metres, &road.metres)];
        let cells: Vec<String> = figures.as_flattened().iter().map(ToString::to_string).collect();
        println!("| {name} | {} | {} |", sites.len() * sites.len(), cells.join(" | "));
    }
}

fn growth(most: usize) {
    println!(
        "\n| copies | junctions | edges | join and order | arcs up | file | load | memory held | snap 250 | 250 x 250 Dijkstra | hierarchy | 1,000 x 1,000 hierarchy | map, KB | draw |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    let one = Extract::read(Cursor::new(LIECHTENSTEIN), &Profile::VAN).expect("read");
    for side in SIDES.into_iter().filter(|side| side * side <= most) {
        let extract = tiled(&one, side);
        let (built, graph) = timed(|| {
            let graph = Graph::of(extract, Profile::VAN).expect("joined");
            if graph.size().hierarchy_arcs > 0 { graph } else { graph.with_hierarchy() }
        });
        let file = written(&graph);
        let (loaded, held) = loaded_elsewhere(&file);
        let sites = sites(&graph, 1_000);
        let (snapped, _) = timed(|| {
            sites[..250].iter().filter_map(|site| roads::snap_within(&graph, *site, 100_000)).count()
        });
        let few = &sites[..250];
        let (fast, quick) = best(2, || matrix(&graph, few, 100_000).expect("few sites"));
        let (thousand, _) = timed(|| matrix(&graph, &sites, 100_000).expect("few sites"));
        let size = graph.size();
        let (drawn, map) = timed(|| roads::map::draw(&graph, graph.bounds(), "x", roads::map::BYTES));
        let plain = graph.without_hierarchy();
        let (slow, same) = timed(|| matrix(&plain, few, 100_000).expect("few sites"));
        assert!(quick.matrix == same.matrix, "both searches say the same");
        println!(
            "| {} | {} | {} | {} | {} | {:.0} MB | {loaded} | {held} | {} | {} | {} | {} | {} | {} |",
            side * side,
            size.junctions,
            size.edges,
            shown(built),
            size.hierarchy_arcs,
            megabytes(file.len()),
            shown(snapped),
            shown(slow),
            shown(fast),
            shown(thousand),
            map.svg.len() / 1024,
            shown(drawn),
        );
    }
    println!("\nLimit of a hierarchy: {} junctions.", limits::HIERARCHY_JUNCTIONS);
}

/// Time and memory of another process that does nothing but load.
fn loaded_elsewhere(file: &[u8]) -> (String, String) {
    let path = std::env::temp_dir().join("measured.roads");
    std::fs::write(&path, file).expect("a folder to write to");
    let this = std::env::current_exe().expect("a program");
    let run = std::process::Command::new(this).arg("load").arg(&path).output().expect("run");
    std::fs::remove_file(&path).expect("removed");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let (loaded, held) = said.trim().split_once(';').expect("two figures");
    (loaded.to_owned(), held.to_owned())
}

fn load(path: &str) {
    let before = resident();
    let read = || Graph::read(std::fs::File::open(path).expect("there")).expect("read");
    let (loaded, graph) = timed(read);
    let held = resident().saturating_sub(before);
    println!("{};{:.0} MB", shown(loaded), megabytes(held));
    drop(graph);
}

/// Copies of an extract in a square, each joined to the next at several places.
fn tiled(one: &Extract, side: usize) -> Extract {
    let number = |count: usize| u32::try_from(count).expect("few enough");
    let latitudes = one.points.iter().map(|point| point.latitude_e7);
    let longitudes = one.points.iter().map(|point| point.longitude_e7);
    let tall = latitudes.clone().max().expect("points") - latitudes.min().expect("points") + 10_000;
    let wide = longitudes.clone().max().expect("points") - longitudes.min().expect("points") + 10_000;
    let count = number(one.points.len());
    let mut all = Extract { as_of: one.as_of, places: one.places.clone(), ..Extract::default() };
    for tile in 0..side * side {
        let (row, column) =
            (i32::try_from(tile / side).expect("few"), i32::try_from(tile % side).expect("few"));
        let offset = number(all.points.len());
        let moved = |point: &Point| Point {
            // Southwards, so that the map stays on Earth.
            latitude_e7: point.latitude_e7 - row * tall,
            longitude_e7: point.longitude_e7 + column * wide,
        };
        let ways = i64::try_from(tile).expect("few") * 10_000_000_000;
        all.points.extend(one.points.iter().map(moved));
        all.stopped.extend(one.stopped.iter().map(|point| point + offset));
        for road in &one.roads {
            let first = number(all.road_points.len());
            all.road_points.extend(one.points_of(road).iter().map(|point| point + offset));
            all.roads.push(Road { first, way: road.way + ways, ..*road });
        }
        all.bans.extend(one.bans.iter().cloned().map(|mut ban| {
            (ban.from_way, ban.to_way) = (ban.from_way + ways, ban.to_way + ways);
            if let Via::Point(point) = &mut ban.via {
                *point += offset;
            }
            ban
        }));
        // Ends of the first roads, to the same ends of the copies to the west and to the north.
        for (index, road) in
            one.roads.iter().filter(|road| road.class <= Class::Tertiary).step_by(40).enumerate()
        {
            let end = one.points_of(road)[0] + offset;
            let before =
                [(column > 0).then(|| end - count), (row > 0).then(|| end - count * number(side))];
            for before in before.into_iter().flatten() {
                let first = number(all.road_points.len());
                all.road_points.extend([before, end]);
                let way = ways + 1_000_000_000 + i64::try_from(index).expect("few");
                all.roads.push(Road {
                    way,
                    first,
                    count: 2,
                    class: Class::Primary,
                    to_ends: false,
                    speeds: [600, 600],
                });
            }
        }
    }
    all
}

/// Sites anywhere between the corners; the same each time.
fn sites(graph: &Graph, count: usize) -> Vec<Coordinates> {
    let (low, high) = graph.bounds();
    let mut state = 1u64;
    let mut between = |low: i64, high: i64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        low + i64::try_from(state >> 33).expect("31 bits") % (high - low + 1)
    };
    (0..count)
        .map(|_| Coordinates {
            latitude_e6: between(low.latitude_e6, high.latitude_e6),
            longitude_e6: between(low.longitude_e6, high.longitude_e6),
        })
        .collect()
}

fn written(graph: &Graph) -> Vec<u8> {
    let mut bytes = Vec::new();
    graph.write(&mut bytes).expect("written to memory");
    bytes
}

#[expect(clippy::disallowed_methods, reason = "a benchmark is about time")]
fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let began = std::time::Instant::now();
    let result = run();
    (began.elapsed(), result)
}

fn best<T>(runs: usize, mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut all: Vec<(Duration, T)> = (0..runs).map(|_| timed(&mut run)).collect();
    all.sort_by_key(|(time, _)| *time);
    all.swap_remove(0)
}

/// Bytes of memory that the process holds, 0 where the system does not say.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    kilobytes.unwrap_or(0usize) * 1024
}

fn shown(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1000.0;
    match milliseconds {
        small if small < 10.0 => format!("{small:.1} ms"),
        middle if middle < 10_000.0 => format!("{middle:.0} ms"),
        large => format!("{:.0} s", large / 1000.0),
    }
}

#[expect(clippy::cast_precision_loss, reason = "for people to read")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
