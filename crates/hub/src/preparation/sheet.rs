//! Delivery notes and packing labels.

use anyhow::Context as _;
use economy::containers::Container;
use frame::{Outcome, Reader};
use jiff::tz::TimeZone;
use papers::{Align, Column, Day, Label, LabelSheet, Paper, Part, Row, Table, Width};
use people::organisations::{Organisation, Storage};
use units::{Code, Language, Quantity};

use super::acts::{Goods, with_goods};
use crate::cycles::{Assortment, Offer};
use crate::receptions::Allotment;
use crate::supply::party;
use crate::words::{Words, words};

pub(super) struct Sheet<'a> {
    pub t: &'static Words,
    pub r: Reader,
    pub hub: &'a Organisation,
    pub shop: &'a Organisation,
    pub goods: &'a Goods,
    pub assortment: &'a Assortment,
    pub containers: &'a [Container],
}

impl<'a> Sheet<'a> {
    pub fn new(
        language: Language,
        zone: &TimeZone,
        parties: (&'a Organisation, &'a Organisation),
        goods: &'a Goods,
        assortment: &'a Assortment,
        containers: &'a [Container],
    ) -> Self {
        let (hub, shop) = parties;
        let (t, r) = (words(language), Reader::new(language, zone));
        Self { t, r, hub, shop, goods, assortment, containers }
    }

    pub fn title(&self) -> String {
        match &self.goods.delivery {
            Some(delivery) => self.t.delivery_note_title(delivery.number.to_string()),
            None => self.t.delivery_note_draft(),
        }
    }

    /// What goes out, by producer and name.
    fn lines(&self) -> Vec<(&'a Offer, &'a Allotment)> {
        sorted(self.assortment, &self.goods.allotments)
    }

    pub fn note(&self) -> Outcome<Vec<u8>> {
        let day = self.goods.order.as_ref().map(|order| order.delivers_on);
        let made = match &self.goods.delivery {
            Some(delivery) => self.r.date_of(delivery.delivered_at),
            None => day.unwrap_or_else(|| self.r.date_of(self.goods.cycle.closes_at)),
        };
        let mut facts = vec![(
            self.t.supply_cycle(),
            format!("{} {}", self.goods.cycle.number, self.goods.cycle.name),
        )];
        if let Some(day) = day {
            facts.push((self.t.order_delivery_day(), self.r.day(day)));
        }
        if let Some(delivery) = &self.goods.delivery {
            facts.push((self.t.delivery_taken_by(), delivery.taken_by.clone()));
        }
        let mut parts = vec![Part::Table(self.table())];
        let containers = self.container_table();
        if !containers.rows.is_empty() {
            parts.push(Part::Heading(self.t.crates_title()));
            parts.push(Part::Table(containers));
        }
        if let Some(note) = self.goods.order.as_ref().map(|order| &order.note).filter(|n| !n.is_empty())
        {
            parts.push(Part::Text(note.clone()));
        }
        parts.push(Part::Signatures(vec![
            self.t.delivery_signed_by_hub(),
            self.t.delivery_signed_by_shop(),
        ]));
        let paper = Paper {
            title: self.title(),
            language: self.r.code().to_owned(),
            issued: Day { year: made.year(), month: made.month(), day: made.day() },
            issuer: party(self.hub),
            recipient: Some(party(self.shop)),
            facts,
            notice: None,
            parts,
            footer: self.hub.name.clone(),
            words: papers::Words { page: self.t.sheet_page(), continued: self.t.sheet_continued() },
        };
        Ok(papers::paper(&paper).context("writing a delivery note")?)
    }

