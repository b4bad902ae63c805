//! Pages of a producer's catalogue.

use std::collections::HashMap;

use askama::Template;
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::response::Response;
use economy::containers::Container;
use economy::vat;
use frame::picture::{NotAPicture, reduced_aside};
use frame::{At, Form, Outcome, Reader, Role, Stop, Upload, Visit, inline, redirect};
use people::organisations::{Organisation, Storage, store as organisations};
use polity::members::{Side, acts::enter_as, store as members};
use units::{
    CoalitionId, Code, Country, Language, OrganisationId, PictureId, Quantity, Rate, ReferenceId, Unit,
};

use super::acts::{self, Draft, Sheet, Unfit};
use super::exchange::family_options;
use super::model::{Allergen, Arrangement, Certificate, Item, Reference, StockMode};
use super::store;
use crate::families;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "catalogue/producers.html")]
struct Producers {
    t: &'static Words,
    hub: CoalitionId,
    listed: Vec<(Organisation, i64)>,
}

#[derive(Template)]
#[template(path = "catalogue/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    language: Language,
    hub: CoalitionId,
    producer: Organisation,
    listed: Vec<(Reference, Option<Quantity>)>,
    asked: String,
}

#[derive(Template)]
#[template(path = "catalogue/reference.html")]
struct ReferencePage {
    t: &'static Words,
    r: Reader,
    language: Language,
    hub: CoalitionId,
    producer: Organisation,
    title: String,
    form: Form,
    containers: Vec<Container>,
    rates: Vec<(vat::VatCategory, Rate)>,
    sheet: Option<Sheet>,
    shops: Vec<Organisation>,
}

/// A certificate's name, or the producer's own words for it.
pub(crate) fn certificate_name(t: &Words, certificate: &str) -> String {
    match Certificate::from_code(certificate) {
        Some(known) => t.certificate(known.code()),
        None => certificate.to_owned(),
    }
}

pub(super) async fn producers(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let producers = visit
        .look(move |tx, who| {
            enter_as(tx, who, hub, &[Role::Coordinator])?;
            let ids = members::on_side(tx, hub, Side::Producer, who.today)?;
            let counts: HashMap<OrganisationId, i64> = store::counts(tx)?.into_iter().collect();
            let mut producers: Vec<(Organisation, i64)> = organisations::all(tx, &ids)?
                .into_iter()
                .map(|organisation| {
                    let count = counts.get(&organisation.id).copied().unwrap_or(0);
                    (organisation, count)
                })
                .collect();
            producers.sort_by_cached_key(|(organisation, _)| units::text::fold(&organisation.name));
            Ok(producers)
        })
        .await?;
    let t = words(visit.language);
    visit.page(&t.catalogue_title(), &Producers { t, hub, listed: producers })
}

pub(super) async fn index(
    visit: Visit,
    At((hub, producer)): At<(CoalitionId, OrganisationId)>,
) -> Outcome<Response> {
    let asked = visit.asked("q").to_owned();
    let sought = units::text::fold(&asked);
    let (producer, mut listed) = visit
        .look(move |tx, who| {
            let listed = acts::list(tx, who, hub, producer)?;
            Ok((organisations::find(tx, producer)?.ok_or(Stop::NotFound)?, listed))
        })
        .await?;
    listed.retain(|(reference, _)| {
        let text = units::text::fold(&format!("{} {}", reference.code, reference.item.name));
        sought.split(' ').all(|word| text.contains(word))
    });
    let t = words(visit.language);
    let title = format!("{} – {}", t.catalogue_title(), producer.name);
    let language = visit.language;
    visit.page(&title, &Index { t, r: visit.reader(), language, hub, producer, listed, asked })
}

impl Index {
    fn family<'a>(&self, reference: &'a Reference) -> &'a str {
        families::name(&reference.item.family, self.language)
    }
}

pub(super) async fn new(
    visit: Visit,
    At((hub, producer)): At<(CoalitionId, OrganisationId)>,
) -> Outcome<Response> {
    let form = Form::of([
        ("order_unit", Unit::Piece.code().to_owned()),
        ("pay_unit", Unit::Piece.code().to_owned()),
        ("vat", vat::VatCategory::Reduced.code().to_owned()),
        ("storage", Storage::Cold.code().to_owned()),
        ("stock_mode", StockMode::OnDemand.code().to_owned()),
        ("step", "1".to_owned()),
    ]);
    let page = reference_page(&visit, hub, producer, None, form).await?;
    visit.page(&page.title.clone(), &page)
}

