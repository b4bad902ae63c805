//! Several words in one cell.
//!
//! People separate with commas. A word that holds a comma itself, such as a certifier's name, has
//! the list separated by a stronger sign, which wins when it is there.

const SEPARATORS: [char; 4] = ['\n', '|', ';', ','];

/// The words of a cell, without empty ones.
pub(super) fn split(text: &str) -> Vec<String> {
    let separator = SEPARATORS.into_iter().find(|&separator| text.contains(separator)).unwrap_or(',');
    text.split(separator).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words in one text that [`split`] takes apart again, unless one holds all the separators.
pub(super) fn join(words: &[String]) -> String {
    let held = |separator: char| words.iter().any(|word| word.contains(separator));
    let strongest_held = SEPARATORS.into_iter().position(held).unwrap_or(SEPARATORS.len());
    let separator = SEPARATORS[strongest_held.saturating_sub(1).min(SEPARATORS.len() - 1)];
    let spaced = match separator {
        ',' | ';' | '|' => format!("{separator} "),
        other => other.to_string(),
    };
    let mut joined = words.join(&spaced);
    if words.len() == 1 && strongest_held < SEPARATORS.len() {
        joined.push(separator);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_commas_stay_whole() {
        for words in [
            &["Bio", "Demeter"][..],
            &["Certisys, BE-BIO-01"],
            &["Certisys, BE-BIO-01", "Bio"],
            &["a; b", "c, d"],
            &["a | b", "c"],
            &[],
        ] {
            let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
            assert_eq!(split(&join(&words)), words);
        }
        assert_eq!(join(&["Bio".to_owned(), "Demeter".to_owned()]), "Bio, Demeter");
        assert_eq!(split("lait / noix, , gluten"), ["lait / noix", "gluten"]);
    }
}
