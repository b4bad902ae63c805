//! A file of what must be moved: a row each, its places named by the organisation, or by the organisation
//! and its site.

use std::collections::HashMap;

use formats::table::{self, Table, TableError, TableRow};
use frame::Say;
use jiff::civil::Date;
use people::organisations::Site;
use units::text::fold;
use units::{Code, Language, OrganisationId};

use super::model::{Asked, Load, Misfit, Need, Place};
use crate::tables;
use crate::words::{Words, words};

units::codes! {
    /// The columns of such a file, by the header that they have in every language.
    pub enum Column {
        From = "from",
        To = "to",
        FirstDay = "first_day",
        LastDay = "last_day",
        Ready = "ready",
        Due = "due",
        Dry = "dry",
        Cold = "cold",
        Frozen = "frozen",
        Kilograms = "kilograms",
        Needs = "needs",
        Note = "note",
    }
}

/// Crates or kilograms of one shipment at most.
const MOST: i64 = 100_000;

/// What a file's places are looked up in.
pub struct Against<'a> {
    pub names: &'a [(OrganisationId, String)],
    pub sites: &'a [Site],
    pub today: Date,
}

/// Why a file is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    NoFile,
    Table(TableError),
    ColumnMissing(Column),
    Empty,
    Faulty { faults: Vec<String> },
}

impl Say for Unreadable {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::NoFile => t.shipments_no_file(),
            Self::Table(error) => tables::say(error, language),
            Self::ColumnMissing(column) => t.shipments_column_missing(t.shipments_column(column.code())),
            Self::Empty => t.shipments_file_empty(),
            Self::Faulty { faults } => t.shipments_file_faulty(faults.len() as i64),
        }
    }

    fn details(&self) -> &[String] {
        match self {
            Self::Faulty { faults } => faults,
            _ => &[],
        }
    }
}

/// Reads a whole file, or says everything that is wrong with it.
///
/// # Errors
/// [`Unreadable`], with a sentence for each fault, in the reader's language.
pub fn read(
    name: &str,
    bytes: &[u8],
    against: &Against<'_>,
    language: Language,
) -> Result<Vec<Asked>, Unreadable> {
    let table = table::read(name, bytes).map_err(Unreadable::Table)?;
    let columns = columns(&table);
    for needed in [Column::From, Column::To, Column::FirstDay] {
        if !columns.contains_key(&needed) {
            return Err(Unreadable::ColumnMissing(needed));
        }
    }
    if table.rows.is_empty() {
        return Err(Unreadable::Empty);
    }
    let places = Places::new(against);
    let mut reading =
        Reading { columns, places, today: against.today, t: words(language), faults: Vec::new() };
    let asked: Vec<Asked> = table.rows.iter().filter_map(|row| reading.row(row, language)).collect();
    if reading.faults.is_empty() {
        Ok(asked)
    } else {
        Err(Unreadable::Faulty { faults: reading.faults })
    }
}

/// Where each column stands; its header is its code, or its name in any of our languages.
fn columns(table: &Table) -> HashMap<Column, usize> {
    let mut found = HashMap::new();
    for (at, header) in table.headers.iter().map(|header| fold(header)).enumerate() {
        let is = |column: &Column| {
            let named = |language: &Language| fold(&words(*language).shipments_column(column.code()));
            header == column.code() || Language::ALL.iter().any(|language| named(language) == header)
        };
        if let Some(column) = Column::ALL.iter().find(|column| is(column)) {
            found.entry(*column).or_insert(at);
        }
    }
    found
}

/// Places by how people name them, folded: the organisation, or the organisation and the site.
struct Places(HashMap<String, Option<Place>>);

impl Places {
    fn new(against: &Against<'_>) -> Self {
        let names: HashMap<OrganisationId, &String> =
            against.names.iter().map(|(id, name)| (*id, name)).collect();
        let mut places = HashMap::new();
        for site in against.sites {
            let Some(name) = names.get(&site.organisation) else { continue };
            let place = Place { organisation: site.organisation, site: site.id };
            for key in [fold(name), fold(&format!("{name} {}", site.name))] {
                // Two of one name are nobody's: the sentence asks to name the site.
                places
                    .entry(key)
                    .and_modify(|known: &mut Option<Place>| {
                        if *known != Some(place) {
                            *known = None;
                        }
                    })
                    .or_insert(Some(place));
            }
        }
        Self(places)
    }
}

