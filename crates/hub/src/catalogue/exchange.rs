//! Catalogues in and out as files: CSV, XLSX, DFC. A file comes in whole after a preview, or not at all.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use formats::catalogue::Article;
use formats::catalogue::columns::{self, Field};
use formats::dfc;
use formats::table::{self, Table};
use frame::api::{Call, File, Raw, Written};
use frame::{App, At, Form, Outcome, Reader, Say, Stop, Upload, Visit, download, redirect};
use jiff::SignedDuration;
use people::organisations::store as organisations;
use schemars::JsonSchema;
use serde::Serialize;
use units::{CoalitionId, Code, Country, Language, OrganisationId, Quantity, ReferenceId};
use uuid::Uuid;

use super::files::{self, Against, Change, Fault, Taken};
use super::model::Reference;
use super::said::{of_dfc, of_fault, of_line, of_remark};
use super::{acts, store};
use crate::families;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "catalogue/upload.html")]
struct UploadPage {
    t: &'static Words,
    hub: CoalitionId,
    producer: OrganisationId,
    name: String,
}

#[derive(Template)]
#[template(path = "catalogue/preview.html")]
struct PreviewPage {
    t: &'static Words,
    r: Reader,
    language: Language,
    name: String,
    file: String,
    /// Columns with the field that each is read as; empty for linked data.
    columns: Vec<(String, Option<Field>)>,
    usual_family: String,
    without_foreign_prices: bool,
    taken: Vec<Taken>,
    faults: Vec<String>,
    notes: Vec<String>,
}

/// The kinds of file that a catalogue goes out as.
pub(super) const CSV: &str = "text/csv; charset=utf-8";
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub(super) const DFC: &str = "application/ld+json";

/// Lines of the preview that are shown one by one.
const SHOWN: usize = 300;

/// What an import is refused for.
enum Unreadable {
    NoFile,
    Table(table::TableError),
    Dfc(dfc::DfcError),
    Faulty { faults: Vec<String> },
    Empty,
}

impl Say for Unreadable {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::NoFile => t.import_no_file(),
            Self::Table(error) => economy::tables::say(error, language),
            Self::Dfc(error) => of_dfc(error, language),
            Self::Faulty { faults } => t.import_faulty(faults.len() as i64),
            Self::Empty => t.import_empty(),
        }
    }

    fn details(&self) -> &[String] {
        match self {
            Self::Faulty { faults } => faults,
            _ => &[],
        }
    }
}

/// A file as it was read, before it is compared with the catalogue.
struct Parsed {
    columns: Vec<(String, Option<Field>)>,
    articles: Vec<Article>,
    faults: Vec<columns::LineFault>,
    /// What could not be used, with the name of the product or where it has none its identifier.
    notes: Vec<(String, dfc::Remark)>,
}

fn parse(name: &str, bytes: &[u8], mapping: &[(usize, Option<Field>)]) -> Result<Parsed, Unreadable> {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !byte.is_ascii_control());
    let looks_like_json = matches!(first, Some(b'{' | b'[')) || name.ends_with(".jsonld");
    if looks_like_json {
        let catalogue = dfc::read(bytes).map_err(Unreadable::Dfc)?;
        let named = catalogue.products.into_iter().filter(|product| !product.article.name.is_empty());
        let (iris, articles): (Vec<String>, Vec<Article>) =
            named.map(|product| (product.iri, product.article)).unzip();
        let names: HashMap<&str, &str> =
            iris.iter().map(String::as_str).zip(articles.iter().map(|one| one.name.as_str())).collect();
        let notes = catalogue.notes.into_iter().map(|note| {
            let name = names.get(note.iri.as_str()).map_or(note.iri.clone(), |name| (*name).to_owned());
            (name, note.remark)
        });
        let notes = notes.collect();
        return Ok(Parsed { columns: Vec::new(), articles, faults: Vec::new(), notes });
    }
    let table: Table = table::read(name, bytes).map_err(Unreadable::Table)?;
    let mut fields = columns::guess(&table.headers);
    for &(column, field) in mapping {
        if let Some(place) = fields.get_mut(column) {
            *place = field;
        }
    }
    let (articles, faults) = columns::read_rows(&table, &fields);
    let columns = table.headers.into_iter().zip(fields).collect();
    Ok(Parsed { columns, articles, faults, notes: Vec::new() })
}

/// How the person wants the file to be read: parameters of the preview, fields of the decision.
#[derive(Clone, Default)]
struct Wishes {
    mapping: Vec<(usize, Option<Field>)>,
    usual_family: Option<String>,
    without_foreign_prices: bool,
}

