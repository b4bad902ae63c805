//! What a slice offers to the product, and the roads that lead to it.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use store::{Migration, Tx};
use units::Language;

use crate::app::App;
use crate::outcome::{Outcome, Stop};
use crate::page::MenuEntry;
use crate::visit::Visit;
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
            (Self::Roles(roles), Some(who)) => match who.role() {
                Some(role) if roles.contains(&role) => Ok(()),
                _ => Err(Stop::NotAllowed),
            },
        }
    }
}

/// One road, as the rights test walks it.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub gate: Gate,
}

/// The roads of the product, each with its gate, collected from the slices.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    pub list: Vec<Route>,
}

impl Routes {
    pub fn get<H, T>(self, path: &'static str, gate: Gate, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add("GET", path, gate, axum::routing::get(handler))
    }

    pub fn post<H, T>(self, path: &'static str, gate: Gate, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add("POST", path, gate, axum::routing::post(handler))
    }

    fn add(
        mut self,
        method: &'static str,
        path: &'static str,
        gate: Gate,
        handler: MethodRouter<App>,
    ) -> Self {
        let guarded =
            handler.route_layer(from_fn(move |visit: Visit, request: Request, next: Next| async move {
                match gate.admits(&visit) {
                    Ok(()) => next.run(request).await,
                    Err(stop) => stop.into_response(),
                }
            }));
        self.router = self.router.route(path, guarded);
        self.list.push(Route { method, path, gate });
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
