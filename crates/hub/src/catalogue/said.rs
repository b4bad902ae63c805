//! What is wrong with a catalogue's file, in the reader's words: where it stands and what to do about it.

use economy::tables;
use formats::catalogue::Origin;
use formats::catalogue::columns;
use formats::dfc;
use frame::{Reader, Say as _};
use units::Language;

use super::acts;
use super::files::{self, Fault};
use crate::words::{Words, words};

pub(super) fn of_dfc(error: &dfc::DfcError, language: Language) -> String {
    use dfc::DfcError as E;
    let t = words(language);
    match error {
        E::TooLarge { .. } | E::TooMany => tables::too_large(language),
        E::TooDeep { line, column } | E::NotJson { line, column, .. } => {
            t.file_not_json(i64::from(*line), i64::from(*column))
        }
        E::NoProduct { .. } => t.file_no_product(),
    }
}

pub(super) fn of_remark(remark: &dfc::Remark, t: &Words) -> String {
    use dfc::Remark as R;
    match remark {
        R::NameMissing => t.remark_name_missing(),
        R::QuantityUnknown => t.remark_quantity_unknown(),
        R::Unreadable { property, value } => t.remark_unreadable(value, *property),
        R::Rounded { property, value } => t.remark_rounded(value, *property),
        R::UnknownUnit { value } => t.remark_unknown_unit(value),
        R::UnknownCurrency { value } => t.remark_unknown_currency(value),
        R::OtherPrices { count } => t.remark_other_prices(*count as i64),
        R::Disagreement { property } => t.remark_disagreement(*property),
    }
}

/// The line, the column, what stands there and what to do about it.
pub(super) fn of_line(fault: &columns::LineFault, t: &Words) -> String {
    use columns::Problem as P;
    let problem = match &fault.problem {
        P::NameMissing => t.problem_name_missing(),
        P::SameCode { first_line } => t.problem_same_code(i64::from(*first_line)),
        P::Number(_) => t.problem_number(),
        P::Negative => t.problem_negative(),
        P::Zero => t.problem_zero(),
        P::TooLarge => t.problem_too_large(),
        P::RateAsFraction => t.problem_rate_as_fraction(),
        P::UnknownUnit => t.problem_unknown_unit(),
        P::ContentForm => t.problem_content_form(),
        P::OtherUnit => t.problem_other_unit(),
        P::UnknownStock => t.problem_unknown_stock(),
        P::UnknownStorage => t.problem_unknown_storage(),
        P::UnknownCurrency => t.problem_unknown_currency(),
    };
    if fault.value.is_empty() {
        t.fault_on_line(i64::from(fault.line), &problem)
    } else {
        t.fault_in_cell(i64::from(fault.line), &fault.column, &fault.value, &problem)
    }
}

pub(super) fn of_fault(fault: &Fault, t: &Words, r: &Reader) -> String {
    use files::Problem as P;
    let problem = match &fault.problem {
        P::UnknownFamily { given } => t.problem_unknown_family(given),
        P::FamilyMissing => t.problem_family_missing(),
        P::OtherCurrency { currency } => t.problem_other_currency(currency),
        P::NoSuchRate { rate } => t.problem_no_such_rate(r.percent(rate)),
        P::UnknownAllergen { given } => t.problem_unknown_allergen(given),
        P::UnknownStorage { given } => t.problem_unknown_storage_given(given),
        P::UnknownContainer { given } => t.problem_unknown_container(given),
        P::UnknownSecondChoice { given } => t.reference_unknown_second_choice(given),
        P::Twice { first: Origin::Line(line) } => t.problem_twice_on_line(i64::from(*line)),
        P::Twice { first: Origin::Iri(_) } => t.problem_twice(),
        P::Flawed(flaw) => acts::Unfit::Flawed(*flaw).say(r.language),
    };
    match &fault.origin {
        Origin::Line(line) => t.fault_of_article_on_line(i64::from(*line), &fault.name, &problem),
        Origin::Iri(_) => t.fault_of_article(&fault.name, &problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_names_the_value_and_where_it_stood() {
        let (property, value) = ("hasPrice", "1e309".to_owned());
        assert_eq!(
            of_remark(&dfc::Remark::Unreadable { property, value }, words(Language::En)),
            "“1e309” (hasPrice) is not an acceptable number and is left out."
        );
    }
}
