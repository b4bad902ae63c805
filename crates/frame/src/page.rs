//! Whole pages and answers: the shell around what a slice shows.

use askama::Template;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use units::{Code, Language};

use crate::app::Settings;
use crate::assets;
use crate::cookies;
use crate::outcome::{Outcome, Stop};
use crate::visit::Visit;
use crate::who::Mandate;
use crate::words::{Words, words};

/// A place in the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuEntry {
    /// Entries stand in the order of this number.
    pub place: u8,
    pub label: String,
    pub path: String,
}

#[derive(Template)]
#[template(path = "shell.html")]
struct Shell<'a> {
    t: &'static Words,
    language: Language,
    title: &'a str,
    visit: &'a Visit,
    menu: Vec<MenuEntry>,
    refusal: Option<String>,
    /// What is wrong, part by part, where one sentence cannot hold it.
    details: Vec<String>,
    body: String,
    style: &'static str,
    script: &'static str,
    braid: &'static str,
}

impl Shell<'_> {
    /// Whether the page is this entry's or below it. Below an entry that has others below it, only they are
    /// places: a page of a hub is not its day.
    fn is_here(&self, entry: &MenuEntry) -> bool {
        let is_below =
            |path: &str| path.strip_prefix(&entry.path).is_some_and(|rest| rest.starts_with('/'));
        let is_leaf = !self.menu.iter().any(|other| is_below(&other.path));
        self.visit.path == entry.path || is_leaf && is_below(&self.visit.path)
    }

    fn mandate(&self) -> Option<&Mandate> {
        self.visit.who.as_ref()?.mandate.as_ref()
    }

    fn other_mandates(&self) -> Vec<&Mandate> {
        let Some(who) = &self.visit.who else { return Vec::new() };
        who.mandates.iter().filter(|other| Some(*other) != who.mandate.as_ref()).collect()
    }

    fn languages(&self) -> &'static [Language] {
        Language::ALL
    }
}

pub(crate) fn whole(
    visit: &Visit,
    status: StatusCode,
    title: &str,
    body: &impl Template,
) -> Outcome<Response> {
    in_shell(visit, status, title, body, None)
}

pub(crate) fn refused(
    visit: &Visit,
    stop: &Stop,
    title: &str,
    body: &impl Template,
) -> Outcome<Response> {
    if !matches!(stop, Stop::Refused(_)) {
        return Err(stop.clone());
    }
    stop.log(visit);
    let mut response = in_shell(visit, stop.status(), title, body, Some(stop))?;
    stop.say_when(&mut response);
    Ok(response)
}

fn in_shell(
    visit: &Visit,
    status: StatusCode,
    title: &str,
    body: &impl Template,
    refusal: Option<&Stop>,
) -> Outcome<Response> {
    let menu = visit.who.as_ref().map(|who| (visit.app.door.menu)(who, visit.language));
    let shell = Shell {
        t: words(visit.language),
        language: visit.language,
        title,
        visit,
        menu: menu.unwrap_or_default(),
        refusal: refusal.map(|stop| stop.say(visit.language)),
        details: refusal.map(Stop::details).unwrap_or_default(),
        body: rendered(body)?,
        style: assets::style_path(),
        script: assets::script_path(),
        braid: assets::braid_path(),
    };
    let mut response = html(status, rendered(&shell)?);
    if visit.notice.is_some() {
        cookies::forget(&mut response, &visit.app.settings, cookies::NOTICE);
    }
    Ok(response)
}

/// A part of a page, for the script that asked for it.
pub fn fragment(body: &impl Template) -> Outcome<Response> {
    Ok(html(StatusCode::OK, rendered(body)?))
}

fn rendered(template: &impl Template) -> Outcome<String> {
    template.render().map_err(|error| anyhow::Error::new(error).context("rendering a page").into())
}

fn html(status: StatusCode, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Goes on to another page of ours.
pub fn redirect(path: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let target = HeaderValue::from_str(path).unwrap_or_else(|_| HeaderValue::from_static("/"));
    response.headers_mut().insert(LOCATION, target);
    response
}

pub(crate) fn redirect_with_notice(settings: &Settings, path: &str, notice: &str) -> Response {
    let mut response = redirect(path);
    let encoded: String = notice
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect();
    cookies::set(&mut response, settings, cookies::NOTICE, &encoded, 60);
    response
}

/// A file to keep, under a name of plain letters.
pub fn download(media_type: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    file("attachment", media_type, name, bytes)
}

/// The same of a file that comes as it is made.
pub(crate) fn download_as_it_comes(media_type: &'static str, name: &str, body: Body) -> Response {
    file("attachment", media_type, name, body)
}

/// A file that the browser shows itself.
pub fn inline(media_type: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    file("inline", media_type, name, bytes)
}

fn file(disposition: &str, media_type: &'static str, name: &str, body: impl Into<Body>) -> Response {
    let plain: String = units::text::fold(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(&format!("{disposition}; filename=\"{plain}.{ending}\"")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}

#[derive(Template)]
#[template(path = "stop.html")]
struct StopPage {
    t: &'static Words,
    sentence: String,
    signed_in: bool,
}

impl Stop {
    /// What is wrong, part by part.
    fn details(&self) -> Vec<String> {
        match self {
            Self::Refused(refusal) => refusal.details().to_vec(),
            _ => Vec::new(),
        }
    }

    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusal) => refusal.status().unwrap_or(StatusCode::UNPROCESSABLE_ENTITY),
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::SignIn | Self::SignInAgain(_) => StatusCode::UNAUTHORIZED,
            Self::Fault(error) => match error.downcast_ref::<store::Error>() {
                Some(store::Error::Full) => StatusCode::INSUFFICIENT_STORAGE,
                Some(store::Error::Lost(_) | store::Error::Conflict) => StatusCode::SERVICE_UNAVAILABLE,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            },
        }
    }

    /// Tells a program when to come again; a person reads it in the sentence.
    pub(crate) fn say_when(&self, response: &mut Response) {
        if let Self::Refused(refusal) = self
            && let Some(seconds) = refusal.wait()
        {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
    }

    /// Writes down what whoever keeps the instance should hear of: a fault of ours, a road that was shut, a try to come
    /// in that failed. Of a person it says the identifier, of a stranger the address on the network.
    pub(crate) fn log(&self, visit: &Visit) {
        let person = visit.who.as_ref().map(|who| who.person.to_string()).unwrap_or_default();
        let from = visit.peer.map(|peer| peer.to_string()).unwrap_or_default();
        match self {
            Self::Fault(error) => tracing::error!("{error:#}"),
            Self::NotAllowed => tracing::info!(person, from, "not allowed"),
            Self::Refused(refusal) if refusal.is_try() => {
                tracing::info!(person, from, "not let in: {}", refusal.say(Language::En));
            }
            _ => {}
        }
    }

    /// The page that tells of the stop; who is not signed in is sent to the door, and back afterwards.
    pub(crate) fn page(&self, visit: &Visit) -> Response {
        match self {
            Self::SignIn if !visit.live => return redirect(&format!("/sign-in?next={}", visit.path)),
            Self::SignInAgain(page) if !visit.live => {
                return redirect(&format!("/sign-in?next={}", page.replace('#', "%23")));
            }
            _ => {}
        }
        self.log(visit);
        let t = words(visit.language);
        let signed_in = visit.who.is_some();
        let page = StopPage { t, sentence: self.say(visit.language), signed_in };
        let mut response = whole(visit, self.status(), &t.stop_title(), &page)
            .unwrap_or_else(|_| html(self.status(), self.say(visit.language)));
        self.say_when(&mut response);
        response
    }
}
