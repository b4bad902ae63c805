//! The whole product, as its users meet it: over HTTP, in a browser, on the command line, on both
//! databases.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod api;
mod asked;
mod asvs;
mod backups;
mod browser;
mod calendars;
mod canary;
mod catalogues;
mod command_line;
mod drill;
mod ends;
mod hostile;
mod kept;
mod kills;
mod monitoring;
mod operation;
mod pages;
mod provider;
mod providers;
mod races;
mod readers;
mod rehearsal;
mod releases;
mod rights;
mod rounds_plans;
mod seals;
mod sign_in;
mod tidy;
mod town;
mod upgrades;
mod walks;
mod ways;
mod webhooks;
