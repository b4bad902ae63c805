//! The tables of a database, as its own catalogue has them.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value as Json;

use crate::tx::Engine;
use crate::{Migration, Result, Row, Tx, dialect, params};

/// What a column holds, in either engine's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Int,
    Bool,
    Text,
    Bytes,
}

#[derive(Debug)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
    /// Its place in the primary key, from 1 on; 0 when it has none.
    key: i64,
    pub is_nullable: bool,
}

impl Column {
    /// The value at this place of a row, as a dump and an export have it: bytes in base 64, truth as 0 or 1.
    pub fn value(&self, row: &Row<'_>, at: usize) -> Result<Json> {
        Ok(match self.kind {
            Kind::Int => row.get::<Option<i64>>(at)?.into(),
            // SQLite keeps truth values as numbers.
            Kind::Bool => row.get::<Option<bool>>(at)?.map(i64::from).into(),
            Kind::Text => row.get::<Option<String>>(at)?.into(),
            Kind::Bytes => {
                row.get::<Option<Vec<u8>>>(at)?.map(|bytes| BASE64_STANDARD.encode(bytes)).into()
            }
        })
    }
}

#[derive(Debug)]
pub struct Table {
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

    /// Every column, as a query asks for them.
    pub fn column_list(&self) -> String {
        let names: Vec<String> =
            self.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        names.join(", ")
    }

    /// The order of the key, byte by byte whatever the database's own order of letters is.
    pub fn key_order(&self, tx: &Tx<'_>) -> String {
        let key: Vec<String> = self
            .key()
            .into_iter()
            .map(|column| match (&tx.0, column.kind) {
                (Engine::Postgres(_), Kind::Text) => format!("\"{}\" COLLATE \"C\"", column.name),
                _ => format!("\"{}\"", column.name),
            })
            .collect();
        key.join(", ")
    }
}

/// The tables that these migrations make, each after those that it refers to.
pub fn tables(tx: &Tx<'_>, migrations: &[Migration]) -> Result<Vec<Table>> {
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

/// The table of this name, if there is one.
pub fn table(tx: &Tx<'_>, name: &str) -> Result<Option<Table>> {
    let columns = columns(tx, name)?;
    Ok((!columns.is_empty()).then(|| Table { name: name.to_owned(), columns }))
}

fn columns(tx: &Tx<'_>, table: &str) -> Result<Vec<Column>> {
    let sql = match &tx.0 {
        Engine::Sqlite(_) => {
            "SELECT name, lower(type), pk, CASE WHEN \"notnull\" = 0 THEN 1 ELSE 0 END
             FROM pragma_table_info($1) ORDER BY cid"
        }
        Engine::Postgres(_) => {
            "SELECT c.column_name::text, c.data_type::text, COALESCE(k.ordinal_position, 0)::bigint,
                 CASE WHEN c.is_nullable = 'YES' THEN 1::bigint ELSE 0::bigint END
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
        Ok(Column { name: row.get(0)?, kind, key: row.get(2)?, is_nullable: row.get::<i64>(3)? != 0 })
    })
}
