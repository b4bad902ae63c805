//! How long laws want things kept: dated, each with its source.
//!
//! Belgian law, where the first hubs are; an instance elsewhere adds its own.

use jiff::civil::{Date, date};

/// A term that a law sets, as it changed over time.
#[derive(Debug)]
pub struct Term {
    /// Its name in the messages.
    pub code: &'static str,
    /// The latest first.
    pub dated: &'static [Dated],
}

/// A term for what dates from `since` on.
#[derive(Debug)]
pub struct Dated {
    pub since: Date,
    pub years: i64,
    pub source: &'static str,
}

/// Books, invoices and what proves them: ten years from 1 January of the year after their date; what dates
/// from before 2022 for seven.
pub const BOOKS: Term = Term {
    code: "books",
    dated: &[
        Dated {
            since: date(2022, 1, 1),
            years: 10,
            source: "Code TVA / Btw-Wetboek, art. 60 § 4; CIR 92 / WIB 92, art. 315; loi / wet 20.11.2022",
        },
        Dated {
            since: date(1993, 1, 1),
            years: 7,
            source: "Code TVA / Btw-Wetboek, art. 60 § 4; CDE / WER, art. III.86, III.88",
        },
    ],
};

/// Lots: with the deliveries that they went out with, which is longer than tracing asks for.
pub const LOTS: Term = Term {
    code: "lots",
    dated: &[Dated {
        since: date(2005, 1, 1),
        years: 10,
        source: "(EG/CE) 178/2002, art. 18; AR / KB 14.11.2003 (AFSCA / FAVV); Code TVA / Btw-Wetboek, art. 60 § 4",
    }],
};

/// What was done with other people's money, and by whom: as long as the books that it explains.
pub const ACTS: Term = Term {
    code: "acts",
    dated: &[Dated {
        since: date(1993, 1, 1),
        years: 10,
        source: "(EU) 2016/679, art. 5 (2), art. 6 (1) (f)",
    }],
};

impl Term {
    /// The term that holds for what is kept today.
    pub fn current(&self) -> &'static Dated {
        &self.dated[0]
    }

    /// The stretches of days, from the first to before the second, whose term is over today.
    pub fn over(&self, today: Date) -> Vec<(Date, Date)> {
        let mut until = Date::MAX;
        let mut over = Vec::new();
        for dated in self.dated {
            // Years count from the first of January after the date.
            let year = i16::try_from(i64::from(today.year()) - dated.years).unwrap_or(i16::MIN);
            let first_kept = Date::new(year, 1, 1).unwrap_or(Date::MIN);
            let end = first_kept.min(until);
            if dated.since < end {
                over.push((dated.since, end));
            }
            until = dated.since;
        }
        over
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_years_count_from_the_first_of_january_after_and_older_papers_keep_their_seven() {
        let over = |today: Date| BOOKS.over(today);
        // An invoice of March 2026 is kept to the end of 2036.
        assert_eq!(
            over(date(2036, 12, 31)),
            [(date(2022, 1, 1), date(2026, 1, 1)), (date(1993, 1, 1), date(2022, 1, 1))]
        );
        assert_eq!(over(date(2037, 1, 1))[0], (date(2022, 1, 1), date(2027, 1, 1)));
        // One of 2021 to the end of 2028, as the law was then.
        assert_eq!(over(date(2028, 12, 31)), [(date(1993, 1, 1), date(2021, 1, 1))]);
        assert_eq!(over(date(2029, 1, 1)), [(date(1993, 1, 1), date(2022, 1, 1))]);
        assert!(over(date(1999, 1, 1)).is_empty());
    }
}
