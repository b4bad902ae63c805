//! The OpenAPI document, out of the operations themselves.
//!
//! # Source
//! OpenAPI Specification 3.1.1; its schemas are JSON Schema 2020-12.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};
use units::Code as _;

use super::asks::Kind;
use super::operation::{Operation, Scope};
use super::repeat;
use super::{Asks, Gives};
use crate::slice::Gate;

/// An operation with what its handler takes and gives.
pub(crate) struct Described {
    operation: Operation,
    asks: Kind,
    asked: fn(&mut SchemaGenerator) -> Option<Schema>,
    given: fn(&mut SchemaGenerator) -> Option<Schema>,
}

impl Described {
    pub fn of<A: Asks, R: Gives>(operation: Operation) -> Self {
        Self { operation, asks: A::KIND, asked: A::schema, given: R::schema }
    }
}

/// The document of these operations.
pub(crate) fn document(operations: &[Described]) -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut generator = settings.into_generator();
    let mut paths: Map<String, Value> = Map::new();
    for described in operations {
        let path = paths.entry(described.operation.path).or_insert_with(|| json!({}));
        let method = described.operation.method.to_lowercase();
        path[method] = of_operation(described, &mut generator);
    }
    let mut schemas: Map<String, Value> = generator.take_definitions(true);
    schemas.insert("Problem".to_owned(), problem_schema());
    let problem =
        json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } });
    json!({
        "openapi": "3.1.1",
        "info": {
            "title": "Tresse",
            "version": "1",
            "summary": "The shared back office of enterprises that cooperate.",
            "description": DESCRIPTION,
            "license": { "name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later" },
        },
        "tags": tags(),
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A token made under “My account”, or by a coordinator for a service.",
                },
            },
            "responses": {
                "Problem": {
                    "description": "What is wrong, where, and what to do, in the language of Accept-Language.",
                    "content": problem,
                },
                "TooMany": {
                    "description": "Too many calls of late, or at this moment.",
                    "headers": { "Retry-After": {
                        "description": "After so many seconds the same may be tried again.",
                        "schema": { "type": "integer", "minimum": 1 },
                    } },
                    "content": problem,
                },
            },
        },
    })
}

const DESCRIPTION: &str = "The same acts as the pages, with the rights of who holds the token. Amounts, \
prices and quantities are decimal text; times are RFC 3339. Every write carries an Idempotency-Key: sent \
again, it is answered as the first time, for seven days, and done once.";

fn tags() -> Value {
    let mut subjects: Vec<&str> = Scope::ALL.iter().map(|scope| scope.subject()).collect();
    subjects.dedup();
    subjects.iter().map(|name| json!({ "name": name })).collect()
}

fn of_operation(described: &Described, generator: &mut SchemaGenerator) -> Value {
    let Described { operation, asks, asked, given } = described;
    let mut parameters = identifiers(operation.path);
    let asked = asked(generator);
    if *asks == Kind::Query {
        parameters.extend(asked.as_ref().map(query_parameters).unwrap_or_default());
    }
    if operation.writes() {
        parameters.push(key_parameter());
    }
    let content = match given(generator) {
        Some(schema) => json!({ "application/json": { "schema": schema } }),
        None => json!({ operation.gives: {} }),
    };
    let problem = json!({ "$ref": "#/components/responses/Problem" });
    let too_many = json!({ "$ref": "#/components/responses/TooMany" });
    let mut responses = json!({ "401": problem, "403": problem, "429": too_many, "default": problem });
    responses[operation.status.as_str()] = json!({ "description": "Done.", "content": content });
    if operation.path.contains('{') {
        responses["404"] = problem.clone();
    }
    if operation.writes() {
        for status in ["400", "409", "422"] {
            responses[status] = problem.clone();
        }
    }
    let mut described = json!({
        "operationId": operation.id,
        "summary": operation.summary,
        "parameters": parameters,
        "responses": responses,
    });
    if let Some(scope) = operation.scope {
        described["tags"] = json!([scope.subject()]);
        described["security"] = json!([{ "token": [scope.code()] }]);
    }
    if let Gate::Roles(roles) = operation.gate {
        described["x-roles"] = roles.iter().map(|role| role.code()).collect();
    }
    match asks {
        Kind::Json => {
            described["requestBody"] =
                json!({ "required": true, "content": { "application/json": { "schema": asked } } });
        }
        Kind::Raw => {
            described["requestBody"] = json!({ "required": true, "content": { operation.takes: {} } });
        }
        Kind::Query | Kind::Nothing => {}
    }
    described
}

/// What a plan counts from 1: numbers in an address, not identifiers.
const COUNTED: [&str; 2] = ["round", "place"];

/// The identifiers in an address: each is a UUID, but for what is counted.
fn identifiers(path: &str) -> Vec<Value> {
    path.split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| {
            let schema = if COUNTED.contains(&name) {
                json!({ "type": "integer", "minimum": 1 })
            } else {
                json!({ "type": "string", "format": "uuid" })
            };
            json!({ "name": name, "in": "path", "required": true, "schema": schema })
        })
        .collect()
}

/// One parameter for each field of a query.
fn query_parameters(schema: &Schema) -> Vec<Value> {
    let required = |name: &String| {
        let required = schema.get("required").and_then(Value::as_array);
        required.is_some_and(|all| all.iter().any(|one| one == name))
    };
    let fields = schema.get("properties").and_then(Value::as_object);
    fields
        .into_iter()
        .flatten()
        .map(|(name, field)| {
            json!({ "name": name, "in": "query", "required": required(name), "schema": field })
        })
        .collect()
}

fn key_parameter() -> Value {
    json!({
        "name": "Idempotency-Key",
        "in": "header",
        "required": true,
        "description": "A key of the caller's, new for every write: a random UUID will do.",
        "schema": {
            "type": "string",
            "minLength": 1,
            "maxLength": repeat::LONGEST,
            "pattern": "^[!-~]+$",
        },
    })
}

/// # Source
/// RFC 9457, section 3.1.
fn problem_schema() -> Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail", "instance"],
        "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "In the caller's language." },
            "instance": { "type": "string" },
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["pointer", "detail"],
                    "properties": {
                        "pointer": {
                            "type": "string",
                            "description": "A JSON Pointer into the body, or “?” for the address.",
                        },
                        "detail": { "type": "string" },
                    },
                },
            },
        },
    })
}
