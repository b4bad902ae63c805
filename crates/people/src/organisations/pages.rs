//! Forms and pages of the directory of organisations.
//!
//! The same forms serve the administrator here and a coalition's coordinator under its members.

use ::store::Tx;
use askama::Template;
use axum::response::Response;
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Visit, Who};
use units::numbers::{EnterpriseNumber, Iban, NumberError, VatNumber};
use units::{Code, Coordinates, Country, Language, OrganisationId, SiteId};

use super::acts::{self, Keeper};
use super::model::{LegalForm, OpeningWindow, Organisation, Site, Storage, VatRegime};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "organisations/index.html")]
struct Index {
    t: &'static Words,
    asked: String,
    organisations: Vec<Organisation>,
}

/// The fields of a record, in whatever form they stand.
#[derive(Template)]
#[template(path = "organisations/fields.html")]
struct Fields<'a> {
    t: &'static Words,
    language: Language,
    form: &'a Form,
}

/// The fields of a record as a part of another page's form.
pub fn fields(form: &Form, language: Language) -> String {
    Fields { t: words(language), language, form }.to_string()
}

#[derive(Template)]
#[template(path = "organisations/record.html")]
struct Record {
    t: &'static Words,
    language: Language,
    title: String,
    form: Form,
}

/// An organisation's card: what others may read of it, and the way to change it.
#[derive(Template)]
#[template(path = "organisations/card.html")]
pub struct Card {
    t: &'static Words,
    r: Reader,
    organisation: Organisation,
    sites: Vec<Site>,
    /// The address that its own pages stand under.
    base: String,
    may_keep: bool,
}

#[derive(Template)]
#[template(path = "organisations/site.html")]
struct SiteRecord {
    t: &'static Words,
    r: Reader,
    language: Language,
    title: String,
    form: Form,
}

impl Card {
    pub fn new(
        visit: &Visit,
        organisation: Organisation,
        sites: Vec<Site>,
        base: String,
        may_keep: bool,
    ) -> Self {
        Self { t: words(visit.language), r: visit.reader(), organisation, sites, base, may_keep }
    }
}

pub async fn index(visit: Visit) -> Outcome<Response> {
    let asked = visit.asked("q").to_owned();
    let words_asked = asked.clone();
    let organisations = visit.look(move |tx, who| acts::search(tx, who, &words_asked)).await?;
    let t = words(visit.language);
    visit.page(&t.organisations_title(), &Index { t, asked, organisations })
}

pub async fn new(visit: Visit) -> Outcome<Response> {
    show_form(&visit, blank_form(visit.language))
}

pub async fn create(visit: Visit, form: Form) -> Outcome<Response> {
    let id: OrganisationId = visit.app.ids.next();
    let saved = keep(&visit, &form, id, move |_, who| Keeper::of(who, id)).await;
    answer(&visit, form, saved, &format!("/organisations/{id}"))
}

pub async fn show(visit: Visit, At(id): At<OrganisationId>) -> Outcome<Response> {
    let (organisation, sites) = visit.look(move |tx, who| acts::show(tx, &Keeper::of(who, id)?)).await?;
    let title = organisation.name.clone();
    visit.page(&title, &Card::new(&visit, organisation, sites, format!("/organisations/{id}"), true))
}

pub async fn edit(visit: Visit, At(id): At<OrganisationId>) -> Outcome<Response> {
    let (organisation, _) = visit.look(move |tx, who| acts::show(tx, &Keeper::of(who, id)?)).await?;
    show_form(&visit, filled_form(&organisation))
}

pub async fn update(visit: Visit, At(id): At<OrganisationId>, form: Form) -> Outcome<Response> {
    let saved = keep(&visit, &form, id, move |_, who| Keeper::of(who, id)).await;
    answer(&visit, form, saved, &format!("/organisations/{id}"))
}

pub async fn edit_site(visit: Visit, At((id, site)): At<(OrganisationId, String)>) -> Outcome<Response> {
    let (organisation, sites) = visit.look(move |tx, who| acts::show(tx, &Keeper::of(who, id)?)).await?;
    show_site_form(&visit, &organisation, &sites, &site)
}

pub async fn update_site(
    visit: Visit,
    At((id, site)): At<(OrganisationId, String)>,
    form: Form,
) -> Outcome<Response> {
    let saved = keep_site(&visit, &form, id, &site, move |_, who| Keeper::of(who, id)).await;
    answer_site(&visit, form, saved, &format!("/organisations/{id}"))
}

