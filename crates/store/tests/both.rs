//! What store functions may count on, on both databases.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use store::testing::{databases, sqlite};
use store::{Db, Error, Migration, Value, params};
use units::{CycleId, Quantity};

const SHELF: Migration = Migration {
    slice: "shelf",
    number: 1,
    sql: "-- What stands on a shelf; the guard is a plain check.
CREATE TABLE shelf (
    owner_id TEXT NOT NULL, name TEXT NOT NULL, free BIGINT NOT NULL CHECK (free >= 0),
    fragile BOOLEAN NOT NULL, picture BYTEA, PRIMARY KEY (owner_id, name)
);
CREATE TABLE sale (shelf_owner TEXT NOT NULL, shelf_name TEXT NOT NULL, sold BIGINT NOT NULL,
    FOREIGN KEY (shelf_owner, shelf_name) REFERENCES shelf (owner_id, name));
CREATE UNIQUE INDEX sale_sold ON sale (sold);
",
};

async fn stock(db: &Db, free: i64) {
    db.write(move |tx| {
        tx.execute(
            "INSERT INTO shelf (owner_id, name, free, fragile, picture) VALUES ($1, $2, $3, $4, $5)",
            params!["farm", "eggs", free, true, &b"\x00\xff"[..]],
        )
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn values_come_back_as_they_went_in() {
    for test in databases(&[SHELF]).await {
        stock(&test.db, 12).await;
        let row = test
            .db
            .read(|tx| {
                tx.row(
                    "SELECT free, fragile, picture, name, NULL FROM shelf WHERE name = $2 AND owner_id = $1",
                    params!["farm", "eggs"],
                    |row| {
                        let eggs: Quantity = row.get(0)?;
                        let nothing: Option<String> = row.get(4)?;
                        Ok((eggs, row.get::<bool>(1)?, row.get::<Vec<u8>>(2)?, nothing))
                    },
                )
            })
            .await
            .unwrap();
        assert_eq!(row, Some((Quantity(12), true, vec![0, 255], None)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_act_leaves_nothing_behind() {
    for test in databases(&[SHELF]).await {
        stock(&test.db, 12).await;
        let refused = test
            .db
            .write(|tx| {
                tx.execute("UPDATE shelf SET free = 5 WHERE name = $1", params!["eggs"])?;
                Err::<(), Error>(Error::Other("changed my mind".into()))
            })
            .await;
        assert!(refused.is_err());
        let free = test.db.read(|tx| tx.number("SELECT free FROM shelf", &[])).await.unwrap();
        assert_eq!(free, 12);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn broken_rules_have_the_same_name_on_both() {
    for test in databases(&[SHELF]).await {
        stock(&test.db, 12).await;
        let run = |sql: &'static str| {
            let db = test.db.clone();
            async move { db.write(move |tx| tx.execute(sql, &[])).await }
        };
        run("INSERT INTO sale (shelf_owner, shelf_name, sold) VALUES ('farm', 'eggs', 1)")
            .await
            .unwrap();
        let twice =
            run("INSERT INTO sale (shelf_owner, shelf_name, sold) VALUES ('farm', 'eggs', 1)").await;
        assert!(matches!(twice, Err(Error::Unique { index }) if index == "sale_sold"));
        let orphan =
            run("INSERT INTO sale (shelf_owner, shelf_name, sold) VALUES ('farm', 'milk', 2)").await;
        assert!(matches!(orphan, Err(Error::ForeignKey)), "{orphan:?}");
        let below = run("UPDATE shelf SET free = free - 13").await;
        assert!(matches!(below, Err(Error::Check { .. })), "{below:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_rows_go_in_at_once() {
    for test in databases(&[SHELF]).await {
        let names: Vec<String> = (0..777).map(|n| format!("box {n}")).collect();
        let inserted = test
            .db
            .write(move |tx| {
                let rows = names
                    .iter()
                    .map(|name| [Value::from("farm"), name.into(), 3.into(), false.into(), Value::Null]);
                tx.insert_all(
                    "shelf (owner_id, name, free, fragile, picture)",
                    rows,
                    "ON CONFLICT DO NOTHING",
                )
            })
            .await
            .unwrap();
        assert_eq!(inserted, 777);
        let sum = "SELECT CAST(SUM(free) AS BIGINT) FROM shelf";
        assert_eq!(test.db.read(move |tx| tx.number(sum, &[])).await.unwrap(), 2331);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_buyers_never_get_more_than_fifty() {
    for test in databases(&[SHELF]).await {
        stock(&test.db, 50).await;
        let buyers: Vec<_> = (0..200)
            .map(|_| {
                let db = test.db.clone();
                tokio::spawn(async move {
                    db.write(|tx| {
                        tx.execute(
                            "UPDATE shelf SET free = free - 1 WHERE name = 'eggs' AND free >= 1",
                            &[],
                        )
                    })
                    .await
                    .unwrap()
                })
            })
            .collect();
        let mut sold = 0;
        for buyer in buyers {
            sold += buyer.await.unwrap();
        }
        assert_eq!(sold, 50);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn read_then_write_is_made_safe_by_another_try() {
    for test in databases(&[SHELF]).await {
        stock(&test.db, 20).await;
        let buyers: Vec<_> = (0..40)
            .map(|_| {
                let db = test.db.clone();
                tokio::spawn(async move {
                    db.write(|tx| {
                        let free = tx.number("SELECT free FROM shelf WHERE name = 'eggs'", &[])?;
                        if free == 0 {
                            return Ok(false);
                        }
                        tx.execute("UPDATE shelf SET free = $1 WHERE name = 'eggs'", params![free - 1])?;
                        Ok::<bool, Error>(true)
                    })
                    .await
                })
            })
            .collect();
        let mut sold = 0;
        for buyer in buyers {
            // Somebody may be told to try again later; nobody gets what is not there.
            sold += i64::from(buyer.await.unwrap().unwrap_or(false));
        }
        let left = test.db.read(|tx| tx.number("SELECT free FROM shelf", &[])).await.unwrap();
        assert_eq!(sold + left, 20);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_that_panics_harms_nobody_else() {
    for test in databases(&[SHELF]).await {
        stock(&test.db, 12).await;
        let broken = test
            .db
            .write(|tx| {
                tx.execute("UPDATE shelf SET free = 0", &[])?;
                assert_eq!(tx.number("SELECT free FROM shelf", &[])?, 1, "a broken invariant");
                Ok::<(), Error>(())
            })
            .await;
        assert!(matches!(broken, Err(Error::Lost(_))), "{broken:?}");
        let free = test.db.write(|tx| tx.number("SELECT free FROM shelf", &[])).await.unwrap();
        assert_eq!(free, 12);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_cannot_write() {
    for test in databases(&[SHELF]).await {
        let tried = test.db.read(|tx| tx.execute("DELETE FROM shelf", &[])).await;
        assert!(tried.is_err());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_a_newer_program_is_refused() {
    for test in databases(&[SHELF]).await {
        let refused = Db::open(&test.location, &[]).await.err();
        assert!(matches!(&refused, Some(Error::Newer { found }) if found == "shelf/1"), "{refused:?}");
        let changed = Migration { sql: "CREATE TABLE shelf (a TEXT);\n", ..SHELF };
        let refused = Db::open(&test.location, &[changed]).await.err();
        assert!(matches!(refused, Some(Error::ChangedMigration { .. })));
        Db::open(&test.location, &[SHELF]).await.expect("the same program opens it again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_there_after_reopening() {
    let test = sqlite(&[SHELF]).await;
    stock(&test.db, 7).await;
    let again = Db::open(&test.location, &[SHELF]).await.unwrap();
    assert_eq!(again.read(|tx| tx.number("SELECT free FROM shelf", &[])).await.unwrap(), 7);
}

#[test]
fn an_id_is_bound_as_its_text() {
    let id: CycleId = "018f3c6e-7b2a-7c4d-9e1f-2a3b4c5d6e7f".parse().unwrap();
    assert_eq!(Value::from(id), Value::Id(id.0));
    assert_eq!(Value::from(Some(id)), Value::Id(id.0));
    assert_eq!(Value::from(None::<CycleId>), Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_that_panics_leaves_nothing_in_the_way() {
    for test in databases(&[SHELF]).await {
        let broken: Result<(), Error> = test.db.read(|_| panic!("a fault of ours")).await;
        assert!(matches!(broken, Err(Error::Lost(_))));
        stock(&test.db, 12).await;
        let free = test.db.read(|tx| tx.number("SELECT free FROM shelf", &[])).await.unwrap();
        assert_eq!(free, 12);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_well_says_so() {
    for test in databases(&[SHELF]).await {
        test.db.answers().await.unwrap();
    }
}