async fn reference_page(
    visit: &Visit,
    hub: CoalitionId,
    producer: OrganisationId,
    id: Option<ReferenceId>,
    form: Form,
) -> Outcome<ReferencePage> {
    let (organisation, containers, sheet, shops) = visit
        .look(move |tx, who| {
            acts::enter_catalogue(tx, who, hub, producer)?;
            let organisation = organisations::find(tx, producer)?.ok_or(Stop::NotFound)?;
            let containers = acts::containers_for(tx, who, hub, producer)?;
            let sheet = match id {
                Some(id) => Some(acts::show(tx, who, hub, producer, id)?),
                None => None,
            };
            let shops = members::on_side(tx, hub, Side::Shop, who.today)?;
            Ok((organisation, containers, sheet, organisations::all(tx, &shops)?))
        })
        .await?;
    let t = words(visit.language);
    let title = match &sheet {
        Some(sheet) => sheet.reference.item.name.clone(),
        None => t.reference_new(),
    };
    let mut shops = shops;
    shops.sort_by_cached_key(|shop| units::text::fold(&shop.name));
    let rates = vat::rates_on(vat_country(&organisation), visit.app.today());
    let form = match (&sheet, form.ticked("filled")) {
        (Some(sheet), false) if form.value("name").is_empty() => filled_form(&visit.reader(), sheet),
        _ => form,
    };
    Ok(ReferencePage {
        t,
        r: visit.reader(),
        language: visit.language,
        hub,
        producer: organisation,
        title,
        form,
        containers,
        rates,
        sheet,
        shops,
    })
}

/// Where a producer's goods are taxed.
fn vat_country(producer: &Organisation) -> Country {
    producer.vat_number.as_ref().map_or(producer.country, units::numbers::VatNumber::country)
}

