//! A driver's rounds, and what is done on one: the same forms with and without network.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, REFERRER_POLICY};
use axum::response::{IntoResponse as _, Response};
use economy::shipments::Load;
use frame::picture::reduced_aside;
use frame::{At, Form, Outcome, Reader, Say, Stop, Upload, Visit, aside, inline};
use jiff::SignedDuration;
use jiff::civil::Date;
use units::{CoalitionId, Code as _, Language, PlanId, ShipmentId};
use uuid::Uuid;

use super::acts::{self, Followed, Instance, Sheet, SheetStop};
use super::model::{Because, Learnt, Strokes};
use super::store::{Drive, Listed};
use super::{read, sheet};
use crate::words::{Words, words};

const SCRIPT: &str = include_str!("../../assets/drive.js");
const WORKER: &str = include_str!("../../assets/worker.js");
/// Enough to read a label on what was refused.
pub(super) const LONGEST_SIDE: u32 = 1_280;

#[derive(Template)]
#[template(path = "road/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    rounds: Vec<Listed>,
    today: Date,
}

#[derive(Template)]
#[template(path = "road/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    language: Language,
    sheet: Sheet,
    form: Form,
    ids: frame::Ids,
    /// Of the form that was refused, so that its complaints stand where they belong.
    wrong: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "road/address.html")]
struct Address {
    t: &'static Words,
    back: String,
    link: String,
}

#[derive(Template)]
#[template(path = "road/follow.html")]
struct Follow {
    t: &'static Words,
    r: Reader,
    followed: Followed,
}

#[derive(Template)]
#[template(path = "road/learnt.html")]
struct Sites {
    t: &'static Words,
    r: Reader,
    learnt: Vec<(String, String, Learnt)>,
}

type Place = At<(CoalitionId, PlanId, i64)>;

fn drive_of(place: &Place) -> Drive {
    let At((hub, plan, round)) = *place;
    Drive { hub, plan, round }
}

fn path_of(drive: Drive) -> String {
    format!("/drive/{}/{}/{}", drive.hub, drive.plan, drive.round)
}

pub(super) async fn index(visit: Visit) -> Outcome<Response> {
    let (mut rounds, today) = (visit.look(acts::list).await?, visit.app.today());
    // What is still to be driven comes first, on a telephone above all.
    rounds.sort_by_key(|round| round.day < today);
    let t = words(visit.language);
    visit.page(&t.road_title(), &Index { t, r: visit.reader(), rounds, today })
}

pub(super) async fn show(visit: Visit, place: Place) -> Outcome<Response> {
    let page = page(&visit, drive_of(&place), Form::default(), None).await?;
    visit.page(&page.sheet.vehicle.name.clone(), &page)
}

async fn page(
    visit: &Visit,
    drive: Drive,
    form: Form,
    wrong: Option<(String, String)>,
) -> Outcome<Show> {
    let sheet = visit.look(move |tx, who| acts::show(tx, who, drive)).await?;
    let (t, r, language) = (words(visit.language), visit.reader(), visit.language);
    Ok(Show { t, r, language, sheet, form, ids: visit.app.ids.clone(), wrong })
}

/// Does what a form says. A script sends what it kept, and wants no page for it.
pub(super) async fn drive(visit: Visit, place: Place, upload: Upload) -> Outcome<Response> {
    let drive = drive_of(&place);
    let Upload { form, file } = upload;
    let sent = sent(&form, file.as_ref().map(|(_, bytes)| bytes.as_slice()));
    match do_it(&visit, drive, &form, file, sent).await {
        Ok(_) if visit.live => Ok(StatusCode::NO_CONTENT.into_response()),
        Ok(kind) => {
            let t = words(visit.language);
            Ok(visit.done(&path_of(drive), &t.road_noted(kind)))
        }
        Err(Stop::Refused(refusal)) if visit.live => {
            let status =
                refusal.field().map_or(StatusCode::CONFLICT, |_| StatusCode::UNPROCESSABLE_ENTITY);
            Ok((status, refusal.say(visit.language)).into_response())
        }
        Err(stop) => {
            let place = Some(form.value("place")).filter(|place| !place.is_empty()).unwrap_or("0");
            let wrong = (form.value("kind").to_owned(), place.to_owned());
            let page = page(&visit, drive, form, Some(wrong)).await?;
            visit.again(&stop, &page.sheet.vehicle.name.clone(), &page)
        }
    }
}

