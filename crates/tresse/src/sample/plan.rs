//! What kind of hub to bring to life: how many members, how much trade, which terms, how much goes wrong.

use polity::agreements::{ShortageRule, Terms};
use serde::Deserialize;
use units::{Cents, Rate};

units::codes! {
    /// The sizes that Tresse is made for: a starting hub, a provincial one, a strong one, a federation's.
    pub enum Size {
        S = "S",
        M = "M",
        L = "L",
        Xl = "XL",
    }
}

/// A hub to rehearse; `docs/plan-example.toml` shows every field. What is left out is as in size M.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    pub name: String,
    /// A municipality of the list: where the hub has its dock.
    pub town: String,
    /// Provinces that members come from.
    pub provinces: Vec<String>,
    pub producers: usize,
    pub shops: usize,
    pub references: usize,
    pub lines_a_week: usize,
    /// Of the hub and of its members, for the rounds.
    pub vehicles: usize,
    pub agreement: Agreed,
    pub mishaps: Mishaps,
    /// The trades that producers come from; all of them where none is named.
    pub trades: Vec<String>,
}

/// The agreement's numbers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Agreed {
    /// Of the goods without VAT, in percent.
    pub hub_percent: Decimal<Rate>,
    /// In euros for each order.
    pub transport_per_order: Decimal<Cents>,
    /// In percent of the goods.
    pub packing_percent: Decimal<Rate>,
    pub shortage_rule: ShortageRule,
    pub shop_payment_days: i64,
    pub producer_payment_days: i64,
}

/// How often something goes otherwise than planned, in percent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mishaps {
    /// Of references: less comes than was ordered.
    pub short: i64,
    /// Of weighed goods: how far a weight strays from the expected one, at most.
    pub weight: i64,
    /// Of orders: one line is cancelled before closing.
    pub cancelled: i64,
    /// Of deliveries: something is sent back at the door.
    pub sent_back: i64,
    /// Of invoices: a line is credited afterwards.
    pub credited: i64,
    /// Of shops: they pay a week or two late.
    pub late_shops: i64,
    /// Of statements: the hub pays them late.
    pub late_statements: i64,
}

/// A number written in a plan as people write it: `15`, `12.5`, `"6,50"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal<T>(pub T);

impl<'de> Deserialize<'de> for Decimal<Rate> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Rate::parse(&written(from)?).map(Self).map_err(serde::de::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Decimal<Cents> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Cents::parse(&written(from)?).map(Self).map_err(serde::de::Error::custom)
    }
}

fn written<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let value = toml::Value::deserialize(from)?;
    match value {
        toml::Value::String(text) => Ok(text),
        other => Ok(other.to_string()),
    }
}

impl Default for Plan {
    fn default() -> Self {
        Self::of(Size::M)
    }
}

impl Default for Agreed {
    fn default() -> Self {
        Self {
            hub_percent: Decimal(Rate(1250)),
            transport_per_order: Decimal(Cents(650)),
            packing_percent: Decimal(Rate(150)),
            shortage_rule: ShortageRule::Proportional,
            shop_payment_days: 14,
            producer_payment_days: 21,
        }
    }
}

impl Default for Mishaps {
    fn default() -> Self {
        Self {
            short: 3,
            weight: 6,
            cancelled: 8,
            sent_back: 3,
            credited: 2,
            late_shops: 9,
            late_statements: 4,
        }
    }
}

/// The largest plan: twice a federation's network in each direction.
const MOST: [(&str, usize); 5] = [
    ("producers", 1_000),
    ("shops", 2_500),
    ("references", 20_000),
    ("lines_a_week", 200_000),
    ("vehicles", 40),
];

impl Plan {
    /// The hub of a size, as `design.md` counts them.
    pub fn of(size: Size) -> Self {
        let (name, producers, shops, references, lines_a_week, vehicles) = match size {
            Size::S => ("Le Panier de la Semois", 40, 60, 600, 900, 2),
            Size::M => ("Réseau des Hautes Terres", 106, 120, 1_500, 3_500, 5),
            // 260 shops and 18 pick-up points.
            Size::L => ("Coopérative des Deux Vallées", 110, 278, 2_500, 10_000, 9),
            Size::Xl => ("Fédération des Terroirs", 400, 1_000, 5_000, 60_000, 30),
        };
        // What vans reach in a morning.
        let ardenne = ["Luxembourg", "Namur"].map(str::to_owned).to_vec();
        Self {
            name: name.to_owned(),
            town: "Libramont-Chevigny".to_owned(),
            provinces: if size == Size::Xl { Vec::new() } else { ardenne },
            producers,
            shops,
            references,
            lines_a_week,
            vehicles,
            agreement: Agreed::default(),
            mishaps: Mishaps::default(),
            trades: Vec::new(),
        }
    }