struct Reading {
    columns: HashMap<Column, usize>,
    places: Places,
    today: Date,
    t: &'static Words,
    faults: Vec<String>,
}

impl Reading {
    fn row(&mut self, row: &TableRow, language: Language) -> Option<Asked> {
        let before = self.faults.len();
        let from = self.place(row, Column::From);
        let to = self.place(row, Column::To);
        let first_day = self.day(row, Column::FirstDay);
        let last_day = self.day(row, Column::LastDay).or(first_day);
        let (ready, due) = (self.minute(row, Column::Ready), self.minute(row, Column::Due));
        let load = Load {
            dry: self.count(row, Column::Dry),
            cold: self.count(row, Column::Cold),
            frozen: self.count(row, Column::Frozen),
            kilograms: self.count(row, Column::Kilograms),
        };
        let needs = self.needs(row);
        let note: String = self.cell(row, Column::Note).chars().take(200).collect();
        if self.faults.len() > before {
            return None;
        }
        let asked = Asked {
            from: from?,
            to: to?,
            first_day: first_day?,
            last_day: last_day?,
            ready,
            due,
            load,
            needs,
            note,
        };
        if let Err(misfit) = asked.check(self.today) {
            self.misfit(row, misfit, language);
            return None;
        }
        Some(asked)
    }

    fn misfit(&mut self, row: &TableRow, misfit: Misfit, language: Language) {
        self.faults.push(self.t.shipments_fault_on_line(i64::from(row.line), misfit.say(language)));
    }

    fn cell<'a>(&self, row: &'a TableRow, column: Column) -> &'a str {
        self.columns.get(&column).and_then(|&at| row.cells.get(at)).map_or("", String::as_str)
    }

    fn fault(&mut self, row: &TableRow, column: Column, problem: &str) {
        let name = self.t.shipments_column(column.code());
        let value: String = self.cell(row, column).chars().take(60).collect();
        self.faults.push(self.t.shipments_fault_in_cell(i64::from(row.line), name, value, problem));
    }

    fn place(&mut self, row: &TableRow, column: Column) -> Option<Place> {
        let found = self.places.0.get(&fold(self.cell(row, column))).copied();
        match found {
            Some(Some(place)) => Some(place),
            Some(None) => {
                self.fault(row, column, &self.t.shipments_place_several());
                None
            }
            None => {
                self.fault(row, column, &self.t.shipments_place_unknown());
                None
            }
        }
    }

    /// A day as `2026-12-01`, `01/12/2026` or `1.12.2026`.
    fn day(&mut self, row: &TableRow, column: Column) -> Option<Date> {
        let text = self.cell(row, column);
        if text.is_empty() && column == Column::LastDay {
            return None;
        }
        let day = text.parse().ok().or_else(|| civil_day(text));
        if day.is_none() {
            self.fault(row, column, &self.t.shipments_not_a_day());
        }
        day
    }

    fn minute(&mut self, row: &TableRow, column: Column) -> Option<i64> {
        let text = self.cell(row, column);
        if text.is_empty() {
            return None;
        }
        let minute = minute(text);
        if minute.is_none() {
            self.fault(row, column, &self.t.shipments_not_a_time());
        }
        minute
    }

    fn count(&mut self, row: &TableRow, column: Column) -> i64 {
        let text = self.cell(row, column);
        if text.is_empty() {
            return 0;
        }
        match units::decimal::parse(text, 0) {
            Ok(count) if (0..=MOST).contains(&count) => count,
            _ => {
                self.fault(row, column, &self.t.shipments_not_a_count());
                0
            }
        }
    }

    /// What is needed, by its word in any of our languages, a comma between.
    fn needs(&mut self, row: &TableRow) -> Vec<Need> {
        let parts = self.cell(row, Column::Needs).split(',').map(fold).filter(|part| !part.is_empty());
        let found: Vec<Option<Need>> = parts.map(|part| need(&part)).collect();
        if found.contains(&None) {
            self.fault(row, Column::Needs, &self.t.shipments_need_unknown());
        }
        found.into_iter().flatten().collect()
    }
}