async fn do_it(
    visit: &Visit,
    drive: Drive,
    form: &Form,
    file: Option<(String, Vec<u8>)>,
    sent: String,
) -> Outcome<&'static str> {
    let picture = match file {
        None => None,
        Some((_, bytes)) => {
            let reduced = reduced_aside(bytes, LONGEST_SIDE).await?;
            Some(reduced.map_err(|_| Stop::from(NotAPicture))?)
        }
    };
    let deed = read::deed(form, picture, visit.app.clock.now())?;
    let kind = deed.what.kind().code();
    let instance = instance(visit);
    visit.act(move |tx, who| acts::drive(tx, who, drive, &deed, &sent, &instance)).await?;
    Ok(kind)
}

pub(super) fn instance(visit: &Visit) -> Instance {
    let settings = &visit.app.settings;
    Instance { address: settings.address.clone(), zone: settings.zone.clone() }
}

/// What was handed in is no picture.
pub(super) struct NotAPicture;

impl Say for NotAPicture {
    fn say(&self, language: Language) -> String {
        words(language).road_no_picture()
    }

    fn field(&self) -> Option<&'static str> {
        Some("picture")
    }
}

/// All that was sent under a key, to know it again by; the time that a page without its script has is now.
fn sent(form: &Form, file: Option<&[u8]>) -> String {
    let mut sent = form.written();
    if let Some(bytes) = file {
        sent.push_str(&people::persons::acts::digest_of(bytes));
    }
    sent
}

pub(super) async fn sheet(visit: Visit, place: Place) -> Outcome<Response> {
    let drive = drive_of(&place);
    let found = visit.look(move |tx, who| acts::show(tx, who, drive)).await?;
    let (language, zone) = (visit.language, visit.app.settings.zone.clone());
    let (name, bytes) = aside(move || {
        let name = format!("{} {}", sheet::title(&found, language), found.plan.day);
        Ok::<_, Stop>((name, sheet::pdf(&found, language, &zone)?))
    })
    .await??;
    Ok(inline("application/pdf", &format!("{name}.pdf"), bytes))
}

pub(super) async fn picture(
    visit: Visit,
    At((hub, plan, round, place, shipment)): At<(CoalitionId, PlanId, i64, i64, ShipmentId)>,
) -> Outcome<Response> {
    let drive = Drive { hub, plan, round };
    let bytes = visit.look(move |tx, who| acts::picture(tx, who, drive, place, shipment)).await?;
    Ok(inline("image/jpeg", "photo.jpg", bytes))
}

pub(super) async fn make_address(
    visit: Visit,
    At((hub, plan, round, place)): At<(CoalitionId, PlanId, i64, i64)>,
) -> Outcome<Response> {
    let (drive, secret) = (Drive { hub, plan, round }, acts::new_secret());
    let kept = secret.clone();
    visit.act(move |tx, who| acts::make_address(tx, who, drive, place, &kept)).await?;
    let t = words(visit.language);
    let link = acts::address_of(&instance(&visit), &secret);
    visit.page(&t.road_address_title(), &Address { t, back: path_of(drive), link })
}

/// What who waits sees; the address tells no other site where it was.
pub(super) async fn follow(visit: Visit, At(secret): At<String>) -> Outcome<Response> {
    let now = visit.app.clock.now();
    let followed = visit.app.db.read(move |tx| acts::follow(tx, &secret, now)).await?;
    let t = words(visit.language);
    let mut response = visit.page(&t.follow_title(), &Follow { t, r: visit.reader(), followed })?;
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(response)
}

pub(super) async fn learnt(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let learnt = visit.look(move |tx, who| acts::learnt_of_sites(tx, who, hub)).await?;
    let t = words(visit.language);
    visit.page(&t.learnt_title(), &Sites { t, r: visit.reader(), learnt })
}

pub(super) async fn script() -> Response {
    javascript(SCRIPT)
}

pub(super) async fn worker() -> Response {
    javascript(WORKER)
}

/// Asked for anew each time: a worker is known by its address, which stays.
fn javascript(content: &'static str) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    (headers, content).into_response()
}

impl Index {
    fn path(&self, listed: &Listed) -> String {
        path_of(listed.drive)
    }
}

impl Show {
    fn path(&self) -> String {
        path_of(self.sheet.drive)
    }

    /// A name for an act, for a page without its script.
    fn key(&self) -> String {
        self.ids.next::<Uuid>().to_string()
    }

    fn address(&self, stop: &SheetStop) -> String {
        sheet::address(stop)
    }