impl Wishes {
    fn read(pairs: &[(String, String)]) -> Self {
        let mut wishes = Self::default();
        for (name, value) in pairs {
            if let Some(column) = name.strip_prefix("column.").and_then(|column| column.parse().ok()) {
                wishes.mapping.push((column, Field::from_code(value)));
            } else if name == "usual_family" {
                wishes.usual_family = Some(value.clone()).filter(|code| families::find(code).is_some());
            } else if name == "without_foreign_prices" {
                wishes.without_foreign_prices = true;
            }
        }
        wishes
    }
}

/// Everything that the preview shows and the decision takes in.
struct Considered {
    producer: String,
    file: String,
    columns: Vec<(String, Option<Field>)>,
    taken: Vec<Taken>,
    line_faults: Vec<columns::LineFault>,
    faults: Vec<Fault>,
    notes: Vec<(String, dfc::Remark)>,
}

async fn consider(
    visit: &Visit,
    hub: CoalitionId,
    producer: OrganisationId,
    draft: Uuid,
    wishes: &Wishes,
) -> Outcome<Considered> {
    let (file, bytes) = visit
        .look(move |tx, who| {
            acts::enter_catalogue(tx, who, hub, producer)?;
            store::draft(tx, producer, draft)?.ok_or(Stop::NotFound)
        })
        .await?;
    consider_file(visit, hub, producer, file, bytes, wishes).await
}

async fn consider_file(
    visit: &Visit,
    hub: CoalitionId,
    producer: OrganisationId,
    file: String,
    bytes: Vec<u8>,
    wishes: &Wishes,
) -> Outcome<Considered> {
    let (name, country, references, containers) = visit
        .look(move |tx, who| {
            acts::enter_catalogue(tx, who, hub, producer)?;
            let organisation = organisations::find(tx, producer)?.ok_or(Stop::NotFound)?;
            let references = store::of_producer(tx, producer)?;
            let containers = acts::containers_for(tx, who, hub, producer)?;
            Ok((organisation.name, organisation.country, references, containers))
        })
        .await?;
    let (wishes, today) = (wishes.clone(), visit.app.today());
    frame::aside(move || {
        let parsed = parse(&file, &bytes, &wishes.mapping)?;
        let against = Against {
            country,
            today,
            references: &references,
            containers: &containers,
            usual_family: wishes.usual_family.as_deref(),
            without_foreign_prices: wishes.without_foreign_prices,
        };
        let (taken, faults) = files::read(&parsed.articles, &against);
        Ok(Considered {
            producer: name,
            file,
            columns: parsed.columns,
            taken,
            line_faults: parsed.faults,
            faults,
            notes: parsed.notes,
        })
    })
    .await?
}

pub(super) async fn upload_form(
    visit: Visit,
    At((hub, producer)): At<(CoalitionId, OrganisationId)>,
) -> Outcome<Response> {
    let page = upload_page(&visit, hub, producer).await?;
    visit.page(&page.t.import_title(), &page)
}

async fn upload_page(visit: &Visit, hub: CoalitionId, producer: OrganisationId) -> Outcome<UploadPage> {
    let name = visit
        .look(move |tx, who| {
            acts::enter_catalogue(tx, who, hub, producer)?;
            Ok(organisations::find(tx, producer)?.ok_or(Stop::NotFound)?.name)
        })
        .await?;
    Ok(UploadPage { t: words(visit.language), hub, producer, name })
}

/// Keeps the file for the preview once it has shown that it can be read at all.
pub(super) async fn upload(
    visit: Visit,
    At((hub, producer)): At<(CoalitionId, OrganisationId)>,
    upload: Upload,
) -> Outcome<Response> {
    match keep_draft(&visit, hub, producer, upload).await {
        Ok(draft) => Ok(redirect(&format!("/hubs/{hub}/catalogue/{producer}/import/{draft}"))),
        Err(stop) => {
            let page = upload_page(&visit, hub, producer).await?;
            visit.again(&stop, &page.t.import_title(), &page)
        }
    }
}

async fn keep_draft(
    visit: &Visit,
    hub: CoalitionId,
    producer: OrganisationId,
    upload: Upload,
) -> Outcome<Uuid> {
    let (name, bytes) = upload.file.ok_or(Unreadable::NoFile)?;
    let (name, bytes) = frame::aside(move || {
        let parsed = parse(&name, &bytes, &[])?;
        if parsed.articles.is_empty() && parsed.faults.is_empty() {
            return Err(Unreadable::Empty);
        }
        Ok((name, bytes))
    })
    .await??;
    let draft: Uuid = visit.app.ids.next();
    visit
        .act(move |tx, who| {
            acts::enter_catalogue(tx, who, hub, producer)?;
            Ok(store::insert_draft(tx, producer, draft, &name, &bytes, who.at)?)
        })
        .await?;
    Ok(draft)
}

