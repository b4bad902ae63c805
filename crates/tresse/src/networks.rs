//! `tresse roads`: a road network from an OpenStreetMap extract, and the matrix of a list of sites.

use std::fs::File;
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::{Subcommand, ValueEnum};
use roads::{Graph, Profile};
use serde_json::json;
use units::Coordinates;

#[derive(Debug, Subcommand)]
pub enum Networks {
    /// Build the road network of an OpenStreetMap extract (.osm.pbf), and write it to a file
    Build {
        /// Extract, as Geofabrik offers it for each country
        extract: PathBuf,
        /// File to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Who drives: it decides which roads are open, and how fast
        #[arg(long, value_enum, default_value_t = Driven::Van)]
        vehicle: Driven,
    },
    /// Print how long and how far it is between all sites of a list
    Matrix {
        /// File that `tresse roads build` wrote
        #[arg(long, value_name = "FILE")]
        graph: PathBuf,
        /// CSV with the columns id, latitude, longitude
        sites: PathBuf,
        /// Print JSON instead of a list of pairs
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Driven {
    Van,
    SmallLorry,
}

impl Networks {
    pub fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Build { extract, out, vehicle } => build(&extract, &out, vehicle),
            Self::Matrix { graph, sites, json } => matrix(&graph, &sites, json),
        }
    }
}

fn open(path: &Path) -> anyhow::Result<BufReader<File>> {
    Ok(BufReader::new(File::open(path).with_context(|| format!("reading {}", path.display()))?))
}

fn build(extract: &Path, out: &Path, vehicle: Driven) -> anyhow::Result<()> {
    let profile = match vehicle {
        Driven::Van => Profile::VAN,
        Driven::SmallLorry => Profile::SMALL_LORRY,
    };
    let graph = roads::build(open(extract)?, &profile).with_context(|| extract.display().to_string())?;
    // Beside the file first, so that a network is never half there.
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)
        .with_context(|| format!("writing into {}", folder.display()))?;
    graph.write(&mut file).with_context(|| out.display().to_string())?;
    file.persist(out).with_context(|| format!("writing {}", out.display()))?;
    println!("{}: {:?}", out.display(), graph.size());
    println!("{}", graph.attribution());
    Ok(())
}

fn matrix(graph: &Path, sites: &Path, as_json: bool) -> anyhow::Result<()> {
    let network = Graph::read(open(graph)?).with_context(|| graph.display().to_string())?;
    let (ids, places) = read_sites(sites)?;
    let found = roads::matrix(&network, &places, roads::limits::SNAP_METRES).map_err(|many| {
        anyhow::anyhow!("{}: {} sites are more than a matrix may have", sites.display(), many.count)
    })?;
    let out = &mut std::io::stdout().lock();
    let pairs = (0..ids.len()).flat_map(|from| (0..ids.len()).map(move |to| (from, to)));
    if as_json {
        let row = |of: &dyn Fn(usize, usize) -> Option<u32>, from| {
            (0..ids.len()).map(|to| of(from, to)).collect()
        };
        let table = |of: &dyn Fn(usize, usize) -> Option<u32>| {
            (0..ids.len()).map(|from| row(of, from)).collect::<Vec<Vec<Option<u32>>>>()
        };
        let unreachable = found.matrix.unreachable();
        let told = json!({
            "sites": ids,
            "snap_metres": found.snaps.iter().map(|snap| snap.as_ref().map(|snap| snap.distance_metres)).collect::<Vec<_>>(),
            "seconds": table(&|from, to| found.matrix.seconds(from, to)),
            "metres": table(&|from, to| found.matrix.metres(from, to)),
            "unreachable": unreachable.iter().map(|&(from, to)| [&ids[from], &ids[to]]).collect::<Vec<_>>(),
            "attribution": network.attribution(),
        });
        writeln!(out, "{told}")?;
        return Ok(());
    }
    for (from, to) in pairs.filter(|(from, to)| from != to) {
        match found.matrix.seconds(from, to).zip(found.matrix.metres(from, to)) {
            Some((seconds, metres)) => {
                writeln!(out, "{} -> {}: {seconds} s, {metres} m", ids[from], ids[to])?;
            }
            None => writeln!(out, "{} -> {}: no way by road", ids[from], ids[to])?,
        }
    }
    writeln!(out, "{}", network.attribution())?;
    Ok(())
}

fn read_sites(path: &Path) -> anyhow::Result<(Vec<String>, Vec<Coordinates>)> {
    let name = path.display();
    let mut reader = csv::Reader::from_reader(open(path)?);
    let heads = reader.headers().with_context(|| format!("{name}, line 1"))?.clone();
    let column = |head: &str| {
        let found = heads.iter().position(|found| found.trim() == head);
        found.with_context(|| {
            format!("{name}, line 1: there is no column {head:?}; id, latitude and longitude are needed")
        })
    };
    let columns = [column("id")?, column("latitude")?, column("longitude")?];
    let (mut ids, mut places) = (Vec::new(), Vec::new());
    for (line, row) in (2..).zip(reader.records()) {
        let row = row.with_context(|| format!("{name}, line {line}"))?;
        let [id, latitude, longitude] = columns.map(|at| row.get(at).unwrap_or_default().trim());
        let Ok(place) = Coordinates::parse(latitude, longitude) else {
            bail!(
                "{name}, line {line}: {latitude:?} and {longitude:?} are no latitude and longitude in degrees"
            );
        };
        ids.push(id.to_owned());
        places.push(place);
    }
    Ok((ids, places))
}
