//! Measures what a hub waits for, from the smallest size to the largest, and writes docs/performance.md.
//!
//! `cargo bench -p tresse` runs it; it takes some minutes. Each figure is the median of its runs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use frame::{App, Outcome, Role, Settings};
use store::Location;
use tresse::sample::week::later;
use tresse::sample::{Chance, Plan, Size, Step, Week, World, people};
use tresse::{rehearsal, server};
use units::{Code as _, CycleId};

/// Cycles of each size, and so runs of each step of a cycle.
const CYCLES: usize = 5;
/// Runs of each page.
const VISITS: usize = 25;

/// What one size came to, in milliseconds.
struct Measured {
    size: Size,
    references: usize,
    lines: i64,
    figures: Vec<(&'static str, f64)>,
}

fn main() -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let mut all = Vec::new();
    for &size in Size::ALL {
        eprintln!("measuring {}", size.code());
        let folder = tempfile::tempdir()?;
        let measured = runtime.block_on(measure(size, folder.path()));
        all.push(measured.map_err(|stop| anyhow::anyhow!("{stop:?}"))?);
    }
    eprintln!("starting cold");
    let cold = cold_start()?;
    eprintln!("rehearsing XL");
    let rehearsed = rehearse_xl()?;
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    std::fs::create_dir_all(docs.join("pictures"))?;
    std::fs::write(docs.join("pictures/growth.svg"), picture(&all))?;
    std::fs::write(docs.join("performance.md"), written(&all, cold, &rehearsed)?)?;
    eprintln!("written: docs/performance.md");
    Ok(())
}

async fn measure(size: Size, folder: &Path) -> Outcome<Measured> {
    let db = server::open(&Location::File(folder.join("tresse.db"))).await?;
    let app = rehearsal::application(db, 1);
    let (plan, mut chance) = (Plan::of(size), Chance::new(1));
    let hash = ::people::entry::Password::typed(people::PASSWORD).hash()?;
    let first = app.today();
    let world = World::found(&app, &plan, &mut chance, &hash, first.month()).await?;
    let mut runs: BTreeMap<Step, Vec<Duration>> = BTreeMap::new();
    let mut week = Week::new(&app, &world, &mut chance);
    let (mut lines, mut id) = (0, None);
    for _ in 0..CYCLES {
        let cycle = match id {
            None => week.plan_first(later(first, 2)).await?,
            Some(cycle) => week.after(cycle).await?,
        };
        week.whole(cycle).await?;
        let tally = std::mem::take(&mut week.tally);
        lines = tally.count("order_lines");
        for (step, time) in &tally.spent {
            runs.entry(*step).or_default().push(*time);
        }
        id = Some(cycle);
    }
    let mut figures: Vec<(&'static str, f64)> = [
        ("Copying and opening a cycle", Step::Open),
        ("Closing into consolidated orders", Step::Close),
        ("Issuing all invoices", Step::Invoice),
        ("Issuing all statements", Step::State),
    ]
    .into_iter()
    .map(|(name, step)| (name, median(runs.remove(&step).unwrap_or_default())))
    .collect();
    figures.extend(visit(&app, &world, id).await?);
    let references = world.producers.iter().map(|maker| maker.references.len()).sum();
    Ok(Measured { size, references, lines, figures })
}

/// The pages that are looked at most, on a cycle that is open, as the server times them itself.
async fn visit(app: &App, world: &World, last: Option<CycleId>) -> Outcome<Vec<(&'static str, f64)>> {
    let mut chance = Chance::new(2);
    let mut week = Week::new(app, world, &mut chance);
    let open = week.after(last.unwrap_or(CycleId(uuid::Uuid::nil()))).await?;
    week.open(open).await?;
    week.order(open, 90, None).await?;
    let listener = tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0)))
        .await
        .map_err(anyhow::Error::from)?;
    let address = format!("http://{}", listener.local_addr().map_err(anyhow::Error::from)?);
    let served = server::application_at(app.db.clone(), Settings::default(), app.clock.clone());
    let router = frame::router(served, tresse::routes());
    let serving = tokio::spawn(async move { axum::serve(listener, router).await });
    let (hub, shop) = (world.hub, &world.shops[0]);
    let (shop_id, reference) = (shop.id, shop.usual[0]);
    let document = app
        .db
        .read(move |tx| {
            let narrowed =
                economy::documents::store::Narrowed { party: Some(shop_id), ..Default::default() };
            economy::documents::store::list(tx, hub, &narrowed, 0, 1)
        })
        .await?;
    let logins = world.cast.logins.clone();
    let figures = tokio::task::spawn_blocking(move || {
        let order = format!("{address}/hubs/{hub}/cycles/{open}/orders/{shop_id}");
        let of_shop = visitor(&address, &logins, Role::Shop);
        let of_coordinator = visitor(&address, &logins, Role::Coordinator);
        let quantity = |at: usize| {
            let number = (at % 3 + 1).to_string();
            let field = format!("quantity.{reference}");
            let request = of_shop.post(&order).header("x-live", "1");
            served_in(request.send_form([(field.as_str(), number.as_str())]))
        };
        let get = |agent: &ureq::Agent, url: &str, live: bool| {
            let request = agent.get(url);
            served_in(if live { request.header("x-live", "1").call() } else { request.call() })
        };
        let mut figures = vec![
            ("Opening the order page", median_of(|_| get(&of_shop, &order, false))),
            ("Searching on it", median_of(|_| get(&of_shop, &format!("{order}?q=fromage"), true))),
            ("Changing a quantity", median_of(quantity)),
            (
                "The coordinator's day",
                median_of(|_| get(&of_coordinator, &format!("{address}/hubs/{hub}"), false)),
            ),
            (
                "The euro of a cycle, opened",
                median_of(|_| get(&of_shop, &format!("{address}/hubs/{hub}/euro"), false)),
            ),
        ];
        if let Some(document) = document.first() {
            let pdf = format!("{address}/hubs/{hub}/documents/{}/pdf", document.id);
            figures.push(("An invoice as PDF", median_of(|_| get(&of_shop, &pdf, false))));
        }
        figures
    })
    .await
    .map_err(anyhow::Error::from)?;
    serving.abort();
    Ok(figures)
}