pub(super) async fn preview(
    visit: Visit,
    At((hub, producer, draft)): At<(CoalitionId, OrganisationId, Uuid)>,
) -> Outcome<Response> {
    let wishes = Wishes::read(&visit.query);
    let considered = consider(&visit, hub, producer, draft, &wishes).await?;
    let page = preview_page(&visit, considered, &wishes);
    visit.page(&page.t.import_preview(), &page)
}

fn preview_page(visit: &Visit, considered: Considered, wishes: &Wishes) -> PreviewPage {
    let t = words(visit.language);
    let r = visit.reader();
    let mut faults: Vec<String> = considered.line_faults.iter().map(|fault| of_line(fault, t)).collect();
    faults.extend(considered.faults.iter().map(|fault| of_fault(fault, t, &r)));
    let notes = considered
        .notes
        .iter()
        .map(|(name, remark)| t.import_note(name, of_remark(remark, t)))
        .collect();
    PreviewPage {
        t,
        r,
        language: visit.language,
        name: considered.producer,
        file: considered.file,
        columns: considered.columns,
        usual_family: wishes.usual_family.clone().unwrap_or_default(),
        without_foreign_prices: wishes.without_foreign_prices,
        taken: considered.taken,
        faults,
        notes,
    }
}

impl Considered {
    /// Why the file cannot be taken in, if it cannot.
    fn refused(&self, visit: &Visit) -> Option<Unreadable> {
        let (t, r) = (words(visit.language), visit.reader());
        let of_lines = self.line_faults.iter().map(|fault| of_line(fault, t));
        let of_articles = self.faults.iter().map(|fault| of_fault(fault, t, &r));
        let faults: Vec<String> = of_lines.chain(of_articles).collect();
        if !faults.is_empty() {
            return Some(Unreadable::Faulty { faults });
        }
        self.taken.is_empty().then_some(Unreadable::Empty)
    }

    /// What taking it in would write.
    fn changed(self) -> Vec<(Option<ReferenceId>, acts::Draft, Option<Quantity>)> {
        let changed = self.taken.into_iter().filter(|taken| taken.change != Change::Same);
        changed.map(|taken| (taken.known, taken.draft, taken.stock)).collect()
    }
}

/// Takes a whole file in at once, for a program: all of its references, or none with every reason.
pub(super) async fn import(call: Call<Place, Raw>) -> Outcome<Written<Imported>> {
    let (hub, producer) = call.at;
    let bytes = call.asked.0.clone();
    let considered =
        consider_file(&call.visit, hub, producer, String::new(), bytes, &Wishes::default()).await?;
    if let Some(refused) = considered.refused(&call.visit) {
        return Err(refused.into());
    }
    let of = |change: Change| considered.taken.iter().filter(|taken| taken.change == change).count();
    let imported =
        Imported { new: of(Change::New), changed: of(Change::Changed), same: of(Change::Same) };
    let changed = considered.changed();
    call.once(move |tx, who| {
        acts::take_in(tx, who, hub, producer, &changed)?;
        Ok(imported)
    })
    .await
}

/// How many references a file brought.
#[derive(Clone, Copy, Serialize, JsonSchema)]
pub(super) struct Imported {
    new: usize,
    changed: usize,
    same: usize,
}

/// Takes the whole file in, as it was previewed.
pub(super) async fn take_in(
    visit: Visit,
    At((hub, producer, draft)): At<(CoalitionId, OrganisationId, Uuid)>,
    form: Form,
) -> Outcome<Response> {
    let pairs: Vec<(String, String)> =
        form.numbered("").map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let wishes = Wishes::read(&pairs);
    let considered = consider(&visit, hub, producer, draft, &wishes).await?;
    if let Some(refused) = considered.refused(&visit) {
        let page = preview_page(&visit, considered, &wishes);
        return visit.again(&refused.into(), &page.t.import_preview(), &page);
    }
    let changed = considered.changed();
    let number = changed.len() as i64;
    visit
        .act(move |tx, who| {
            acts::take_in(tx, who, hub, producer, &changed)?;
            Ok(store::delete_draft(tx, producer, draft)?)
        })
        .await?;
    let t = words(visit.language);
    Ok(visit.done(&format!("/hubs/{hub}/catalogue/{producer}"), &t.import_done(number)))
}

/// A catalogue as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Xlsx,
    Dfc,
}

