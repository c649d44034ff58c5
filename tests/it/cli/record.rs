//! What `record` takes, refuses and answers.

use super::folder::{Folder, LOAN, TODAY};
use serde_json::{Value, json};

fn payments(folder: &Folder) -> Value {
    let ran = folder.run(&["report", "loan", LOAN, "--format", "json"]);
    serde_json::from_str(&ran.out).expect("JSON")
}

fn outstanding(folder: &Folder) -> i64 {
    payments(folder)["outstanding"].as_i64().expect("money")
}

fn pay(amount: &str, receipt: &str) -> Vec<String> {
    let cells = [
        "record",
        "payment",
        &format!("loan={LOAN}"),
        "day=2026-10-15",
        "kind=principal",
        &format!("amount={amount}"),
        "place=point",
        &format!("receipt={receipt}"),
    ];
    cells.map(ToOwned::to_owned).to_vec()
}

fn run(folder: &Folder, arguments: &[String]) -> super::folder::Ran {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    folder.run(&arguments)
}

#[test]
fn a_payment_is_recorded_and_its_id_printed() {
    let folder = Folder::new().imported();
    let ran = run(&folder, &pay("500000", "BL9"));
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(ran.out.trim().len(), 36, "{}", ran.out);
    assert_eq!(outstanding(&folder), 7_500_000);
}

#[test]
fn with_an_id_saving_twice_saves_once() {
    let folder = Folder::new().imported();
    let mut with_id = pay("500000", "BL9");
    with_id.extend(["id=mine", "--format", "json"].map(ToOwned::to_owned));
    let first: Value = serde_json::from_str(&run(&folder, &with_id).out).expect("JSON");
    let second: Value = serde_json::from_str(&run(&folder, &with_id).out).expect("JSON");
    assert_eq!(first, json!({"id": "mine", "already": false, "facts": 1}));
    assert_eq!(second, json!({"id": "mine", "already": true, "facts": 0}));
    assert_eq!(outstanding(&folder), 7_500_000);
}

#[test]
fn a_rule_says_no_in_one_line_at_its_key() {
    let folder = Folder::new().imported();
    for (amount, said) in
        [("8000001", "amount: "), ("0", "amount: "), ("-5", "amount: "), ("1.5", "amount: ")]
    {
        let ran = run(&folder, &pay(amount, "BL9"));
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{ran:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    let ran = run(&folder, &pay("1000", ""));
    assert!(ran.code == 1 && ran.err.contains("receipt: "), "{ran:?}");
    assert_eq!(outstanding(&folder), 8_000_000);
}

#[test]
fn wrong_usage_says_what_there_is() {
    let folder = Folder::new().imported();
    for (arguments, said) in [
        (&["record", "parade"][..], "place, point, session, group, member, loan"),
        (&["record", "payment", "sum=5"][..], "amount"),
        (&["record", "payment", "sum"][..], "key=value"),
        (&["record", "payment", "loan=1", "loan=2"][..], "twice"),
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.err.lines().count()), (2, 1), "{ran:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

#[test]
fn a_list_is_recorded_as_one_piece_or_not_at_all() {
    let folder = Folder::new().imported();
    let one = |amount: i64, receipt: &str| {
        json!({"loan": LOAN, "day": TODAY, "kind": "principal", "amount": amount,
               "place": "point", "receipt": receipt})
    };
    let record = |list: Value| {
        folder.run_with(&["record", "payment", "--json", "--format", "json"], &list.to_string())
    };
    // Each alone would fit; together they are more than what is outstanding.
    let ran = record(json!([one(5_000_000, "B1"), one(5_000_000, "B2")]));
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("item 2: amount: "), "{}", ran.err);
    assert_eq!(outstanding(&folder), 8_000_000);
    let ran = record(json!([one(5_000_000, "B1"), one(3_000_000, "B2")]));
    let done: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(done.as_array().map(Vec::len), Some(2), "{ran:?}");
    assert_ne!(done[0]["id"], done[1]["id"]);
    assert_eq!(outstanding(&folder), 0);
}

#[test]
fn what_is_no_json_is_refused() {
    let folder = Folder::new().imported();
    for text in ["", "[]", "5", "[5]", "{\"loan\": ", "[{\"loan\": {}}]"] {
        let ran = folder.run_with(&["record", "payment", "--json"], text);
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{text}: {ran:?}");
    }
    let ran = folder.run_with(&["record", "payment", "--json"], "{\"sum\": 5}");
    assert_eq!(ran.code, 2, "{ran:?}");
}

#[test]
fn a_sheet_in_short_and_in_json() {
    let folder = Folder::new().imported();
    let ran = folder.run(&[
        "record",
        "sheet",
        "group=0700001",
        "session=2026-09-15",
        "attendance=leader",
        "lines=0000000001:200000:30000::nộp một phần;0000000002::20000",
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let paid = payments(&folder)["interest"]["paid"].as_i64();
    assert_eq!(paid, Some(300_000));
    let sheet = json!({"group": "0700001", "session": "2026-10-15",
        "lines": [{"member": "0000000001", "interest": 1000, "savings": null,
                   "note": "nộp thiếu"}]});
    let ran = folder.run_with(&["record", "sheet", "--json"], &sheet.to_string());
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = folder.run(&[
        "record",
        "sheet",
        "group=0700001",
        "session=2026-10-14",
        "lines=0000000001:5",
    ]);
    assert!(ran.code == 1 && ran.err.contains("session: "), "{ran:?}");
    let ran = folder.run(&["record", "sheet", "group=0700001", "session=2026-10-15", "lines=zz"]);
    assert!(ran.code == 1 && ran.err.contains("lines: "), "{ran:?}");
}

#[test]
fn a_visit_with_its_lines() {
    let folder = Folder::new().imported();
    let visit = json!({"group": "0700001", "day": "2026-10-10", "kind": "annual",
        "association": "12", "visitor": "Trần Thị Bích",
        "lines": [{"loan": LOAN, "received": 10_000_000, "wrong_use": 0, "effect": "good"}]});
    let ran = folder.run_with(&["record", "visit", "--json"], &visit.to_string());
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = folder.run(&["report", "due", "--session", TODAY, "--format", "json"]);
    let due: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(due[0]["last_visit"], "2026-10-10", "{due}");
}
