//! What a slice offers to the product, and the roads that lead to it.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter};
use serde::de::DeserializeOwned;
use store::{Migration, Tx};
use units::Language;

use crate::api::{self, Asks, Call, Described, Gives, LacksScope, Operation, Scope};
use crate::app::App;
use crate::keep::Kept;
use crate::outcome::{Outcome, Stop};
use crate::page::MenuEntry;
use crate::seal::Sealed;
use crate::visit::{At, Visit};
use crate::who::{Role, Who};

/// A vertical slice: its tables, its roads, its entries in the menu, its timed work.
#[derive(Clone, Copy)]
pub struct Slice {
    pub name: &'static str,
    pub migrations: &'static [Migration],
    pub routes: fn(Routes) -> Routes,
    pub menu: fn(&Who, Language) -> Vec<MenuEntry>,
    pub jobs: fn() -> Vec<Job>,
    /// What must hold in its tables, whatever happened.
    pub checks: &'static [Check],
    /// What it keeps: a line for each of its tables.
    pub keeps: &'static [Kept],
    /// Which of its tables are written once, and go into the sealed log.
    pub sealed: &'static [Sealed],
}

impl Slice {
    /// A slice with tables only; `Slice { routes, ..Slice::named(…) }` adds the rest.
    pub const fn named(name: &'static str, migrations: &'static [Migration]) -> Self {
        Self {
            name,
            migrations,
            routes: |routes| routes,
            menu: |_, _| Vec::new(),
            jobs: Vec::new,
            checks: &[],
            keeps: &[],
            sealed: &[],
        }
    }
}

/// An invariant of the books; `tresse check` asks them all.
#[derive(Clone, Copy)]
pub struct Check {
    /// The fact that should hold, in a few words.
    pub name: &'static str,
    /// The faults found, each in one sentence; none when all is well.
    pub run: fn(&Tx<'_>) -> Outcome<Vec<String>>,
}

/// Work done again and again while the server runs.
#[derive(Clone, Copy)]
pub struct Job {
    pub name: &'static str,
    pub every: Duration,
    pub run: fn(App) -> Running,
}

/// A job at its work.
pub type Running = Pin<Box<dyn Future<Output = Outcome<()>> + Send>>;

/// Whom a road lets in at all; the act at its end asks for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Anybody, signed in or not.
    Public,
    /// Anybody signed in, even without a mandate.
    SignedIn,
    /// Only who acts under one of these roles.
    Roles(&'static [Role]),
}

impl Gate {
    fn admits(self, visit: &Visit) -> Result<(), Stop> {
        match (self, visit.who.as_ref()) {
            (Self::Public, _) | (Self::SignedIn, Some(_)) => Ok(()),
            (_, None) => Err(Stop::SignIn),
            (Self::Roles(_), Some(who)) if self.lets_in(who) => Ok(()),
            (Self::Roles(_), Some(_)) => Err(Stop::NotAllowed),
        }
    }

    /// Whether it opens for somebody who is signed in.
    pub fn lets_in(self, who: &Who) -> bool {
        match self {
            Self::Public | Self::SignedIn => true,
            Self::Roles(roles) => who.role().is_some_and(|role| roles.contains(&role)),
        }
    }
}

/// One road, as the rights test walks it.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub gate: Gate,
    /// What a token must be good for; none on the roads of pages.
    pub scope: Option<Scope>,
    /// Where it is only for who has shown of late who they are: the page that others come to once they have.
    pub afresh: Option<&'static str>,
}

impl Route {
    fn on(method: &'static str, path: &'static str, gate: Gate) -> Self {
        Self { method, path, gate, scope: None, afresh: None }
    }

    fn admits(&self, visit: &Visit) -> Result<(), Stop> {
        self.gate.admits(visit)?;
        if let Some(page) = self.afresh
            && !visit.who.as_ref().is_some_and(Who::has_shown_of_late)
        {
            let page = if page == self.path { &visit.path } else { page };
            return Err(Stop::SignInAgain(page.to_owned()));
        }
        match (self.scope, &visit.bearer) {
            (Some(scope), Some(bearer)) if !bearer.scopes.contains(&scope) => {
                Err(LacksScope(scope).into())
            }
            _ => Ok(()),
        }
    }
}

/// The roads of the product, each with its gate, collected from the slices.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    pub list: Vec<Route>,
    operations: Vec<Described>,
}

impl Routes {
    pub fn get<H, T>(self, path: &'static str, gate: Gate, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Route::on("GET", path, gate), axum::routing::get(handler))
    }

    pub fn post<H, T>(self, path: &'static str, gate: Gate, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Route::on("POST", path, gate), axum::routing::post(handler))
    }

    /// As `post`, for who has shown of late who they are: what is done here would let somebody else in who
    /// finds a session open. Others show it once more and come to `page`, which may have the same path.
    pub fn post_afresh<H, T>(
        self,
        path: &'static str,
        gate: Gate,
        page: &'static str,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let route = Route { afresh: Some(page), ..Route::on("POST", path, gate) };
        self.add(route, axum::routing::post(handler))
    }

    /// An operation for programs; what it takes and gives is in the type of its handler.
    pub fn api<P, A, R, F>(
        mut self,
        operation: Operation,
        handler: impl Fn(Call<P, A>) -> F + Clone + Send + Sync + 'static,
    ) -> Self
    where
        P: DeserializeOwned + Send + 'static,
        A: Asks,
        R: Gives,
        F: Future<Output = Outcome<R>> + Send + 'static,
    {
        let handle = move |visit: Visit, At(at): At<P>, request: Request| {
            let handler = handler.clone();
            async move { api::handle(operation, visit, at, request, handler).await }
        };
        let method = MethodFilter::try_from(operation.method()).unwrap_or(MethodFilter::GET);
        let Operation { method: name, path, gate, scope, .. } = operation;
        let route = Route { scope, ..Route::on(name, path, gate) };
        self.operations.push(Described::of::<A, R>(operation));
        self.add(route, axum::routing::on(method, handle))
    }

    /// Adds the road to the document that says all this; after it, no operation is added.
    pub fn with_document(self) -> Self {
        let document = axum::body::Bytes::from(api::document(&self.operations).to_string());
        let handler = move || {
            let document = document.clone();
            async move { ([("content-type", "application/json")], document).into_response() }
        };
        self.get("/api/openapi.json", Gate::Public, handler)
    }

    fn add(mut self, route: Route, handler: MethodRouter<App>) -> Self {
        let guarded =
            handler.route_layer(from_fn(move |visit: Visit, request: Request, next: Next| async move {
                match route.admits(&visit) {
                    Ok(()) => next.run(request).await,
                    Err(stop) => stop.into_response(),
                }
            }));
        self.router = self.router.route(route.path, guarded);
        self.list.push(route);
        self
    }

    pub(crate) fn into_router(self) -> Router<App> {
        self.router
    }
}

impl IntoResponse for Stop {
    /// A bare answer that carries the reason; the page around it is made where the reader is known.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
