//! The rows of a table as articles, with a fault for every cell that is not understood.

use std::collections::HashMap;

use units::Unit;

use super::fault::{LineFault, Problem};
use super::{Field, list, value};
use crate::catalogue::{Article, Origin, convert};
use crate::table::{Table, TableRow};

/// Reads each row as an article, `fields[i]` saying what column `i` holds.
///
/// An article stands among the results only when nothing in its row is wrong. Rows without anything
/// in a known column are passed over. When two columns are given the same field, the first counts.
pub fn read_rows(table: &Table, fields: &[Option<Field>]) -> (Vec<Article>, Vec<LineFault>) {
    let columns = Columns::new(table, fields);
    let mut articles = Vec::new();
    let mut faults = Vec::new();
    let mut lines_by_code: HashMap<String, u32> = HashMap::new();
    for row in &table.rows {
        if columns.indexes.values().all(|&index| cell(row, index).is_empty()) {
            continue;
        }
        let mut reading = Reading { row, columns: &columns, faults: Vec::new() };
        let article = reading.article();
        if let Some(code) = &article.code
            && let Some(first_line) = first_line_of(&mut lines_by_code, code, row.line)
        {
            reading.fault(Field::Code, Problem::SameCode { first_line });
        }
        if reading.faults.is_empty() {
            articles.push(article);
        }
        // In the order of the columns, as the person goes through their line.
        reading.faults.sort_by_key(|&(index, _)| index);
        faults.extend(reading.faults.into_iter().map(|(_, fault)| fault));
    }
    (articles, faults)
}

/// The line that has the code already; otherwise remembers this one.
fn first_line_of(lines_by_code: &mut HashMap<String, u32>, code: &str, line: u32) -> Option<u32> {
    if let Some(&first_line) = lines_by_code.get(code) {
        return Some(first_line);
    }
    lines_by_code.insert(code.to_owned(), line);
    None
}

struct Columns<'a> {
    headers: &'a [String],
    indexes: HashMap<Field, usize>,
}

impl<'a> Columns<'a> {
    fn new(table: &'a Table, fields: &[Option<Field>]) -> Self {
        let mut indexes = HashMap::new();
        for (index, field) in fields.iter().enumerate() {
            if let Some(field) = *field {
                indexes.entry(field).or_insert(index);
            }
        }
        Self { headers: &table.headers, indexes }
    }
}

fn cell(row: &TableRow, index: usize) -> &str {
    row.cells.get(index).map_or("", |cell| cell.trim())
}

struct Reading<'a> {
    row: &'a TableRow,
    columns: &'a Columns<'a>,
    /// With the index of their column.
    faults: Vec<(Option<usize>, LineFault)>,
}

impl Reading<'_> {
    fn article(&mut self) -> Article {
        let name = self.text(Field::Name);
        if name.is_none() {
            self.fault(Field::Name, Problem::NameMissing);
        }
        let order_unit = self.value(Field::OrderUnit, value::unit);
        let pay_unit = self.value(Field::PayUnit, value::unit);
        Article {
            origin: Origin::Line(self.row.line),
            code: self.text(Field::Code),
            name: name.unwrap_or_default(),
            description: self.text(Field::Description),
            family: self.text(Field::Family),
            order_unit,
            pay_unit,
            measure_per_unit: self.measure(pay_unit.or(order_unit)),
            content: self.value(Field::Content, value::content),
            price: self.value(Field::Price, value::price),
            currency: self.value(Field::Currency, value::currency),
            vat: self.value(Field::Vat, value::rate),
            stock: self.value(Field::Stock, value::stock),
            step: self.value(Field::Step, value::positive),
            origin_place: self.text(Field::OriginPlace),
            certificates: self.list(Field::Certificates),
            allergens: self.list(Field::Allergens),
            storage: self.value(Field::Storage, value::storage),
            picture: self.text(Field::Picture),
            deposit: self.text(Field::Deposit),
            second_choice: self.text(Field::SecondChoice),
        }
    }

    fn cell(&self, field: Field) -> &str {
        self.columns.indexes.get(&field).map_or("", |&index| cell(self.row, index))
    }

    fn text(&self, field: Field) -> Option<String> {
        Some(self.cell(field)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    fn list(&self, field: Field) -> Vec<String> {
        list::split(self.cell(field))
    }

    /// The value of a cell that is not empty; a fault when it cannot be read.
    fn value<T>(&mut self, field: Field, read: impl Fn(&str) -> Result<T, Problem>) -> Option<T> {
        let text = self.cell(field);
        if text.is_empty() {
            return None;
        }
        match read(text) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.fault(field, problem);
                None
            }
        }
    }

    /// A measure counts in the unit that is paid; one in grams of an article by the kilo is brought over.
    fn measure(&mut self, pay_unit: Option<Unit>) -> Option<units::Quantity> {
        self.value(Field::MeasurePerUnit, |text| {
            let (quantity, unit) = value::measure(text)?;
            match (unit, pay_unit) {
                (Some(unit), Some(pay_unit)) => {
                    convert(quantity, unit, pay_unit).ok_or(Problem::OtherUnit)
                }
                _ => Ok(quantity),
            }
        })
    }

    fn fault(&mut self, field: Field, problem: Problem) {
        let index = self.columns.indexes.get(&field).copied();
        let column =
            index.and_then(|index| self.columns.headers.get(index)).cloned().unwrap_or_default();
        let value = self.cell(field).chars().take(80).collect();
        self.faults.push((index, LineFault { line: self.row.line, column, value, problem }));
    }
}
