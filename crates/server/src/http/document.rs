//! What all operations have in common in the OpenAPI document.
//!
//! Owns what no handler says by itself: who may ask, names of operations, and the problems that every
//! operation may tell. It must never describe a single operation.

use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Components, Content, OpenApi, Ref, RefOr, Response};

/// The name of the scheme in which keys are given.
const KEY: &str = "key";

/// The media type of problem documents.
const PROBLEM: &str = "application/problem+json";

/// Every operation may be told this.
const ALWAYS: [(&str, &str); 5] = [
    ("401", "Who asks is not known"),
    ("403", "The key may not do this"),
    ("422", "Something is wrong with the request"),
    ("429", "The key asks too often"),
    ("503", "The database does not answer now"),
];

/// Operations with a body may be told this too.
const OF_BODIES: [(&str, &str); 3] = [
    ("400", "The body cannot be read"),
    ("413", "The body is too large"),
    ("415", "The body is of another type"),
];

/// Operations at addresses with a variable part may be told this too.
const OF_PLACES: [(&str, &str); 1] = [("404", "There is no such thing")];

/// Completes a document that was gathered from handlers.
pub(super) fn complete(mut document: OpenApi) -> OpenApi {
    let scheme = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("A key of a workspace, `proem_…`"))
        .build();
    let components = document.components.get_or_insert_with(Components::new);
    components.add_security_scheme(KEY, SecurityScheme::Http(scheme));
    document.security = Some(vec![SecurityRequirement::new(KEY, Vec::<String>::new())]);
    for (path, item) in &mut document.paths.paths {
        for operation in operations(item) {
            named(operation);
            answers(operation, path.contains('{'));
        }
    }
    document
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem { get, put, post, delete, patch, .. } = item;
    [get, put, post, delete, patch].into_iter().flatten()
}

/// Handlers are named within their resource; in the document a name stands for itself.
fn named(operation: &mut Operation) {
    let tag = operation.tags.iter().flatten().next();
    if let (Some(tag), Some(name)) = (tag, &operation.operation_id) {
        operation.operation_id = Some(format!("{tag}_{name}"));
    }
}

fn answers(operation: &mut Operation, has_place: bool) {
    let bodies = OF_BODIES.iter().filter(|_| operation.request_body.is_some());
    let places = OF_PLACES.iter().filter(|_| has_place);
    let responses = &mut operation.responses.responses;
    for (status, meaning) in ALWAYS.iter().chain(bodies).chain(places) {
        responses.entry((*status).to_owned()).or_insert_with(|| {
            let content = Content::new(Some(Ref::from_schema_name("Problem")));
            let mut told = Response::new(*meaning);
            told.content.insert(PROBLEM.to_owned(), RefOr::T(content));
            RefOr::T(told)
        });
    }
    for (status, response) in responses {
        let RefOr::T(response) = response else { continue };
        if status.starts_with(['4', '5'])
            && let Some(content) = response.content.shift_remove("application/json")
        {
            response.content.insert(PROBLEM.to_owned(), content);
        }
        let known = ALWAYS.iter().chain(&OF_BODIES).chain(&OF_PLACES);
        if response.description.is_empty() {
            let meaning = known.into_iter().find(|(known, _)| known == status);
            let meaning = meaning.map(|(_, meaning)| *meaning);
            response.description = meaning.unwrap_or(described(status)).to_owned();
        }
    }
}

fn described(status: &str) -> &'static str {
    match status {
        "201" => "It was made",
        "204" => "It is done",
        "409" => "It may not be done as things stand, or somebody else was faster",
        _ => "What was asked for",
    }
}