fn need(folded: &str) -> Option<Need> {
    Need::ALL.iter().copied().find(|need| {
        let named = |language: &Language| fold(&words(*language).shipment_need(need.code()));
        folded == need.code() || Language::ALL.iter().any(|language| named(language) == folded)
    })
}

fn civil_day(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['/', '.']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn minute(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches(['h', 'u']);
    let (hour, minute) = text.split_once([':', 'h', 'u']).unwrap_or((text, "0"));
    let (hour, minute): (u8, u8) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    (hour < 24 && minute < 60).then_some(i64::from(hour) * 60 + i64::from(minute))
}

#[cfg(test)]
mod tests {
    use super::*;
    use units::{Country, SiteId};
    use uuid::Uuid;

    fn site(number: u128, of: u128, name: &str) -> Site {
        Site {
            id: SiteId(Uuid::from_u128(number)),
            organisation: OrganisationId(Uuid::from_u128(of)),
            name: name.to_owned(),
            street: String::new(),
            postcode: String::new(),
            town: String::new(),
            country: Country::BELGIUM,
            coordinates: None,
            receives: Vec::new(),
            note: String::new(),
            windows: Vec::new(),
        }
    }

    fn read_file(text: &str, language: Language) -> Result<Vec<Asked>, Unreadable> {
        let names: Vec<(OrganisationId, String)> =
            [(1, "Ferme du Pont"), (2, "Épicerie Verte"), (3, "Halle")]
                .map(|(id, name)| (OrganisationId(Uuid::from_u128(id)), name.to_owned()))
                .into();
        let sites =
            [site(11, 1, "Ferme"), site(21, 2, "Magasin"), site(31, 3, "Quai"), site(32, 3, "Dépôt")];
        let today = "2026-11-28".parse().unwrap();
        read("file.csv", text.as_bytes(), &Against { names: &names, sites: &sites, today }, language)
    }

    #[test]
    fn rows_are_read_as_people_write_them() {
        let text = "de;vers;premier jour;jusqu’au;frais;kg;besoins;au plus tard\n\
                    Ferme du Pont;epicerie verte;01/12/2026;;3;42;hayon;9h30\n\
                    Halle Dépôt;Ferme du Pont;2026-12-02;2026-12-03;;15;;\n";
        let asked = read_file(text, Language::Fr).unwrap();
        assert_eq!(asked.len(), 2);
        assert_eq!((asked[0].load.cold, asked[0].load.kilograms, asked[0].due), (3, 42, Some(570)));
        assert_eq!(asked[0].needs, [Need::TailLift]);
        assert_eq!(asked[0].last_day, asked[0].first_day);
        assert_eq!(asked[1].from.site, SiteId(Uuid::from_u128(32)));
    }

    #[test]
    fn one_fault_refuses_all_and_each_is_named_with_its_line_and_column() {
        let text = "from,to,first_day,kilograms\n\
                    Ferme du Pont,Épicerie Verte,2026-12-01,10\n\
                    Halle,Inconnu,31/02/2026,-4\n\
                    Ferme du Pont,Ferme du Pont,2026-12-01,5\n";
        let Err(Unreadable::Faulty { faults }) = read_file(text, Language::En) else {
            panic!("refused")
        };
        assert_eq!(
            faults,
            [
                "Line 3, From, “Halle”: several sites are called so; write the organisation and the site, such as “Halle Quai”.",
                "Line 3, To, “Inconnu”: no member has this name; write it as in the list of members.",
                "Line 3, First day, “31/02/2026”: this is no day; write it as 2026-12-01 or 01/12/2026.",
                "Line 3, Kilograms, “-4”: this is no whole number from 0 to 100,000.",
                "Line 4: It begins where it ends: choose another place.",
            ]
        );
        let missing = read_file("from;kilograms\nFerme du Pont;3\n", Language::En);
        assert_eq!(missing, Err(Unreadable::ColumnMissing(Column::To)));
        assert_eq!(read_file("from;to;first_day\n", Language::En), Err(Unreadable::Empty));
    }
}
