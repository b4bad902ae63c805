//! A run sheet as a paper: what is done at each stop, with room to write on and to sign.

use anyhow::Context as _;
use economy::shipments::Load;
use frame::{Outcome, Reader};
use jiff::tz::TimeZone;
use papers::{Align, Column, Day, Paper, Part, Party, Row, Table, Width};
use people::organisations::Organisation;
use units::{Code as _, Language};

use super::acts::{Goods, Sheet, SheetStop};
use crate::plans::sheet::said_service;
use crate::words::{Words, words};

pub(super) fn title(sheet: &Sheet, language: Language) -> String {
    words(language).road_sheet_title(&sheet.vehicle.name)
}

pub(super) fn pdf(sheet: &Sheet, language: Language, zone: &TimeZone) -> Outcome<Vec<u8>> {
    let page = Page { t: words(language), r: Reader::new(language, zone), sheet };
    Ok(papers::paper(&page.paper(language)).context("writing a run sheet")?)
}

struct Page<'a> {
    t: &'static Words,
    r: Reader,
    sheet: &'a Sheet,
}

impl Page<'_> {
    fn paper(&self, language: Language) -> Paper {
        let (sheet, day) = (self.sheet, self.sheet.plan.day);
        let captions = sheet.stops.iter().enumerate();
        let captions = captions.map(|(at, stop)| format!("{} · {}", at + 1, stop.organisation.name));
        Paper {
            title: title(sheet, language),
            language: self.r.code().to_owned(),
            issued: Day { year: day.year(), month: day.month(), day: day.day() },
            issuer: party(&sheet.hub),
            recipient: None,
            facts: self.facts(),
            notice: None,
            parts: vec![
                Part::Table(self.table()),
                Part::Heading(self.t.road_signatures()),
                Part::Signatures(captions.collect()),
            ],
            footer: sheet.hub.name.clone(),
            words: papers::Words { page: self.t.sheet_page(), continued: self.t.sheet_continued() },
        }
    }

    fn facts(&self) -> Vec<(String, String)> {
        let round = &self.sheet.round;
        let mut facts = vec![
            (self.t.road_day(), self.r.day(self.sheet.plan.day)),
            (self.t.road_departs(), self.r.time(round.departs_at)),
            (self.t.road_back(), self.r.time(round.arrives_at)),
            (self.t.road_distance(), kilometres(&self.r, round.metres)),
        ];
        if let Some(driver) = &self.sheet.driver {
            facts.insert(1, (self.t.road_driver(), driver.clone()));
        }
        facts
    }

    fn table(&self) -> Table {
        let columns = vec![
            Column::new(self.t.road_what(), Align::Left, Width::Share(1)),
            Column::new(self.t.road_dry(), Align::Right, Width::Fit),
            Column::new(self.t.road_cold(), Align::Right, Width::Fit),
            Column::new(self.t.road_frozen(), Align::Right, Width::Fit),
            Column::new(self.t.road_kilograms(), Align::Right, Width::Fit),
            Column::new("☐", Align::Center, Width::Fit),
        ];
        let mut rows = Vec::new();
        for (at, stop) in self.sheet.stops.iter().enumerate() {
            self.stop(at + 1, stop, &mut rows);
        }
        Table { columns, rows }
    }

    fn stop(&self, number: usize, stop: &SheetStop, rows: &mut Vec<Row>) {
        let time = self.r.time(stop.halt.arrives_at);
        rows.push(Row::Group(format!("{number} · {time} · {}", stop.organisation.name)));
        rows.push(Row::Detail(self.where_to(stop)));
        for goods in &stop.goods {
            let load = &goods.shipment.load;
            let counts = [load.dry, load.cold, load.frozen, load.kilograms];
            let mut cells = vec![self.does(goods)];
            cells.extend(counts.map(|count| if count > 0 { count.to_string() } else { String::new() }));
            cells.push("☐".to_owned());
            rows.push(Row::Line(cells));
            if !goods.shipment.note.is_empty() {
                rows.push(Row::Detail(goods.shipment.note.clone()));
            }
        }
        rows.push(Row::Detail(service(self.t, stop)));
        rows.push(Row::Detail(self.to_fill_in(stop)));
    }

    fn does(&self, goods: &Goods) -> String {
        self.t.road_does(goods.does.code(), &goods.other)
    }

    fn where_to(&self, stop: &SheetStop) -> String {
        let address = address(stop);
        let phone = stop.organisation.phone.clone().unwrap_or_default();
        let note = stop.site.as_ref().map(|site| site.note.clone()).unwrap_or_default();
        [address, phone, note]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// Lines to write on: temperatures where goods are cold, crates always.
    fn to_fill_in(&self, stop: &SheetStop) -> String {
        let blank = "______";
        let total = total(stop);
        let mut parts = Vec::new();
        if total.cold > 0 {
            parts.push(format!("{} {blank} °C", self.t.road_cold()));
        }
        if total.frozen > 0 {
            parts.push(format!("{} {blank} °C", self.t.road_frozen()));
        }
        let (given, taken) = (self.t.road_crates_given(), self.t.road_crates_taken());
        parts.push(format!("{} · {given} {blank} · {taken} {blank}", self.t.road_crates()));
        parts.join(" · ")
    }
}

/// How long the plan gives a stop, and where that is known from.
pub(super) fn service(t: &Words, stop: &SheetStop) -> String {
    let planned = stop.halt.leaves_at.duration_since(stop.halt.begins_at).as_secs();
    said_service(t, planned, stop.learnt)
}

/// All that is at a stop.
pub(super) fn total(stop: &SheetStop) -> Load {
    stop.goods.iter().map(|goods| goods.shipment.load).sum()
}

/// Where to go: the site's address, else the organisation's.
pub(super) fn address(stop: &SheetStop) -> String {
    let (street, postcode, town) = match &stop.site {
        Some(site) => (&site.street, &site.postcode, &site.town),
        None => (&stop.organisation.street, &stop.organisation.postcode, &stop.organisation.town),
    };
    format!("{street}, {postcode} {town}")
}

/// Metres as kilometres, to the tenth: `84,2 km`.
pub(super) fn kilometres(r: &Reader, metres: i64) -> String {
    let tenths = (metres + 50) / 100;
    format!("{}\u{a0}km", r.entry(format!("{}.{}", tenths / 10, tenths % 10)))
}

fn party(organisation: &Organisation) -> Party {
    let o = organisation;
    let lines = [o.street.clone(), format!("{} {}", o.postcode, o.town).trim().to_owned()];
    Party { name: o.name.clone(), lines: lines.into_iter().filter(|line| !line.is_empty()).collect() }
}