/// Reads the form and saves the record with the leave that `keeper` gives.
pub async fn keep(
    visit: &Visit,
    form: &Form,
    id: OrganisationId,
    keeper: impl Fn(&Tx<'_>, &Who) -> Outcome<Keeper> + Send + 'static,
) -> Outcome<()> {
    let organisation = read_form(form, id, visit.language)?;
    visit.act(move |tx, who| acts::save(tx, who, &keeper(tx, who)?, &organisation)).await
}

/// Goes on after a saved record, or shows the form again with what is wrong.
pub fn answer(visit: &Visit, form: Form, saved: Outcome<()>, target: &str) -> Outcome<Response> {
    let t = words(visit.language);
    match saved {
        Ok(()) => Ok(visit.done(target, &t.organisation_saved())),
        Err(stop) => {
            form.note(&stop, visit.language);
            let title = t.organisation_record();
            visit.again(
                &stop,
                &title,
                &Record { t, language: visit.language, title: title.clone(), form },
            )
        }
    }
}

/// The form of an organisation's record.
pub fn show_form(visit: &Visit, form: Form) -> Outcome<Response> {
    let t = words(visit.language);
    let title = t.organisation_record();
    visit.page(&title, &Record { t, language: visit.language, title: title.clone(), form })
}

/// A record with nothing in it but the usual.
pub fn blank_form(language: Language) -> Form {
    Form::of([
        ("country", "BE".to_owned()),
        ("legal_form", LegalForm::Cooperative.code().to_owned()),
        ("vat_regime", VatRegime::Liable.code().to_owned()),
        ("language", language.code().to_owned()),
    ])
}

/// The form of a record as it is kept.
pub fn filled_form(o: &Organisation) -> Form {
    let written = |number: &Option<EnterpriseNumber>| number.as_ref().map(EnterpriseNumber::written);
    Form::of([
        ("name", o.name.clone()),
        ("legal_form", o.legal_form.code().to_owned()),
        ("country", o.country.code().to_owned()),
        ("enterprise_number", written(&o.enterprise_number).unwrap_or_default()),
        ("vat_number", o.vat_number.as_ref().map(|v| v.compact().to_owned()).unwrap_or_default()),
        ("vat_regime", o.vat_regime.code().to_owned()),
        ("iban", o.iban.as_ref().map(Iban::written).unwrap_or_default()),
        ("email", o.email.clone().unwrap_or_default()),
        ("phone", o.phone.clone().unwrap_or_default()),
        ("language", o.language.code().to_owned()),
        ("street", o.street.clone()),
        ("postcode", o.postcode.clone()),
        ("town", o.town.clone()),
    ])
}

/// The organisation that a form describes.
///
/// # Errors
/// A refusal; the form keeps what is wrong with each field.
pub fn read_form(form: &Form, id: OrganisationId, language: Language) -> Outcome<Organisation> {
    let checked = |field: &str, error: NumberError| {
        form.fault(field, Fault::Said(number_fault(error, language)));
    };
    let country = Country::parse(form.value("country"));
    if country.is_none() {
        form.fault("country", Fault::NotAmong);
    }
    let country = country.unwrap_or(Country::BELGIUM);
    let enterprise_number = form.optional("enterprise_number", 30).and_then(|text| {
        EnterpriseNumber::parse(country, &text).map_err(|e| checked("enterprise_number", e)).ok()
    });
    let vat_number = form
        .optional("vat_number", 30)
        .and_then(|text| VatNumber::parse(&text).map_err(|e| checked("vat_number", e)).ok());
    let iban = form
        .optional("iban", 60)
        .and_then(|text| Iban::parse(&text).map_err(|e| checked("iban", e)).ok());
    let organisation = Organisation {
        id,
        name: form.required("name", 120),
        legal_form: form.code("legal_form").unwrap_or(LegalForm::Other),
        country,
        enterprise_number,
        vat_number,
        vat_regime: form.code("vat_regime").unwrap_or(VatRegime::Liable),
        iban,
        email: form.email("email"),
        phone: form.optional("phone", 40),
        language: form.code("language").unwrap_or(language),
        street: form.text("street", 120),
        postcode: form.text("postcode", 12),
        town: form.text("town", 80),
    };
    form.accept()?;
    Ok(organisation)
}

fn number_fault(error: NumberError, language: Language) -> String {
    let t = words(language);
    match error {
        NumberError::Length => t.number_length(),
        NumberError::Character => t.number_character(),
        NumberError::CheckDigits => t.number_check_digits(),
        NumberError::Beginning => t.number_beginning(),
    }
}

/// The form of a site, where `site` is its identifier or `new`.
pub fn show_site_form(
    visit: &Visit,
    organisation: &Organisation,
    sites: &[Site],
    site: &str,
) -> Outcome<Response> {
    let mut form = if site == "new" {
        Form::of([
            ("street", organisation.street.clone()),
            ("postcode", organisation.postcode.clone()),
            ("town", organisation.town.clone()),
            ("country", organisation.country.code().to_owned()),
            ("receives_dry", "yes".to_owned()),
        ])
    } else {
        let known = sites.iter().find(|known| known.id.to_string() == site);
        filled_site_form(known.ok_or(frame::Stop::NotFound)?)
    };
    form.set("organisation", organisation.name.clone());
    let page = SiteRecord::new(visit, form);
    let title = page.title.clone();
    visit.page(&title, &page)
}

impl SiteRecord {
    fn new(visit: &Visit, form: Form) -> Self {
        let t = words(visit.language);
        Self { t, r: visit.reader(), language: visit.language, title: t.site_record(), form }
    }
}

fn filled_site_form(site: &Site) -> Form {
    let mut form = Form::of([
        ("name", site.name.clone()),
        ("street", site.street.clone()),
        ("postcode", site.postcode.clone()),
        ("town", site.town.clone()),
        ("country", site.country.code().to_owned()),
        ("latitude", site.coordinates.map(Coordinates::latitude).unwrap_or_default()),
        ("longitude", site.coordinates.map(Coordinates::longitude).unwrap_or_default()),
        ("note", site.note.clone()),
    ]);
    for storage in &site.receives {
        form.set(&format!("receives_{}", storage.code()), "yes");
    }
    for weekday in 1..=7 {
        let windows: Vec<String> = site.windows_on(weekday).map(OpeningWindow::written).collect();
        form.set(&format!("day{weekday}"), windows.join(", "));
    }
    form
}

/// Reads the form and saves the site with the leave that `keeper` gives.
pub async fn keep_site(
    visit: &Visit,
    form: &Form,
    organisation: OrganisationId,
    site: &str,
    keeper: impl Fn(&Tx<'_>, &Who) -> Outcome<Keeper> + Send + 'static,
) -> Outcome<()> {
    let id: SiteId = match site {
        "new" => visit.app.ids.next(),
        known => known.parse().map_err(|_| frame::Stop::NotFound)?,
    };
    let site = read_site_form(form, organisation, id, visit.language)?;
    visit.act(move |tx, who| acts::save_site(tx, who, &keeper(tx, who)?, &site)).await
}

/// Goes on after a saved site, or shows the form again with what is wrong.
pub fn answer_site(visit: &Visit, form: Form, saved: Outcome<()>, target: &str) -> Outcome<Response> {
    match saved {
        Ok(()) => Ok(visit.done(target, &words(visit.language).site_saved())),
        Err(stop) => {
            let page = SiteRecord::new(visit, form);
            visit.again(&stop, &page.title.clone(), &page)
        }
    }
}

fn read_site_form(
    form: &Form,
    organisation: OrganisationId,
    id: SiteId,
    language: Language,
) -> Outcome<Site> {
    let t = words(language);
    let (latitude, longitude) = (form.value("latitude"), form.value("longitude"));
    let coordinates = if latitude.trim().is_empty() && longitude.trim().is_empty() {
        None
    } else {
        let read = Coordinates::parse(latitude, longitude);
        if read.is_err() {
            form.fault("latitude", Fault::Said(t.site_not_a_place()));
        }
        read.ok()
    };
    let mut windows = Vec::new();
    for weekday in 1..=7 {
        let field = format!("day{weekday}");
        match OpeningWindow::read(weekday, form.value(&field)) {
            Ok(of_the_day) => windows.extend(of_the_day),
            Err(part) => form.fault(&field, Fault::Said(t.site_not_a_window(&part))),
        }
    }
    let receives = |storage: &&Storage| form.ticked(&format!("receives_{}", storage.code()));
    let site = Site {
        id,
        organisation,
        name: form.required("name", 80),
        street: form.text("street", 120),
        postcode: form.text("postcode", 12),
        town: form.required("town", 80),
        country: Country::parse(form.value("country")).unwrap_or(Country::BELGIUM),
        coordinates,
        receives: Storage::ALL.iter().filter(receives).copied().collect(),
        note: form.lines("note", 500),
        windows,
    };
    form.accept()?;
    Ok(site)
}

/// The countries that a hub's members are usually in.
fn countries(t: &Words) -> Vec<(String, String)> {
    ["BE", "FR", "LU", "NL", "DE"].map(|code| (code.to_owned(), t.country(code))).to_vec()
}

fn codes<T: Code>(name: impl Fn(&'static str) -> String) -> Vec<(String, String)> {
    T::ALL.iter().map(|one| (one.code().to_owned(), name(one.code()))).collect()
}

impl Record {
    fn fields(&self) -> String {
        fields(&self.form, self.language)
    }
}

impl Fields<'_> {
    fn legal_forms(&self) -> Vec<(String, String)> {
        codes::<LegalForm>(|code| self.t.legal_form(code))
    }

    fn vat_regimes(&self) -> Vec<(String, String)> {
        codes::<VatRegime>(|code| self.t.vat_regime(code))
    }

    fn countries(&self) -> Vec<(String, String)> {
        countries(self.t)
    }

    fn languages(&self) -> Vec<(String, String)> {
        Language::ALL.iter().map(|l| (l.code().to_owned(), l.name().to_owned())).collect()
    }
}

impl SiteRecord {
    fn countries(&self) -> Vec<(String, String)> {
        countries(self.t)
    }
}
