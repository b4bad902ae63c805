//! The tables of a database, as its own catalogue has them.

use crate::tx::Engine;
use crate::{Migration, Result, Tx, dialect, params};

/// What a column holds, in either engine's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Int,
    Bool,
    Text,
    Bytes,
}

#[derive(Debug)]
pub(super) struct Column {
    pub name: String,
    pub kind: Kind,
    /// Its place in the primary key, from 1 on; 0 when it has none.
    key: i64,
}

#[derive(Debug)]
pub(super) struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

impl Table {
    /// The columns of the primary key, in its order.
    pub fn key(&self) -> Vec<&Column> {
        let mut key: Vec<&Column> = self.columns.iter().filter(|column| column.key > 0).collect();
        key.sort_by_key(|column| column.key);
        key
    }
}

/// The tables that these migrations make, each after those that it refers to.
pub(super) fn tables(tx: &Tx<'_>, migrations: &[Migration]) -> Result<Vec<Table>> {
    let mut tables = Vec::new();
    for statement in migrations.iter().flat_map(|step| dialect::statements(step.sql)) {
        let Some(rest) = statement.strip_prefix("CREATE TABLE ") else { continue };
        let name = rest.split([' ', '(']).next().unwrap_or_default().to_owned();
        let columns = columns(tx, &name)?;
        if !columns.is_empty() {
            tables.push(Table { name, columns });
        }
    }
    Ok(tables)
}

fn columns(tx: &Tx<'_>, table: &str) -> Result<Vec<Column>> {
    let sql = match &tx.0 {
        Engine::Sqlite(_) => "SELECT name, lower(type), pk FROM pragma_table_info($1) ORDER BY cid",
        Engine::Postgres(_) => {
            "SELECT c.column_name::text, c.data_type::text, COALESCE(k.ordinal_position, 0)::bigint
             FROM information_schema.columns c
             LEFT JOIN information_schema.table_constraints p ON p.table_schema = c.table_schema
                 AND p.table_name = c.table_name AND p.constraint_type = 'PRIMARY KEY'
             LEFT JOIN information_schema.key_column_usage k ON k.constraint_schema = p.constraint_schema
                 AND k.constraint_name = p.constraint_name AND k.column_name = c.column_name
             WHERE c.table_schema = current_schema() AND c.table_name::text = $1 ORDER BY c.ordinal_position"
        }
    };
    tx.rows(sql, params![table], |row| {
        let declared: String = row.get(1)?;
        let kind = match declared.as_str() {
            "integer" | "bigint" => Kind::Int,
            "boolean" => Kind::Bool,
            "blob" | "bytea" => Kind::Bytes,
            _ => Kind::Text,
        };
        Ok(Column { name: row.get(0)?, kind, key: row.get(2)? })
    })
}