fn visitor(address: &str, logins: &[(Role, String, String)], role: Role) -> ureq::Agent {
    let agent: ureq::Agent = ureq::Agent::config_builder().max_redirects(0).build().into();
    let email = logins.iter().find(|(of, _, _)| *of == role).map_or("", |(_, email, _)| email.as_str());
    let form = [("email", email), ("password", people::PASSWORD)];
    agent.post(format!("{address}/sign-in")).send_form(form).expect("a way in");
    agent
}

/// Milliseconds that the server says it took.
fn served_in(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> f64 {
    let mut response = answer.expect("an answer");
    assert_eq!(response.status().as_u16(), 200);
    let timing = response
        .headers()
        .get("server-timing")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let milliseconds =
        timing.rsplit('=').next().and_then(|number| number.parse().ok()).expect("its timing");
    response.body_mut().read_to_vec().expect("the whole answer");
    milliseconds
}

fn median_of(mut run: impl FnMut(usize) -> f64) -> f64 {
    // The first visit after a start finds nothing in memory: it is not what people wait for all day.
    run(0);
    let mut all: Vec<f64> = (0..VISITS).map(&mut run).collect();
    all.sort_by(f64::total_cmp);
    all[VISITS / 2]
}

fn median(mut runs: Vec<Duration>) -> f64 {
    runs.sort_unstable();
    runs.get(runs.len() / 2).map_or(0.0, Duration::as_secs_f64) * 1000.0
}

fn binary() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_tresse"))
}

/// From the start of the program on a hub of size M until its first page is there: the median of five.
fn cold_start() -> anyhow::Result<f64> {
    let folder = tempfile::tempdir()?;
    let database = folder.path().join("tresse.db");
    let rehearsed = Command::new(binary())
        .args(["rehearse", "--size", "M", "--database"])
        .arg(&database)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    anyhow::ensure!(rehearsed.success(), "the rehearsal of M failed");
    let mut runs = Vec::new();
    for port in 18_471..18_476 {
        let began = frame::monotonic();
        let mut server = Command::new(binary())
            .args(["serve", "--log", "error", "--listen", &format!("127.0.0.1:{port}"), "--data"])
            .arg(folder.path())
            .spawn()?;
        let page = format!("http://127.0.0.1:{port}/sign-in");
        while ureq::get(&page).call().is_err() {
            anyhow::ensure!(
                frame::monotonic().saturating_sub(began) < Duration::from_secs(20),
                "it never answered"
            );
            std::thread::sleep(Duration::from_millis(1));
        }
        runs.push(frame::monotonic().saturating_sub(began));
        server.kill()?;
        server.wait()?;
    }
    Ok(median(runs))
}