fn filled_form(r: &Reader, sheet: &Sheet) -> Form {
    let reference = &sheet.reference;
    let item = &reference.item;
    let second_choice = reference
        .second_choice
        .and_then(|id| sheet.others.iter().find(|(other, _, _)| *other == id))
        .map(|(_, code, _)| code.clone());
    let mut pairs: Vec<(String, String)> = [
        ("code", reference.code.clone()),
        ("name", item.name.clone()),
        ("description", item.description.clone()),
        ("family", item.family.clone()),
        ("order_unit", item.order_unit.code().to_owned()),
        ("pay_unit", item.pay_unit.code().to_owned()),
        ("measure_per_unit", r.entry(item.measure_per_unit.plain())),
        ("content", item.content.map(|(quantity, _)| r.entry(quantity.plain())).unwrap_or_default()),
        ("content_unit", item.content.map(|(_, unit)| unit.code().to_owned()).unwrap_or_default()),
        ("price", item.price.map(|price| r.entry(price.plain())).unwrap_or_default()),
        ("vat", item.vat.code().to_owned()),
        ("storage", item.storage.code().to_owned()),
        ("origin", item.origin.clone()),
        ("step", r.entry(item.step.plain())),
        ("container", item.container.map(|(id, _)| id.to_string()).unwrap_or_default()),
        ("containers", item.container.map_or(1, |(_, count)| count).to_string()),
        ("stock_mode", reference.stock_mode.code().to_owned()),
        ("cycle_stock", r.entry(reference.cycle_stock.plain())),
        ("second_choice", second_choice.unwrap_or_default()),
        ("stock", sheet.on_hand.map(|left| r.entry(left.plain())).unwrap_or_default()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec();
    let (known, own): (Vec<&String>, Vec<&String>) =
        item.certificates.iter().partition(|certificate| Certificate::from_code(certificate).is_some());
    pairs.extend(known.into_iter().map(|certificate| ("certificates".to_owned(), certificate.clone())));
    let own: Vec<&str> = own.into_iter().map(String::as_str).collect();
    pairs.push(("other_certificates".to_owned(), own.join(", ")));
    pairs.extend(item.allergens.iter().map(|one| ("allergens".to_owned(), one.code().to_owned())));
    Form::from_pairs(pairs)
}

pub(super) async fn edit(
    visit: Visit,
    At((hub, producer, id)): At<(CoalitionId, OrganisationId, ReferenceId)>,
) -> Outcome<Response> {
    let page = reference_page(&visit, hub, producer, Some(id), Form::default()).await?;
    visit.page(&page.title.clone(), &page)
}

pub(super) async fn create(
    visit: Visit,
    At((hub, producer)): At<(CoalitionId, OrganisationId)>,
    form: Form,
) -> Outcome<Response> {
    let created = match read_draft(&form) {
        Ok(draft) => visit.act(move |tx, who| acts::create(tx, who, hub, producer, &draft)).await,
        Err(stop) => Err(stop),
    };
    match created {
        Ok(id) => {
            let target = format!("/hubs/{hub}/catalogue/{producer}/references/{id}");
            Ok(visit.done(&target, &words(visit.language).reference_saved()))
        }
        Err(stop) => again(&visit, hub, producer, None, stop, form).await,
    }
}

pub(super) async fn update(
    visit: Visit,
    At((hub, producer, id)): At<(CoalitionId, OrganisationId, ReferenceId)>,
    form: Form,
) -> Outcome<Response> {
    let updated = match read_draft(&form) {
        Ok(draft) => visit.act(move |tx, who| acts::update(tx, who, hub, producer, id, &draft)).await,
        Err(stop) => Err(stop),
    };
    match updated {
        Ok(()) => {
            let target = format!("/hubs/{hub}/catalogue/{producer}/references/{id}");
            Ok(visit.done(&target, &words(visit.language).reference_saved()))
        }
        Err(stop) => again(&visit, hub, producer, Some(id), stop, form).await,
    }
}

async fn again(
    visit: &Visit,
    hub: CoalitionId,
    producer: OrganisationId,
    id: Option<ReferenceId>,
    stop: Stop,
    mut form: Form,
) -> Outcome<Response> {
    form.note(&stop, visit.language);
    form.set("filled", "yes");
    let page = reference_page(visit, hub, producer, id, form).await?;
    visit.again(&stop, &page.title.clone(), &page)
}

fn read_draft(form: &Form) -> Outcome<Draft> {
    let order_unit = form.code("order_unit").unwrap_or(Unit::Piece);
    let pay_unit = form.code("pay_unit").unwrap_or(order_unit);
    let measure = form.quantity("measure_per_unit");
    let measure_per_unit = if order_unit == pay_unit { Some(Quantity::ONE) } else { measure };
    let content = form.quantity("content").zip(form.maybe_code("content_unit"));
    let container = form.id("container").map(|id| (id, form.whole("containers", 100).unwrap_or(1)));
    let known = form.values("certificates").filter(|code| Certificate::from_code(code).is_some());
    let others = form.text("other_certificates", 200);
    let own = others.split(',').map(str::trim).filter(|own| !own.is_empty());
    let certificates = known.map(str::to_owned).chain(own.map(str::to_owned)).collect();
    let mut allergens: Vec<Allergen> =
        form.values("allergens").filter_map(Allergen::from_code).collect();
    allergens.sort_unstable();
    let item = Item {
        name: form.required("name", 160),
        description: form.lines("description", 2000),
        family: form.required("family", 80),
        order_unit,
        pay_unit,
        measure_per_unit: form.must("measure_per_unit", measure_per_unit).unwrap_or(Quantity::ONE),
        content,
        price: form.price("price"),
        vat: form.code("vat").unwrap_or(vat::VatCategory::Standard),
        storage: form.code("storage").unwrap_or(Storage::Dry),
        origin: form.text("origin", 120),
        certificates,
        allergens,
        step: form.must("step", form.quantity("step")).unwrap_or(Quantity::ONE),
        picture: None,
        container,
    };
    let draft = Draft {
        code: form.optional("code", 40),
        item,
        stock_mode: form.code("stock_mode").unwrap_or(StockMode::OnDemand),
        cycle_stock: form.quantity("cycle_stock").unwrap_or_default(),
        second_choice: form.optional("second_choice", 40),
    };
    form.accept()?;
    Ok(draft)
}

pub(super) async fn count(
    visit: Visit,
    At((hub, producer, id)): At<(CoalitionId, OrganisationId, ReferenceId)>,
    form: Form,
) -> Outcome<Response> {
    let counted = form.must("stock", form.quantity("stock"));
    let done = match (form.accept(), counted) {
        (Ok(()), Some(counted)) => {
            visit.act(move |tx, who| acts::count_stock(tx, who, hub, producer, id, counted)).await
        }
        (Err(stop), _) => Err(stop),
        (Ok(()), None) => Err(Stop::NotFound),
    };
    sheet_again(&visit, hub, producer, id, done, form).await
}

/// Back to the reference's sheet after one of its smaller forms.
async fn sheet_again(
    visit: &Visit,
    hub: CoalitionId,
    producer: OrganisationId,
    id: ReferenceId,
    done: Outcome<()>,
    form: Form,
) -> Outcome<Response> {
    match done {
        Ok(()) => {
            let target = format!("/hubs/{hub}/catalogue/{producer}/references/{id}");
            Ok(visit.done(&target, &words(visit.language).reference_saved()))
        }
        Err(stop) => {
            let mut page = reference_page(visit, hub, producer, Some(id), Form::default()).await?;
            page.form.note(&stop, visit.language);
            page.form.set("stock", form.value("stock").to_owned());
            visit.again(&stop, &page.title.clone(), &page)
        }
    }
}

pub(super) async fn withdraw(
    visit: Visit,
    At((hub, producer, id)): At<(CoalitionId, OrganisationId, ReferenceId)>,
    form: Form,
) -> Outcome<Response> {
    let withdrawn = form.value("withdrawn") == "yes";
    visit.act(move |tx, who| acts::withdraw(tx, who, hub, producer, id, withdrawn)).await?;
    Ok(redirect(&format!("/hubs/{hub}/catalogue/{producer}/references/{id}")))
}

pub(super) async fn set_picture(
    visit: Visit,
    At((hub, producer, id)): At<(CoalitionId, OrganisationId, ReferenceId)>,
    upload: Upload,
) -> Outcome<Response> {
    let done = match upload.file {
        None => Err(Unfit::NotAPicture.into()),
        Some((_, bytes)) => match reduced(bytes).await? {
            Ok(jpeg) => {
                visit.act(move |tx, who| acts::set_picture(tx, who, hub, producer, id, &jpeg)).await
            }
            Err(_) => Err(Unfit::NotAPicture.into()),
        },
    };
    sheet_again(&visit, hub, producer, id, done, Form::default()).await
}

/// The longest side that is kept, in pixels: sharp on a phone, small on the wire.
const LONGEST_SIDE: u32 = 480;

pub(super) async fn reduced(bytes: Vec<u8>) -> Outcome<Result<Vec<u8>, NotAPicture>> {
    reduced_aside(bytes, LONGEST_SIDE).await
}

pub(super) async fn arrange(
    visit: Visit,
    At((hub, producer, id)): At<(CoalitionId, OrganisationId, ReferenceId)>,
    form: Form,
) -> Outcome<Response> {
    let price = form.price("agreed_price");
    let shop = form.must("shop", form.id("shop"));
    let hidden = form.ticked("hidden");
    let done = match (form.accept(), shop) {
        (Ok(()), Some(shop)) => {
            let arrangement = Arrangement { reference: id, shop, price, hidden };
            visit.act(move |tx, who| acts::arrange(tx, who, hub, producer, &arrangement)).await
        }
        (Err(stop), _) => Err(stop),
        (Ok(()), None) => Err(Stop::NotFound),
    };
    sheet_again(&visit, hub, producer, id, done, form).await
}

/// A picture never changes under its address.
pub(super) async fn picture(
    visit: Visit,
    At((hub, producer, id)): At<(CoalitionId, OrganisationId, PictureId)>,
) -> Outcome<Response> {
    let bytes = visit.look(move |tx, who| acts::picture(tx, who, hub, producer, id)).await?;
    let mut response = inline("image/jpeg", "picture.jpg", bytes);
    let kept = HeaderValue::from_static("private, max-age=31536000, immutable");
    response.headers_mut().insert(CACHE_CONTROL, kept);
    Ok(response)
}

impl ReferencePage {
    fn families(&self) -> Vec<(String, String)> {
        family_options(self.language, self.t.reference_choose_family())
    }

    fn units(&self) -> Vec<(String, String)> {
        Unit::ALL.iter().map(|unit| (unit.code().to_owned(), self.r.unit(unit))).collect()
    }

    fn units_or_none(&self) -> Vec<(String, String)> {
        let mut units = self.units();
        units.insert(0, (String::new(), String::new()));
        units
    }

    fn rates(&self) -> Vec<(String, String)> {
        let named = |(category, rate): &(vat::VatCategory, Rate)| {
            (category.code().to_owned(), self.r.percent(rate))
        };
        self.rates.iter().map(named).collect()
    }

    fn storages(&self) -> Vec<(String, String)> {
        Storage::ALL.iter().map(|one| (one.code().to_owned(), self.t.storage(one.code()))).collect()
    }

    fn stock_modes(&self) -> Vec<(String, String)> {
        StockMode::ALL.iter().map(|one| (one.code().to_owned(), self.t.stock_mode(one.code()))).collect()
    }

    fn containers(&self) -> Vec<(String, String)> {
        let none = (String::new(), self.t.reference_no_container());
        let each = self.containers.iter().map(|container| {
            let label = format!("{} ({})", container.name, self.r.euros(container.deposit));
            (container.id.to_string(), label)
        });
        std::iter::once(none).chain(each).collect()
    }

    fn second_choices(&self) -> Vec<(String, String)> {
        let none = (String::new(), self.t.reference_no_second_choice());
        let others = self.sheet.iter().flat_map(|sheet| &sheet.others);
        let each = others.map(|(_, code, name)| (code.clone(), format!("{code} – {name}")));
        std::iter::once(none).chain(each).collect()
    }

    fn shop_name(&self, id: &OrganisationId) -> &str {
        self.shops.iter().find(|shop| shop.id == *id).map_or("?", |shop| shop.name.as_str())
    }

    fn certificates(&self) -> &'static [Certificate] {
        Certificate::ALL
    }

    fn allergens(&self) -> &'static [Allergen] {
        Allergen::ALL
    }
}