    fn table(&self) -> Table {
        let columns = vec![
            Column::new(self.t.line_article(), Align::Left, Width::Share(1)),
            Column::new(self.t.line_ordered(), Align::Right, Width::Fit),
            Column::new(self.t.line_delivered(), Align::Right, Width::Fit),
            Column::new(self.t.line_measure(), Align::Right, Width::Fit),
            Column::new("☐", Align::Center, Width::Fit),
        ];
        let mut rows = Vec::new();
        let mut producer = None;
        for (offer, one) in self.lines() {
            if producer != Some(offer.producer) {
                producer = Some(offer.producer);
                rows.push(Row::Group(self.assortment.producer_name(offer.producer).to_owned()));
            }
            let ordered = self.goods.lines.iter().find(|line| one.is_row(line.reference, None));
            let ordered = ordered.map_or(Quantity::ZERO, |line| line.ordered);
            let measure = if offer.item.is_weighed() {
                self.r.measure(one.invoiced_measure(), offer.item.pay_unit)
            } else {
                String::new()
            };
            rows.push(Row::Line(vec![
                offer.item.name.clone(),
                self.r.quantity(ordered),
                self.r.measure(one.quantity, offer.item.order_unit),
                measure,
                "☐".to_owned(),
            ]));
            if let Some(detail) = self.detail(one) {
                rows.push(Row::Detail(detail));
            }
        }
        Table { columns, rows }
    }

    fn detail(&self, one: &Allotment) -> Option<String> {
        let reason = self.t.reason(one.reason?.code());
        let stands_for = one.stands_for.and_then(|id| self.assortment.find(id));
        let reason = match stands_for {
            Some(offer) => self.t.reason_stands_for(&offer.item.name),
            None => reason,
        };
        Some(if one.remark.is_empty() { reason } else { format!("{reason} – {}", one.remark) })
    }

    fn container_table(&self) -> Table {
        let columns = vec![
            Column::new(self.t.line_container(), Align::Left, Width::Share(1)),
            Column::new(self.t.crates_out(), Align::Right, Width::Fit),
            Column::new(self.t.crates_back(), Align::Right, Width::Fit),
        ];
        let out = with_goods(self.assortment, &self.goods.allotments);
        let rows = self
            .containers
            .iter()
            .filter_map(|container| {
                let handed = self.goods.handed.iter().find(|one| one.container == container.id);
                let extra = handed.map_or(0, |one| one.extra_out);
                let back = handed.map_or(0, |one| one.back);
                let count = out.get(&container.id).copied().unwrap_or(0) + extra;
                (count > 0 || back > 0).then(|| {
                    Row::Line(vec![container.name.clone(), count.to_string(), back.to_string()])
                })
            })
            .collect();
        Table { columns, rows }
    }

    /// One label for each crate of each kind of cold.
    pub fn labels(&self, crates: &[(Storage, i64)]) -> Outcome<Vec<u8>> {
        let total: i64 = crates.iter().map(|(_, count)| count).sum();
        let day =
            self.goods.order.as_ref().map(|order| self.r.day(order.delivers_on)).unwrap_or_default();
        let mut labels = Vec::new();
        for &(storage, count) in crates {
            for _ in 0..count {
                labels.push(Label {
                    headline: self.shop.name.clone(),
                    lines: vec![
                        format!("{} {}", self.shop.postcode, self.shop.town),
                        day.clone(),
                        format!(
                            "{} · {} {}",
                            self.hub.name,
                            self.t.supply_cycle(),
                            self.goods.cycle.number
                        ),
                    ],
                    corner: Some(format!("{}/{total}", labels.len() + 1)),
                    mark: Some(self.t.storage(storage.code())),
                });
            }
        }
        Ok(papers::labels(&labels, LabelSheet::TwoByFour).context("writing labels")?)
    }
}

/// Allotments with their offers, by producer and name.
pub(super) fn sorted<'a>(
    assortment: &'a Assortment,
    allotments: &'a [Allotment],
) -> Vec<(&'a Offer, &'a Allotment)> {
    let find = |one: &'a Allotment| Some((assortment.find(one.reference)?, one));
    let mut lines: Vec<(&Offer, &Allotment)> = allotments.iter().filter_map(find).collect();
    lines.sort_by_cached_key(|(offer, _)| {
        let producer = units::text::fold(assortment.producer_name(offer.producer));
        (producer, offer.producer, units::text::fold(&offer.item.name))
    });
    lines
}