    /// Reads a plan, and says in one sentence what is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        let plan: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        plan.check()?;
        Ok(plan)
    }

    fn check(&self) -> Result<(), String> {
        let counts = [self.producers, self.shops, self.references, self.lines_a_week, self.vehicles];
        for ((field, most), count) in MOST.into_iter().zip(counts) {
            if count == 0 || count > most {
                return Err(format!("`{field}` is {count}: it must be between 1 and {most}"));
            }
        }
        if self.references < self.producers {
            return Err(format!(
                "`references` is {}: each of the {} producers offers at least one",
                self.references, self.producers
            ));
        }
        let a = &self.agreement;
        let percents = [
            ("agreement.hub_percent", a.hub_percent.0.0, 10_000),
            ("agreement.packing_percent", a.packing_percent.0.0, 10_000),
            ("agreement.transport_per_order", a.transport_per_order.0.0, 100_000),
            ("agreement.shop_payment_days", a.shop_payment_days, 365),
            ("agreement.producer_payment_days", a.producer_payment_days, 365),
            ("mishaps.short", self.mishaps.short, 100),
            ("mishaps.weight", self.mishaps.weight, 50),
            ("mishaps.cancelled", self.mishaps.cancelled, 100),
            ("mishaps.sent_back", self.mishaps.sent_back, 100),
            ("mishaps.credited", self.mishaps.credited, 100),
            ("mishaps.late_shops", self.mishaps.late_shops, 100),
            ("mishaps.late_statements", self.mishaps.late_statements, 100),
        ];
        if let Some((field, ..)) = percents.iter().find(|(_, value, most)| !(0..=*most).contains(value))
        {
            return Err(format!("`{field}` is out of reason: see docs/plan-example.toml for its unit"));
        }
        self.known("town", std::slice::from_ref(&self.town), |m| m.name.as_str())?;
        self.known("provinces", &self.provinces, |m| m.province.as_str())?;
        let trades = super::lists::trades();
        match self.trades.iter().find(|trade| !trades.contains(&trade.as_str())) {
            Some(trade) => {
                Err(format!("`trades` names {trade:?}, which is none of {}", trades.join(", ")))
            }
            None => Ok(()),
        }
    }

    fn known(
        &self,
        field: &str,
        names: &[String],
        of: fn(&super::lists::Municipality) -> &str,
    ) -> Result<(), String> {
        let listed = |name: &String| super::lists::MUNICIPALITIES.iter().any(|m| of(m) == name);
        match names.iter().find(|name| !listed(name)) {
            Some(name) => {
                Err(format!("`{field}` is {name:?}, which is not in the list of municipalities"))
            }
            None => Ok(()),
        }
    }

    pub fn terms(&self, starts_on: jiff::civil::Date) -> Terms {
        Terms {
            starts_on,
            shortage_rule: self.agreement.shortage_rule,
            shop_payment_days: self.agreement.shop_payment_days,
            producer_payment_days: self.agreement.producer_payment_days,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_docs_is_a_plan() {
        let plan = Plan::read(include_str!("../../../../docs/plan-example.toml")).unwrap();
        assert_eq!(plan.agreement.transport_per_order.0, Cents(575));
        assert_eq!(plan.agreement.shortage_rule, ShortageRule::Equal);
    }

    #[test]
    fn what_is_left_out_is_as_in_size_m() {
        assert_eq!(Plan::read("").unwrap(), Plan::of(Size::M));
        let plan =
            Plan::read("producers = 12\nreferences = 90\n[agreement]\nhub_percent = 9.5").unwrap();
        assert_eq!((plan.producers, plan.shops, plan.agreement.hub_percent.0), (12, 120, Rate(950)));
    }

    #[test]
    fn a_plan_that_cannot_be_is_refused_in_a_sentence() {
        let check = |text: &str, expected: &str| {
            let said = Plan::read(text).unwrap_err();
            assert!(said.contains(expected), "{said}");
        };
        check("producers = 0", "`producers` is 0: it must be between 1 and 1000");
        check("producers = 50\nreferences = 20", "each of the 50 producers offers at least one");
        check("town = \"Atlantis\"", "`town` is \"Atlantis\"");
        check("trades = [\"moonshine\"]", "`trades` names \"moonshine\"");
        check("prodcers = 4", "unknown field `prodcers`");
        check("[mishaps]\nshort = 101", "`mishaps.short` is out of reason");
        check("[agreement]\nhub_percent = 1e309", "hub_percent");
        check("[agreement]\nhub_percent = \"=cmd\"", "hub_percent");
    }
}
