//! A consolidated order as a paper and as a table.

use anyhow::Context as _;
use formats::table::{Cell, write_csv};
use frame::{Outcome, Reader};
use jiff::tz::TimeZone;
use papers::{Align, Column, Day, Paper, Part, Party, Row, Table, TotalLine, Width};
use people::organisations::Organisation;
use units::{Cents, Language};

use super::{SupplyLine, SupplyOrder};
use crate::cycles::{Assortment, Cycle, Offer};
use crate::words::{Words, words};

/// Everything that the paper and the table say.
pub(super) struct Sheet<'a> {
    pub t: &'static Words,
    pub r: Reader,
    pub hub: &'a Organisation,
    pub producer: &'a Organisation,
    pub cycle: &'a Cycle,
    pub order: &'a SupplyOrder,
    pub lines: Vec<(&'a Offer, SupplyLine)>,
}

impl<'a> Sheet<'a> {
    pub fn new(
        language: Language,
        zone: &TimeZone,
        parties: (&'a Organisation, &'a Organisation),
        cycle: &'a Cycle,
        order: &'a SupplyOrder,
        lines: &[SupplyLine],
        assortment: &'a Assortment,
    ) -> Self {
        let (hub, producer) = parties;
        let mut named: Vec<(&Offer, SupplyLine)> =
            lines.iter().filter_map(|line| Some((assortment.find(line.reference)?, *line))).collect();
        named.sort_by(|a, b| a.0.item.name.cmp(&b.0.item.name));
        Self {
            t: words(language),
            r: Reader::new(language, zone),
            hub,
            producer,
            cycle,
            order,
            lines: named,
        }
    }

    pub fn title(&self) -> String {
        self.t.supply_order_title(self.order.number)
    }

    pub fn total(&self) -> Cents {
        self.lines.iter().map(|(offer, line)| expected(offer, line)).sum()
    }

    pub fn pdf(&self) -> Outcome<Vec<u8>> {
        Ok(papers::paper(&self.paper()).context("writing a consolidated order")?)
    }

    fn paper(&self) -> Paper {
        let made = self.r.date_of(self.order.made_at);
        let mut facts = vec![
            (self.t.supply_cycle(), format!("{} {}", self.cycle.number, self.cycle.name)),
            (self.t.supply_made_at(), self.r.moment(self.order.made_at)),
        ];
        if let Some(day) = self.cycle.delivery_days.first() {
            facts.push((self.t.supply_wanted_by(), self.r.day(day)));
        }
        if self.order.revision > 1 {
            facts.push((self.t.supply_revision(), self.order.revision.to_string()));
        }
        Paper {
            title: self.title(),
            language: self.r.code().to_owned(),
            issued: Day { year: made.year(), month: made.month(), day: made.day() },
            issuer: party(self.hub),
            recipient: Some(party(self.producer)),
            facts,
            notice: (self.order.revision > 1).then(|| self.t.supply_replaces()),
            parts: vec![
                Part::Table(self.table()),
                Part::Totals(vec![TotalLine {
                    label: self.t.supply_expected_total(),
                    amount: self.r.euros(self.total()),
                }]),
                Part::Text(self.t.supply_lots_please()),
            ],
            footer: self.hub.name.clone(),
            words: papers::Words { page: self.t.sheet_page(), continued: self.t.sheet_continued() },
        }
    }

    fn table(&self) -> Table {
        let columns = vec![
            Column::new(self.t.line_code(), Align::Left, Width::Fit),
            Column::new(self.t.line_article(), Align::Left, Width::Share(1)),
            Column::new(self.t.line_ordered(), Align::Right, Width::Fit),
            Column::new(self.t.line_expected_measure(), Align::Right, Width::Fit),
            Column::new(self.t.line_price(), Align::Right, Width::Fit),
            Column::new(self.t.line_amount(), Align::Right, Width::Fit),
        ];
        let rows = self
            .lines
            .iter()
            .map(|(offer, line)| {
                let measure = offer.item.expected_measure(line.ordered);
                Row::Line(vec![
                    offer.code.clone(),
                    offer.item.name.clone(),
                    self.r.measure(line.ordered, offer.item.order_unit),
                    if offer.item.is_weighed() {
                        format!("± {}", self.r.measure(measure, offer.item.pay_unit))
                    } else {
                        String::new()
                    },
                    self.r.price(offer.price),
                    self.r.language.number(expected(offer, line).0, 2, 2),
                ])
            })
            .collect();
        Table { columns, rows }
    }

    pub fn csv(&self) -> Vec<u8> {
        let headers = [
            self.t.line_code(),
            self.t.line_article(),
            self.t.line_ordered(),
            self.t.line_unit(),
            self.t.line_expected_measure(),
            self.t.line_pay_unit(),
            self.t.line_price(),
        ];
        let rows = self.lines.iter().map(|(offer, line)| {
            vec![
                Cell::Text(offer.code.clone()),
                Cell::Text(offer.item.name.clone()),
                Cell::Number(line.ordered.plain()),
                Cell::Text(self.r.unit(offer.item.order_unit)),
                Cell::Number(offer.item.expected_measure(line.ordered).plain()),
                Cell::Text(self.r.unit(offer.item.pay_unit)),
                Cell::Number(offer.price.plain()),
            ]
        });
        let mark = if self.r.language == Language::En { '.' } else { ',' };
        write_csv(&headers, rows, mark)
    }
}

/// What a line will come to, if weights are as expected.
pub(super) fn expected(offer: &Offer, line: &SupplyLine) -> Cents {
    offer.price.times(offer.item.expected_measure(line.ordered))
}

/// An organisation as papers address it.
pub(crate) fn party(organisation: &Organisation) -> Party {
    let o = organisation;
    let place = format!("{} {}", o.postcode, o.town);
    let lines = [o.street.clone(), place.trim().to_owned()];
    Party { name: o.name.clone(), lines: lines.into_iter().filter(|line| !line.is_empty()).collect() }
}
