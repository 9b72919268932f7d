//! What is given where it is not asked for is refused, and changes nothing.

use std::collections::BTreeMap;

use proem::turn::Options;
use proem::turn::course::given::Given;
use proem::turn::course::{Next, Turn};
use proem::turn::format::reply::Reply;
use proem::turn::kept::Memo;

use crate::stage;

#[test]
fn a_turn_takes_only_what_it_waits_for() {
    let agent = stage::base("notes");
    let mut memo = Memo::default();
    let input = stage::input("message: weather?\n");
    let mut turn = Turn::new(&agent, input, Options::default(), &proem::provider::find);
    let reply = |text: &str| Given::Reply(Reply::of_text(text));
    let wrong = turn.resume(reply("early")).unwrap_err();
    assert_eq!(wrong.to_string(), "the turn waits for `next`, and was given a reply");
    assert!(matches!(turn.next(&mut memo), Ok(Next::Call(_))));
    let wrong = turn.resume(Given::Results(Vec::new())).unwrap_err();
    assert_eq!((wrong.waits, wrong.given), ("a reply", "results"));
    turn.resume(reply("{\"message\": \"\", \"weather\": {\"place\": \"Oslo\"}}")).unwrap();
    assert!(turn.resume(reply("twice")).is_err());
    assert!(matches!(turn.next(&mut memo), Ok(Next::Perform(_))));
    assert!(turn.resume(Given::Values(BTreeMap::new())).is_err());
    turn.resume(Given::Results(Vec::new())).unwrap();
    assert!(matches!(turn.next(&mut memo), Ok(Next::Call(_))));
    turn.resume(reply("{\"message\": \"I cannot say.\"}")).unwrap();
    assert!(matches!(turn.next(&mut memo), Ok(Next::Done(_))));
    assert_eq!(turn.resume(reply("late")).unwrap_err().waits, "nothing");
    assert_eq!(turn.calls().len(), 2);
}