pub(super) async fn export(
    visit: Visit,
    At((hub, producer, format)): At<(CoalitionId, OrganisationId, String)>,
) -> Outcome<Response> {
    let format = match format.as_str() {
        "csv" => Format::Csv,
        "xlsx" => Format::Xlsx,
        "jsonld" => Format::Dfc,
        _ => return Err(Stop::NotFound),
    };
    let File { media_type, name, bytes } = exported(&visit, hub, producer, format).await?;
    Ok(download(media_type, &name, bytes))
}

type Place = (CoalitionId, OrganisationId);

pub(super) async fn csv(call: Call<Place>) -> Outcome<File> {
    exported(&call.visit, call.at.0, call.at.1, Format::Csv).await
}

pub(super) async fn xlsx(call: Call<Place>) -> Outcome<File> {
    exported(&call.visit, call.at.0, call.at.1, Format::Xlsx).await
}

pub(super) async fn dfc(call: Call<Place>) -> Outcome<File> {
    exported(&call.visit, call.at.0, call.at.1, Format::Dfc).await
}

async fn exported(
    visit: &Visit,
    hub: CoalitionId,
    producer: OrganisationId,
    format: Format,
) -> Outcome<File> {
    let (name, country, listed, containers) = visit
        .look(move |tx, who| {
            let listed = acts::list(tx, who, hub, producer)?;
            let organisation = organisations::find(tx, producer)?.ok_or(Stop::NotFound)?;
            let containers = acts::containers_for(tx, who, hub, producer)?;
            Ok((organisation.name, organisation.country, listed, containers))
        })
        .await?;
    let articles = articles_of(&listed, &containers, country, visit.app.today());
    let language = visit.language;
    let table = || columns::to_table(&articles, language);
    Ok(match format {
        Format::Csv => {
            let (headers, rows) = table();
            let mark = if language == Language::En { '.' } else { ',' };
            let bytes = table::write_csv(&headers, rows, mark);
            File { media_type: CSV, name: format!("{name}.csv"), bytes }
        }
        Format::Xlsx => {
            let (headers, rows) = table();
            let bytes = table::write_xlsx("Catalogue", &headers, rows).map_err(anyhow::Error::from)?;
            File { media_type: XLSX, name: format!("{name}.xlsx"), bytes }
        }
        Format::Dfc => {
            let base = format!("{}/dfc/Enterprises/{producer}", visit.app.settings.address);
            let options =
                dfc::WriteOptions { base: &base, organisation: &name, currency: files::CURRENCY };
            let text = dfc::write(&articles, options);
            File { media_type: DFC, name: format!("{name}.jsonld"), bytes: text.into_bytes() }
        }
    })
}

fn articles_of(
    listed: &[(Reference, Option<Quantity>)],
    containers: &[economy::containers::Container],
    country: Country,
    today: jiff::civil::Date,
) -> Vec<Article> {
    let all: Vec<Reference> = listed.iter().map(|(reference, _)| reference.clone()).collect();
    listed
        .iter()
        .filter(|(reference, _)| !reference.is_withdrawn)
        .map(|(reference, on_hand)| {
            files::article_of(reference, &all, *on_hand, containers, country, today)
        })
        .collect()
}

/// Files that nobody decided on within a day are forgotten.
pub(super) async fn forget_old_drafts(app: App) -> Outcome<()> {
    let before = app.clock.now() - SignedDuration::from_hours(24);
    app.db.write(move |tx| Ok(store::delete_drafts_before(tx, before)?)).await
}

impl PreviewPage {
    fn shown(&self) -> &[Taken] {
        &self.taken[..self.taken.len().min(SHOWN)]
    }

    fn count(&self, change: &Change) -> i64 {
        self.taken.iter().filter(|taken| taken.change == *change).count() as i64
    }

    fn changes(&self) -> &'static [Change] {
        Change::ALL
    }

    fn fields(&self) -> Vec<(String, String)> {
        let none = (String::new(), self.t.import_ignored());
        let each = Field::ALL
            .iter()
            .map(|&field| (field.code().to_owned(), columns::header(field, self.language).to_owned()));
        std::iter::once(none).chain(each).collect()
    }

    #[allow(clippy::ref_option, reason = "a template hands over a reference")]
    fn field_code(&self, field: &Option<Field>) -> &'static str {
        field.map_or("", Code::code)
    }

    fn families(&self) -> Vec<(String, String)> {
        family_options(self.language, self.t.import_no_usual_family())
    }
}

/// Families to choose from, each indented under its parents, after `none`.
pub(super) fn family_options(language: Language, none: String) -> Vec<(String, String)> {
    let each = families::all().iter().map(|family| {
        let depth = families::path(&family.code).len().saturating_sub(1);
        (family.code.clone(), format!("{}{}", "\u{2003}".repeat(depth), family.name(language)))
    });
    std::iter::once((String::new(), none)).chain(each).collect()
}
