//! Whole cycles on both databases: the same to the cent, and the books are sound.

use store::testing::databases;
use tresse::migrations;
use tresse::rehearsal::{self, Report};
use tresse::sample::Plan;

async fn rehearse(plan: &Plan, seed: u64) -> Vec<Report> {
    let mut reports = Vec::new();
    for database in databases(&migrations()).await {
        let app = rehearsal::application(database.db.clone(), seed);
        reports.push(rehearsal::run(&app, plan, 2, seed, &|_| {}).await.unwrap());
    }
    reports
}

fn small() -> Plan {
    let mut plan =
        Plan { producers: 14, shops: 16, references: 160, lines_a_week: 240, ..Plan::default() };
    // So much goes wrong that two cycles meet all of it.
    plan.mishaps.short = 25;
    plan.mishaps.cancelled = 40;
    plan.mishaps.sent_back = 25;
    plan.mishaps.credited = 40;
    plan.mishaps.late_shops = 40;
    plan.mishaps.late_statements = 30;
    plan
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_seed_comes_to_the_same_cents_on_both_databases() {
    let reports = rehearse(&small(), 7).await;
    let again = rehearse(&small(), 7).await;
    for report in reports.iter().chain(&again) {
        assert_eq!(report.faults, Vec::<String>::new(), "on {}", report.engine);
        assert_eq!(report.counts, reports[0].counts, "on {}", report.engine);
        assert_eq!(report.cents, reports[0].cents, "on {}", report.engine);
    }
    let other = rehearse(&small(), 8).await;
    assert_ne!(other[0].cents, reports[0].cents);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_cycles_meet_everything_that_can_go_wrong() {
    let report = &rehearse(&small(), 7).await[0];
    for name in [
        "orders",
        "promises_refused",
        "lines_cancelled",
        "orders_mended",
        "references_short",
        "shortages_shared",
        "lines_sent_back",
        "invoices",
        "statements",
        "credit_notes",
        "payments",
    ] {
        assert!(report.counts.get(name).is_some_and(|&count| count > 0), "{name}: {:?}", report.counts);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_cent_that_came_in_went_somewhere() {
    for report in rehearse(&small(), 3).await {
        let cents = |name: &str| report.cents.get(name).copied().unwrap_or_default();
        let charged: i64 =
            ["producer", "transport", "packing", "hub", "vat", "deposit"].into_iter().map(cents).sum();
        // What shops were charged is paid or owed; what is in the bank is that, less what producers got.
        let paid_by_shops = charged - cents("owed_by_shops");
        let paid_to_producers = paid_by_shops - cents("in_bank");
        let producers_total = paid_to_producers + cents("owed_to_producers");
        assert!(charged > 0 && producers_total > 0);
        // Producers were stated their goods and their own VAT. Rounding is booked, and so are goods that they
        // were paid and no shop was charged for; what the hub bore of credit notes came out of its fees.
        let goods = producers_total - cents("vat_deductible");
        let borne = cents("hub_fees") - cents("hub");
        assert!(borne > 0, "the hub bears some credit notes");
        let booked = cents("loss") - borne + cents("rounding");
        assert_eq!(cents("producer") + booked, goods, "on {}", report.engine);
    }
}
