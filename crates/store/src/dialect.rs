//! PostgreSQL's words as SQLite says them.

/// A statement's text with `$1` parameters numbered `?1`: SQLite would number `$2` by first appearance.
pub fn statement(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut characters = sql.chars().peekable();
    while let Some(c) = characters.next() {
        let parameter = c == '$' && characters.peek().is_some_and(char::is_ascii_digit);
        out.push(if parameter { '?' } else { c });
    }
    out
}

/// A migration's statement with the four column types and the strictness of SQLite.
pub fn definition(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len() + 8);
    for piece in sql.split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || c == '_')) {
        let word = piece.trim_end_matches(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        out.push_str(match word {
            "BIGINT" | "BOOLEAN" => "INTEGER",
            "BYTEA" => "BLOB",
            other => other,
        });
        out.push_str(&piece[word.len()..]);
    }
    if out.trim_start().starts_with("CREATE TABLE") {
        out.push_str(" STRICT");
    }
    out
}

/// The statements of a migration: each ends with a semicolon at the end of a line.
pub fn statements(sql: &str) -> Vec<String> {
    let is_comment = |line: &&str| line.trim_start().starts_with("--");
    let lines: Vec<&str> = sql.lines().filter(|line| !is_comment(line)).map(str::trim_end).collect();
    let text = lines.join("\n") + "\n";
    text.split(";\n")
        .map(str::trim)
        .filter(|statement| !statement.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_keep_their_numbers() {
        assert_eq!(statement("a = $2 AND b = $1 AND c = '$'"), "a = ?2 AND b = ?1 AND c = '$'");
    }

    #[test]
    fn a_table_becomes_strict() {
        let table = "CREATE TABLE t (a BIGINT NOT NULL, is_b BOOLEAN, c BYTEA, BIGINT_like TEXT)";
        assert_eq!(
            definition(table),
            "CREATE TABLE t (a INTEGER NOT NULL, is_b INTEGER, c BLOB, BIGINT_like TEXT) STRICT"
        );
        assert_eq!(definition("CREATE INDEX i ON t (a)"), "CREATE INDEX i ON t (a)");
    }

    #[test]
    fn statements_are_split_at_line_ends() {
        let sql = "-- why; because\nCREATE TABLE a (x TEXT);\n\nCREATE INDEX b\n  ON a (x);\n";
        assert_eq!(statements(sql), ["CREATE TABLE a (x TEXT)", "CREATE INDEX b\n  ON a (x)"]);
    }
}
