//! What all operations have in common in the OpenAPI document.
//!
//! Owns what no handler says by itself: who may ask, names of operations, and the problems that every
//! operation may tell. It must never describe a single operation.

use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Components, Content, OpenApi, Ref, RefOr, Required, Response, Schema};

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
    let schemas = document.components.as_ref().map(|components| components.schemas.clone());
    let schemas = schemas.unwrap_or_default();
    for (path, item) in &mut document.paths.paths {
        if let Some(post) = &mut item.post {
            keyed(post);
        }
        for operation in operations(item) {
            bodies(operation, |name| schemas.get(name));
            named(operation);
            answers(operation, path.contains('{'));
        }
    }
    document
}

/// What is sent under a key has one effect.
fn keyed(operation: &mut Operation) {
    let parameters = operation.parameters.get_or_insert_default();
    if parameters.iter().any(|known| matches!(known, RefOr::T(known) if known.name == KEYED)) {
        return;
    }
    let text = Schema::Object(Object::with_type(Type::String));
    let parameter = ParameterBuilder::new()
        .name(KEYED)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(
            "A request that comes again with the same key has one effect and one reply",
        ))
        .schema(Some(text));
    parameters.push(RefOr::T(parameter.build()));
    let content = Content::new(Some(Ref::from_schema_name("Problem")));
    let lost = operation.responses.responses.entry("409".to_owned());
    lost.or_insert_with(|| {
        let mut lost = Response::new(described("409"));
        lost.content.insert(PROBLEM.to_owned(), RefOr::T(content));
        RefOr::T(lost)
    });
}

/// The header under which a request may come again.
const KEYED: &str = "Idempotency-Key";

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

/// A body of which no member must be there may be left out: it is an empty object then.
fn bodies<'s>(operation: &mut Operation, schema: impl Fn(&str) -> Option<&'s RefOr<Schema>>) {
    let Some(RefOr::T(body)) = &mut operation.request_body else { return };
    let needs = body.content.values().any(|content| {
        let RefOr::T(Content { schema: Some(RefOr::Ref(reference)), .. }) = content else {
            return true;
        };
        let name = reference.ref_location.rsplit('/').next().unwrap_or_default();
        match schema(name) {
            Some(RefOr::T(Schema::Object(object))) => !object.required.is_empty(),
            Some(RefOr::T(Schema::AllOf(parts))) => parts.items.iter().any(|part| {
                matches!(part, RefOr::T(Schema::Object(object)) if !object.required.is_empty())
            }),
            _ => true,
        }
    });
    if !needs {
        body.required = Some(Required::False);
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
