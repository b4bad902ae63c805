//! Consolidated orders by e-mail: written outside the database's time, sent once a revision.

use std::sync::Arc;

use ::store::Tx;
use frame::mail::{self, Letter, LetterFile};
use frame::{App, Outcome, Stop};
use people::organisations::{Organisation, store as organisations};
use polity::members::store as members;
use units::{CoalitionId, CycleId, OrganisationId};

use super::sheet::Sheet;
use super::{SupplyLine, SupplyOrder, store};
use crate::cycles::{self, Assortment, Cycle};

/// Letters that one round writes.
const A_ROUND: i64 = 50;

/// Everything about one order that its paper says.
pub(super) struct Material {
    pub hub: Organisation,
    pub producer: Organisation,
    pub cycle: Cycle,
    pub order: SupplyOrder,
    pub lines: Vec<SupplyLine>,
}

pub(super) fn material(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    producer: OrganisationId,
) -> Outcome<Material> {
    let coalition = members::find(tx, hub)?.ok_or(Stop::NotFound)?;
    Ok(Material {
        hub: organisations::find(tx, coalition.organisation)?.ok_or(Stop::NotFound)?,
        producer: organisations::find(tx, producer)?.ok_or(Stop::NotFound)?,
        cycle: cycles::store::find(tx, hub, cycle)?.ok_or(Stop::NotFound)?,
        order: store::find(tx, hub, cycle, producer)?.ok_or(Stop::NotFound)?,
        lines: store::lines(tx, hub, cycle, Some(producer))?,
    })
}

/// Writes the letters of orders that are still to be sent, where there is a mail server to send them.
pub async fn send_waiting(app: &App) -> Outcome<()> {
    if app.mailer.is_none() {
        return Ok(());
    }
    let waiting = app.db.read(|tx| store::to_be_sent(tx, A_ROUND)).await?;
    for (hub, cycle, producer) in waiting {
        if let Err(stop) = send_one(app, hub, cycle, producer).await {
            tracing::error!(%hub, %cycle, %producer, "an order was not written to its producer: {stop:?}");
        }
    }
    Ok(())
}

async fn send_one(app: &App, hub: CoalitionId, cycle: CycleId, producer: OrganisationId) -> Outcome<()> {
    let material = app.db.read(move |tx| material(tx, hub, cycle, producer)).await?;
    let assortment = cycles::assortment(app, hub, cycle).await?;
    let revision = material.order.revision;
    let zone = app.settings.zone.clone();
    let letter = frame::aside(move || letter(&material, &assortment, &zone)).await??;
    let letter = Arc::new(letter);
    let moment = app.moment();
    app.db
        .write(move |tx| {
            // Another node may have written it meanwhile.
            if store::mark_sent(tx, hub, cycle, producer, revision)? {
                mail::write(tx, &moment.ids, moment.at, &letter)?;
            }
            Ok::<_, Stop>(())
        })
        .await
}

fn letter(material: &Material, assortment: &Assortment, zone: &jiff::tz::TimeZone) -> Outcome<Letter> {
    let m = material;
    let language = m.producer.language;
    let sheet =
        Sheet::new(language, zone, (&m.hub, &m.producer), &m.cycle, &m.order, &m.lines, assortment);
    let t = sheet.t;
    let day = m.cycle.delivery_days.first().map(|day| sheet.r.day(day)).unwrap_or_default();
    let name = sheet.title();
    let file = |ending: &str, media_type: &str, bytes: Vec<u8>| LetterFile {
        name: format!("{name}.{ending}"),
        media_type: media_type.to_owned(),
        bytes,
    };
    Ok(Letter {
        to: m.producer.email.clone().unwrap_or_default(),
        language,
        subject: t.letter_supply_subject(&name, &m.hub.name),
        body: t.letter_supply(&m.producer.name, m.lines.len() as i64, &day, &m.hub.name),
        button: None,
        files: vec![
            file("pdf", "application/pdf", sheet.pdf()?),
            file("csv", "text/csv; charset=utf-8", sheet.csv()),
        ],
        secret: false,
    })
}
