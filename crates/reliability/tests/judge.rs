//! The judge is no rubber stamp: whatever is taken from what was acknowledged, or added to it, it finds.
#![expect(clippy::panic, reason = "what a helper of a test cannot have fails the test")]

use std::sync::atomic::Ordering;
use std::time::Duration;

use proem_reliability::chance::Chance;
use proem_reliability::judge::{Scope, judge};
use proem_reliability::load::{self, Ask, Fate, Kind, Known, Signs, Then, Writer};
use proem_reliability::service::{Ground, Service};
use proem_reliability::trouble::Trouble;

const PATIENCE: Duration = Duration::from_secs(20);

/// What the judge says where one request is remembered otherwise than it was.
fn said(service: &Service, writers: &mut [Writer], kind: Kind, change: fn(&mut Ask)) -> String {
    let mut all = writers.iter_mut().flat_map(|writer| &mut writer.asks);
    let found = all.find(|ask| ask.kind == kind && matches!(ask.fate, Fate::Done(_)));
    let ask = found.unwrap_or_else(|| panic!("nobody asked for a {kind:?}"));
    let (name, before) = (ask.name.clone(), ask.clone());
    change(ask);
    let mut client = service.client(PATIENCE);
    let judged = judge(&mut client, writers, Scope::All, &mut Chance::new(1, 1));
    let mut all = writers.iter_mut().flat_map(|writer| &mut writer.asks);
    if let Some(ask) =
        all.find(|ask| **ask != before && ask.kind == kind && ask.about == before.about)
        && (ask.name == name || ask.name == format!("{name}x"))
    {
        *ask = before;
    }
    match judged {
        Err(Trouble::Broken(broken)) => broken.join("\n").replace(&name, "NAME"),
        other => panic!("the judge says {other:?} of a {kind:?} that was changed"),
    }
}

#[test]
fn what_is_lost_doubled_or_torn_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("proem.db").display().to_string();
    let service = Service::start(&mut Ground::new(db).unwrap()).unwrap();
    let mut writers = load::eight(7);
    let (known, signs) = (Known::default(), Signs::default());
    let client = || service.client(PATIENCE);
    std::thread::scope(|scope| {
        let (writers, client, known, signs) = (&mut writers, &client, &known, &signs);
        scope.spawn(move || load::write(writers, client, known, Then::Ends, signs));
        std::thread::sleep(Duration::from_secs(2));
        signs.stop.store(true, Ordering::Relaxed);
    });
    let mut dice = Chance::new(1, 1);
    judge(&mut client(), &mut writers, Scope::All, &mut dice).unwrap();

    let all =
        [Kind::Session, Kind::Turn, Kind::Version, Kind::Draft, Kind::Activation, Kind::Memory];
    for kind in all {
        let lost = said(&service, &mut writers, kind, |ask| ask.name.push('x'));
        assert!(lost.contains("NAMEx: it was acknowledged and is lost"), "{kind:?}: {lost}");
        let late = said(&service, &mut writers, kind, |ask| ask.fate = Fate::Absent);
        assert!(late.contains("NAME: it was not there and came later"), "{kind:?}: {late}");
    }
    for (kind, expected) in [
        (Kind::Version, "the version NAME: `version` is another one"),
        (Kind::Turn, "the turn NAME is not what was answered"),
    ] {
        let torn = said(&service, &mut writers, kind, |ask| {
            if let Fate::Done(body) = &mut ask.fate {
                *body = body.replacen("\"version\":", "\"version\":9", 1);
                *body = body.replacen("\"n\":", "\"n\":9", 1);
            }
        });
        assert!(torn.contains(expected), "{kind:?}: {torn}");
    }
    judge(&mut client(), &mut writers, Scope::All, &mut dice).unwrap();
}