fn rehearse_xl() -> anyhow::Result<serde_json::Value> {
    let output = Command::new(binary()).args(["rehearse", "--size", "XL", "--json"]).output()?;
    anyhow::ensure!(output.status.success(), "the rehearsal of XL failed");
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// What was asked for, by figure: the most milliseconds at size XL.
const BARS: [(&str, f64); 7] = [
    ("Opening the order page", 50.0),
    ("Searching on it", 10.0),
    ("Changing a quantity", 10.0),
    ("Copying and opening a cycle", 1000.0),
    ("Closing into consolidated orders", 2000.0),
    ("Issuing all invoices", 2000.0),
    ("Issuing all statements", 2000.0),
];

fn bar(name: &str) -> Option<f64> {
    BARS.iter().find(|(of, _)| *of == name).map(|(_, bar)| *bar)
}

fn written(all: &[Measured], cold: f64, xl: &serde_json::Value) -> anyhow::Result<String> {
    let mut text = String::from(
        "# Performance\n\nWritten by `cargo bench -p tresse`, which anyone can run again. Medians in milliseconds on SQLite: \
         of 25 visits for a page, as the server times itself, and of 5 cycles for a step.\n\n![How each step grows from S to XL](pictures/growth.svg)\n\n|",
    );
    for one in all {
        let _ = write!(text, " | {}", one.size.code());
    }
    text.push_str(" | at most |\n|---");
    text.push_str(&"|---:".repeat(all.len() + 1));
    text.push_str("|\n| references in the cycle");
    for one in all {
        let _ = write!(text, " | {}", one.references);
    }
    text.push_str(" | |\n| lines ordered");
    for one in all {
        let _ = write!(text, " | {}", one.lines);
    }
    text.push_str(" | |\n");
    for (at, (name, _)) in all[0].figures.iter().enumerate() {
        let _ = write!(text, "| {name}");
        for one in all {
            let _ = write!(text, " | {:.1}", one.figures[at].1);
        }
        let most = if *name == "An invoice as PDF" { Some(100.0) } else { bar(name) };
        let _ = writeln!(text, " | {} |", most.map_or(String::new(), |most| format!("{most:.0}")));
    }
    let megabytes = std::fs::metadata(binary())?.len() / 1_000_000;
    let seconds = xl["total_milliseconds"].as_f64().unwrap_or_default() / 1000.0;
    let memory = xl["peak_memory_bytes"].as_u64().unwrap_or_default() / 1_000_000;
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let _ = write!(
        text,
        "\n| besides | | at most |\n|---|---:|---:|\n\
         | From the start of the program to its first page (size M), ms | {cold:.0} | 300 |\n\
         | A whole rehearsal of size XL, seconds | {seconds:.1} | 60 |\n\
         | The most memory of it, MB | {memory} | 600 |\n\
         | The program, MB | {megabytes} | 80 |\n\n\
         Measured with {cores} cores, on {} {}. What a server bears under load: [load](load.md). Rounds, beside other programs: [rounds-figures](rounds-figures.md).\n",
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    Ok(text)
}

const PALETTE: [&str; 6] = ["#2f6b4f", "#b7791f", "#3f5873", "#a23b2d", "#6b4f9e", "#1f7a8c"];

/// Each figure's growth over the lines of a cycle, both on scales of powers of ten.
fn picture(all: &[Measured]) -> String {
    let (left, right, top, bottom) = (64.0, 500.0, 24.0, 360.0);
    let x = |lines: i64| {
        #[allow(clippy::cast_precision_loss, reason = "a picture")]
        let power = (lines.max(1) as f64).log10();
        left + (power - 2.7) / (5.0 - 2.7) * (right - left)
    };
    let y = |milliseconds: f64| bottom - (milliseconds.max(0.1).log10() + 1.0) / 5.0 * (bottom - top);
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 780 410\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\"><rect width=\"780\" height=\"410\" fill=\"#fbfaf6\"/>",
    );
    for power in -1..=4 {
        let at = y(10_f64.powi(power));
        let label =
            if power < 0 { "0.1".to_owned() } else { 10_i64.pow(power.unsigned_abs()).to_string() };
        let _ = write!(
            svg,
            "<line x1=\"{left}\" y1=\"{at:.1}\" x2=\"{right}\" y2=\"{at:.1}\" stroke=\"#e3e0d6\"/>\
             <text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"#5b5a52\">{label} ms</text>",
            left - 8.0,
            at + 4.0
        );
    }
    for one in all {
        let _ = write!(
            svg,
            "<text x=\"{:.1}\" y=\"380\" text-anchor=\"middle\" fill=\"#5b5a52\">{}</text>\
             <text x=\"{:.1}\" y=\"396\" text-anchor=\"middle\" fill=\"#5b5a52\">{} lines</text>",
            x(one.lines),
            one.size.code(),
            x(one.lines),
            one.lines
        );
    }
    for (at, (name, _)) in all[0].figures.iter().enumerate() {
        let colour = PALETTE[at % PALETTE.len()];
        let dash = if at < PALETTE.len() { "" } else { " stroke-dasharray=\"5 4\"" };
        let points: Vec<String> =
            all.iter().map(|one| format!("{:.1},{:.1}", x(one.lines), y(one.figures[at].1))).collect();
        let legend = 40.0 + 26.0 * f64::from(u8::try_from(at).unwrap_or(u8::MAX));
        let _ = write!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\"{dash}/>\
             <line x1=\"524\" y1=\"{legend}\" x2=\"552\" y2=\"{legend}\" stroke=\"{colour}\" stroke-width=\"2.5\"{dash}/>\
             <text x=\"560\" y=\"{:.1}\" fill=\"#26251f\">{name}</text>",
            points.join(" "),
            legend + 4.0
        );
    }
    svg + "</svg>\n"
}