    fn service(&self, stop: &SheetStop) -> String {
        sheet::service(self.t, stop)
    }

    fn total(&self, stop: &SheetStop) -> Load {
        sheet::total(stop)
    }

    /// What there is of a shipment, by compartment: `Sec 3 · Frais 1 · 37 kg`.
    fn contents(&self, load: &Load) -> String {
        let kinds = [
            (self.t.road_dry(), load.dry),
            (self.t.road_cold(), load.cold),
            (self.t.road_frozen(), load.frozen),
        ];
        let counted = kinds.into_iter().filter(|(_, count)| *count > 0);
        let mut parts: Vec<String> = counted.map(|(name, count)| format!("{name} {count}")).collect();
        parts.push(format!("{}\u{a0}{}", load.kilograms, self.t.road_kilograms()));
        parts.join(" · ")
    }

    fn kilometres(&self) -> String {
        sheet::kilometres(&self.r, self.sheet.round.metres)
    }

    fn late(&self) -> i64 {
        self.sheet.behind().as_mins()
    }

    /// Whether the round waits, is out, or is back.
    fn state(&self) -> &'static str {
        match (self.sheet.run.departed_at, self.sheet.run.ended_at) {
            (_, Some(_)) => "back",
            (Some(_), None) => "out",
            (None, None) => "waiting",
        }
    }

    fn state_of(&self, stop: &SheetStop) -> &'static str {
        match (stop.run.arrived_at, stop.run.left_at) {
            (_, Some(_)) => "done",
            (Some(_), None) => "here",
            (None, None) => "waiting",
        }
    }

    /// Where a telephone's map goes to.
    ///
    /// # Source
    /// RFC 5870; the label in `q` as Android's intents take it.
    fn geo(&self, stop: &SheetStop) -> String {
        let label = encoded(&format!("{} {}", stop.organisation.name, sheet::address(stop)));
        match stop.site.as_ref().and_then(|site| site.coordinates) {
            Some(at) => {
                let degrees = |e6: i64| {
                    let sign = if e6 < 0 { "-" } else { "" };
                    format!(
                        "{sign}{}.{:06}",
                        e6.unsigned_abs() / 1_000_000,
                        e6.unsigned_abs() % 1_000_000
                    )
                };
                let point = format!("{},{}", degrees(at.latitude_e6), degrees(at.longitude_e6));
                format!("geo:{point}?q={point}({label})")
            }
            None => format!("geo:0,0?q={label}"),
        }
    }

    fn reasons(&self) -> Vec<(String, String)> {
        Because::ALL.iter().map(|one| (one.code().to_owned(), self.t.because(one.code()))).collect()
    }

    fn tenths(&self, tenths: &i64) -> String {
        let sign = if *tenths < 0 { "−" } else { "" };
        self.r.entry(format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10))
    }

    fn strokes<'a>(&self, signature: &'a str) -> Vec<&'a str> {
        Strokes::of(signature)
    }

    fn wide(&self) -> u32 {
        Strokes::WIDE
    }

    fn tall(&self) -> u32 {
        Strokes::TALL
    }

    /// The form as it was typed, where it is this one that was refused.
    fn typed(&self, kind: &str, place: impl std::fmt::Display) -> Form {
        let own = (kind.to_owned(), place.to_string());
        if self.wrong.as_ref() == Some(&own) { self.form.again() } else { Form::default() }
    }

    fn container(&self, id: &units::ContainerId) -> &str {
        let found = self.sheet.containers.iter().find(|one| one.id == *id);
        found.map_or("?", |one| one.name.as_str())
    }

    fn shipment_name(&self, stop: &SheetStop, id: &ShipmentId) -> String {
        let goods = stop.goods.iter().find(|goods| goods.shipment.id == *id);
        goods.map(|goods| self.t.road_does(goods.does.code(), &goods.other)).unwrap_or_default()
    }
}

impl Follow {
    /// Minutes to the next five, as nobody knows better.
    fn about(&self) -> String {
        let minute = 60 * 1_000_000;
        let micros = self.followed.expected_at.as_microsecond();
        let rounded = (micros + 5 * minute / 2).div_euclid(5 * minute) * 5 * minute;
        let at = jiff::Timestamp::from_microsecond(rounded).unwrap_or(self.followed.expected_at);
        self.r.time(at)
    }

    fn is_late(&self) -> bool {
        self.followed.late >= SignedDuration::from_mins(10)
    }
}

/// Text within an address.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
