//! Roles: templates, copies, versions, and the way back.

use std::sync::Arc;

use proem_store::audit::By;
use proem_store::error::{Error, Result};
use proem_store::page::Paging;
use proem_store::role::{self, Change, Role, SHIPPED};
use proem_store::store::Store;
use serde_json::{Value as Json, json};

use crate::database::Database;
use crate::support::{ACME, by, by_in, id, start};

crate::stories![copied_changed_and_reset, templates_are_shipped_once, rolled_back];

fn to(config: Json) -> Change {
    Change { version_id: id(), prompt_config: config, expected: None }
}

async fn ship(store: &Arc<dyn Store>, by: By, config: Json) -> Result<Role> {
    store
        .write((by, to(config)), |tx, (by, change)| {
            Box::pin(role::ship(tx, by, "developer", "Developer", change))
        })
        .await
}

async fn copy(store: &Arc<dyn Store>, source: &'static str, new: &'static str) -> Result<Role> {
    let input = (by(), id());
    store
        .write(input, move |tx, (by, version)| {
            Box::pin(role::copy(tx, by, new, None, source, version))
        })
        .await
}

async fn change(store: &Arc<dyn Store>, id: &'static str, change: Change) -> Result<Role> {
    store
        .write((by(), change), move |tx, (by, change)| Box::pin(role::change(tx, by, id, change)))
        .await
}

async fn reset(store: &Arc<dyn Store>, role: &'static str) -> Result<Role> {
    store
        .write((by(), id()), move |tx, (by, version)| Box::pin(role::reset(tx, by, role, version)))
        .await
}

async fn copied_changed_and_reset(database: Database) {
    let store = start(&database).await;
    // The order of an object's members is kept: it is the order in which people wrote them.
    let config = json!({"system_prompt": "Z", "developer_prompt": "A"});
    let template = ship(&store, by_in(SHIPPED), config.clone()).await.unwrap();
    assert!(template.is_template && template.source_role_id.is_none());
    let copied = copy(&store, "developer", "mine").await.unwrap();
    assert_eq!((copied.version, copied.is_template), (1, false));
    assert_eq!(copied.source_role_id.as_deref(), Some("developer"));
    assert_eq!(copied.name, "Developer");
    assert_eq!(copied.prompt_config.to_string(), config.to_string());

    let changed = change(&store, "mine", to(json!({"system_prompt": "B"}))).await.unwrap();
    assert_eq!((changed.version, changed.prompt_config), (2, json!({"system_prompt": "B"})));
    let stale = Change { expected: Some(1), ..to(json!({})) };
    assert_eq!(change(&store, "mine", stale).await, Err(Error::Conflict { current: 2 }));
    let refused = Error::Refused { why: "templates are not changed: copy it", by: Vec::new() };
    assert_eq!(change(&store, "developer", to(json!({}))).await, Err(refused));

    // A reset is what the template is now.
    ship(&store, by_in(SHIPPED), json!({"system_prompt": "Newer"})).await.unwrap();
    let back = reset(&store, "mine").await.unwrap();
    assert_eq!((back.version, back.prompt_config), (3, json!({"system_prompt": "Newer"})));
    let made = to(json!({"system_prompt": "Own"}));
    store
        .write((by(), made), |tx, (by, change)| {
            Box::pin(role::create(tx, by, "own", "Own", change))
        })
        .await
        .unwrap();
    let none = Error::Refused { why: "the role is not a copy", by: Vec::new() };
    assert_eq!(reset(&store, "own").await, Err(none));
    let absent = Error::NotFound { kind: "role", id: "absent".to_owned() };
    assert_eq!(reset(&store, "absent").await, Err(absent.clone()));
    assert_eq!(copy(&store, "absent", "x").await, Err(absent));
    assert!(matches!(copy(&store, "own", "mine").await, Err(Error::Exists { .. })));
    let of_copy = copy(&store, "mine", "again").await.unwrap();
    assert_eq!(of_copy.source_role_id.as_deref(), Some("mine"));
    let listed = store
        .read(Paging::default(), |tx, paging| Box::pin(role::list(tx, ACME, paging)))
        .await
        .unwrap();
    let ids: Vec<_> = listed.items.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(ids, ["again", "mine", "own"]);
}

async fn templates_are_shipped_once(database: Database) {
    let store = start(&database).await;
    for (config, version) in [("A", 1), ("A", 1), ("B", 2), ("B", 2)] {
        let shipped = ship(&store, by_in(SHIPPED), json!({"system_prompt": config})).await.unwrap();
        assert_eq!(shipped.version, version);
    }
    let refused = ship(&store, by(), json!({})).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })), "{refused:?}");
}

async fn rolled_back(database: Database) {
    let store = start(&database).await;
    ship(&store, by_in(SHIPPED), json!({"n": 1})).await.unwrap();
    copy(&store, "developer", "mine").await.unwrap();
    change(&store, "mine", to(json!({"n": 2}))).await.unwrap();
    change(&store, "mine", to(json!({"n": 3}))).await.unwrap();
    let back = || store.write(by(), |tx, by| Box::pin(role::rollback(tx, by, "mine", None)));
    assert_eq!(back().await.unwrap().prompt_config, json!({"n": 2}));
    assert_eq!(back().await.unwrap().prompt_config, json!({"n": 1}));
    assert!(matches!(back().await, Err(Error::Refused { .. })));
    let third = store.read((), |tx, ()| Box::pin(role::config(tx, ACME, "mine", 3))).await;
    assert_eq!(third, Ok(json!({"n": 3})));
    assert_eq!(change(&store, "mine", to(json!({"n": 4}))).await.unwrap().version, 4);
}
