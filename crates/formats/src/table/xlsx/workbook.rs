//! Where the parts of a workbook are: its visible sheets in order, its styles, its strings.

use std::collections::HashMap;
use std::io::Read;

use super::package::Package;
use super::xml::{Piece, Xml, attribute};
use crate::table::TableError;

#[derive(Default)]
pub(super) struct Workbook {
    /// Names of the parts that hold worksheets.
    pub(super) sheets: Vec<String>,
    pub(super) styles: Option<String>,
    pub(super) strings: Option<String>,
    /// Whether days are counted from 1904, as old programs for the Macintosh did.
    pub(super) since_1904: bool,
}

struct Relation {
    /// The last word of the relation's type: `worksheet`, `styles`, `sharedStrings`.
    kind: String,
    target: String,
}

/// # Errors
/// [`TableError::NotAWorkbook`] for an archive of something else.
pub(super) fn read(package: &mut Package<'_>) -> Result<Workbook, TableError> {
    let part = find_main_part(package)?;
    if !package.has(&part) {
        return Err(TableError::NotAWorkbook);
    }
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", &part));
    let relations_part = join(folder, &format!("_rels/{file}.rels"));
    let relations = read_relations(package.xml(&relations_part)?, folder)?;
    let target = |kind: &str| {
        let mut found = relations.values().filter(|relation| relation.kind == kind);
        found.next().map(|relation| relation.target.clone()).filter(|target| package.has(target))
    };
    let mut workbook =
        Workbook { styles: target("styles"), strings: target("sharedStrings"), ..Workbook::default() };
    read_sheets(package.xml(&part)?, &relations, &mut workbook)?;
    Ok(workbook)
}

fn find_main_part(package: &mut Package<'_>) -> Result<String, TableError> {
    if !package.has("_rels/.rels") {
        return Err(TableError::NotAWorkbook);
    }
    let relations = read_relations(package.xml("_rels/.rels")?, "")?;
    let main = relations.into_values().find(|relation| relation.kind == "officeDocument");
    Ok(main.ok_or(TableError::NotAWorkbook)?.target)
}

fn read_relations<R: Read>(
    mut xml: Xml<R>,
    folder: &str,
) -> Result<HashMap<String, Relation>, TableError> {
    let mut relations = HashMap::new();
    loop {
        match xml.next()? {
            Piece::Open(start) if start.local_name().as_ref() == "Relationship" => {
                if let (Some(id), Some(kind), Some(target)) =
                    (attribute(&start, "Id"), attribute(&start, "Type"), attribute(&start, "Target"))
                {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    relations.insert(id, Relation { kind, target: join(folder, &target) });
                }
            }
            Piece::End => return Ok(relations),
            _ => {}
        }
    }
}

fn read_sheets<R: Read>(
    mut xml: Xml<R>,
    relations: &HashMap<String, Relation>,
    workbook: &mut Workbook,
) -> Result<(), TableError> {
    loop {
        match xml.next()? {
            Piece::Open(start) => match start.local_name().as_ref() {
                "workbookPr" => {
                    workbook.since_1904 =
                        matches!(attribute(&start, "date1904").as_deref(), Some("1" | "true"));
                }
                "sheet" if !is_hidden(attribute(&start, "state").as_deref()) => {
                    let relation = attribute(&start, "id").and_then(|id| relations.get(&id));
                    workbook.sheets.extend(
                        relation
                            .filter(|relation| relation.kind == "worksheet")
                            .map(|relation| relation.target.clone()),
                    );
                }
                _ => {}
            },
            Piece::End => return Ok(()),
            _ => {}
        }
    }
}

fn is_hidden(state: Option<&str>) -> bool {
    matches!(state, Some("hidden" | "veryHidden"))
}

/// The name of a part from the folder of the part that refers to it.
fn join(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
