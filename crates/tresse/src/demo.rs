//! The demonstration: a provincial hub with several weeks behind it and one under way.

use std::path::Path;

use anyhow::{Context as _, bail};
use frame::{App, Clock, Ids, Outcome, Role, Settings};
use jiff::Timestamp;
use jiff::civil::Date;
use people::entry::Password;
use people::persons;
use store::{Db, Location};
use units::Code;

use crate::check::sentence;
use crate::sample::week::later;
use crate::sample::{Chance, Plan, Size, Week, World, people as cast};
use crate::{DOOR, server};

/// Cycles that are settled and paid when the demonstration begins.
const PAST_CYCLES: i64 = 6;
const SEED: u64 = 2026;

/// A way into the demonstration.
pub struct Login {
    pub role: &'static str,
    pub email: String,
    pub label: String,
}

/// Opens the demonstration of a folder, and fills it where there is none yet.
///
/// A folder that was only half filled, because somebody stopped it, is filled anew.
pub async fn open(folder: &Path, size: Size, tell: &(dyn Fn(&str) + Sync)) -> anyhow::Result<Db> {
    let (file, unfinished) = (folder.join("tresse.db"), folder.join("demo-unfinished"));
    server::make_folder(folder)?;
    if unfinished.exists() {
        for ending in ["", "-wal", "-shm"] {
            let path = folder.join(format!("tresse.db{ending}"));
            if path.exists() {
                std::fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
            }
        }
    } else if file.exists() {
        let db = server::open(&Location::File(file.clone())).await?;
        if !is_demonstration(&db).await? {
            bail!(
                "{} holds an instance that is no demonstration: name another folder with --data",
                file.display()
            );
        }
        return Ok(db);
    }
    std::fs::write(
        &unfinished,
        "The demonstration is being filled; it is complete once this file is gone.\n",
    )
    .with_context(|| format!("writing in {}", folder.display()))?;
    let db = server::open(&Location::File(file)).await?;
    fill(&db, &Plan::of(size), Settings::default(), Clock::of_the_machine().now(), tell)
        .await
        .map_err(sentence)?;
    std::fs::remove_file(&unfinished).with_context(|| format!("removing {}", unfinished.display()))?;
    Ok(db)
}

async fn is_demonstration(db: &Db) -> anyhow::Result<bool> {
    let email = format!("coordination@{}", cast::DOMAIN);
    let found = db.read(move |tx| persons::store::find_by_email(tx, &email)).await?;
    Ok(found.is_some())
}

/// The ways in, one for each role.
pub async fn logins(db: &Db) -> anyhow::Result<Vec<Login>> {
    let roles = [
        (Role::Coordinator, "coordination"),
        (Role::Warehouse, "quai"),
        (Role::Bookkeeper, "comptes"),
        (Role::Driver, "conduite"),
        (Role::Producer, "production"),
        (Role::Shop, "magasin"),
        (Role::Reader, "membre"),
        (Role::Administrator, "administration"),
    ];
    let found = db
        .read(move |tx| {
            let mut found = Vec::new();
            for (role, local) in roles {
                let email = format!("{local}@{}", cast::DOMAIN);
                let Some(person) = persons::store::find_by_email(tx, &email)? else { continue };
                let held = persons::store::mandates_of(tx, person.id)?;
                let own = held.into_iter().find(|held| held.mandate.role == role);
                let label = own.map(|held| held.mandate.label).unwrap_or_default();
                found.push(Login { role: role.code(), email, label });
            }
            Ok::<_, store::Error>(found)
        })
        .await?;
    Ok(found)
}

/// Fills an empty database: past cycles, one whose goods come in today, one that is open.
pub async fn fill(
    db: &Db,
    plan: &Plan,
    settings: Settings,
    now: Timestamp,
    tell: &(dyn Fn(&str) + Sync),
) -> Outcome<World> {
    let today = settings.zone.to_datetime(now).date();
    // The open cycle opened yesterday; the one before it closed two days ago and is delivered from today on.
    let first = later(today, -1 - 7 * (PAST_CYCLES + 1));
    let clock = Clock::set_by_hand(at(&settings, later(first, -2), 9)?);
    let app = App::new(db.clone(), clock, Ids::random(), settings, None, DOOR);
    let mut chance = Chance::new(SEED);
    tell(&format!("founding {} with {} producers and {} shops", plan.name, plan.producers, plan.shops));
    let hash = Password::typed(cast::PASSWORD).hash()?;
    let world = World::found(&app, plan, &mut chance, &hash, today.month()).await?;
    let mut week = Week::new(&app, &world, &mut chance);
    let mut id = week.plan_first(first).await?;
    for number in 1..=PAST_CYCLES {
        tell(&format!("cycle {number} of {}", PAST_CYCLES + 2));
        week.whole(id).await?;
        id = week.after(id).await?;
    }
    tell(&format!("cycle {} of {}, half received", PAST_CYCLES + 1, PAST_CYCLES + 2));
    week.open(id).await?;
    week.restock(id).await?;
    week.order(id, 100, None).await?;
    week.close(id).await?;
    week.mend(id).await?;
    week.plan_rounds(id).await?;
    week.receive(id, 85).await?;
    week.prepare(id, 30).await?;
    id = week.after(id).await?;
    tell("the cycle that is open");
    week.open(id).await?;
    week.restock(id).await?;
    week.order(id, 35, Some(now)).await?;
    Ok(world)
}

fn at(settings: &Settings, day: Date, hour: i8) -> Outcome<Timestamp> {
    let civil = day.at(hour, 0, 0, 0);
    settings.zone.to_timestamp(civil).map_err(|error| anyhow::Error::from(error).into())
}
