//! Every kind of `record` refuses at the key that is wrong, in one line, and lists what there is.

use super::begin::{LOAN, begun, done, record};
use super::folder::Folder;
use serde_json::{Value, json};

fn lent() -> Folder {
    let folder = begun();
    done(
        &folder,
        &format!(
            "loan code={LOAN} member=0000000001 programme=01 principal=20000000 \
             disbursed_on=2024-05-15 term_months=36 \
             instalments=2026-05-15:10000000,2027-05-15:10000000"
        ),
    );
    folder
}

#[test]
fn each_kind_names_the_key_that_is_wrong() {
    let folder = lent();
    let new_loan = "loan code=6600000000000002 member=0000000001 programme=01 \
        principal=20000000 disbursed_on=2024-05-15 term_months=36";
    for (line, key) in [
        ("place code=9600 kind=commune name=Xã", "code"),
        ("place code=960002 kind=commune", "name"),
        ("place code=960002 kind=island name=Xã", "kind"),
        ("place code=96000102 kind=village name=Ấp", "parent"),
        ("place code=960002 kind=commune name=Xã difficult=maybe", "difficult"),
        ("point code=D2 commune=960009 name=Đ session_day=5", "commune"),
        ("point code=D2 commune=960001 name=Đ session_day=29", "session_day"),
        ("session point=D9 month=2026-08 held_on=2026-08-12", "point"),
        ("session point=DGD1 month=2026-13", "month"),
        ("session point=DGD1 month=2026-08 held_on=2026-08-32", "held_on"),
        ("group code=0700001 leader=0000000009", "leader"),
        ("group code=0700001 association=55", "association"),
        ("group code=0700001 closed_on=2020-01-15", "closed_on"),
        ("member code=0000000005 phone=12", "phone"),
        ("member code=0000000005 id_number=000000000001", "id_number"),
        ("member code=0000000005 born=2015-01-01", "born"),
        ("member code=0000000001 left_on=2026-10-01", "left_on"),
        ("member code=0000000005 sex=unknown", "sex"),
        (&format!("{new_loan} rate=101"), "rate"),
        (&new_loan.replace("programme=01", "programme=77"), "programme"),
        (&new_loan.replace("term_months=36", "term_months=0"), "term_months"),
        (&format!("{new_loan} due_on=2024-05-15"), "due_on"),
        (&format!("{new_loan} instalments=2026-05-15"), "instalments"),
        (&format!("{new_loan} instalments=2026-05-15:5"), "instalment"),
        (&format!("{new_loan} opening_day=2026-10-16 outstanding=5"), "opening_day"),
        (&format!("{new_loan} opening_day=2026-10-15"), "outstanding"),
        (&format!("disbursement loan={LOAN} day=2024-05-14 amount=5"), "day"),
        (&format!("opening loan={LOAN} day=2026-09-30 outstanding=20000001"), "outstanding"),
        ("savings member=0000000002 day=2026-10-15 kind=withdrawal amount=1", "amount"),
        (&format!("change loan={LOAN} day=2026-10-15 kind=shrink"), "kind"),
        (&format!("change loan={LOAN} day=2026-10-15 kind=extend value=2028-11-16"), "value"),
        (&format!("change loan={LOAN} day=2026-10-15 kind=unfreeze value=2027-01-01"), "value"),
        (
            &format!(
                "change loan={LOAN} day=2026-10-15 kind=reschedule instalment=2 \
                      value=2027-01-15"
            ),
            "instalment",
        ),
        ("attendance group=0700001 session=2026-10-14 by=leader", "session"),
        ("attendance group=0700001 session=2026-10-15 by=cousin", "by"),
        ("check group=0700001 day=2026-10-15 lines=board:yes", "visitor"),
        ("check group=0700001 day=2026-10-15 visitor=Bích item=roof answer=yes", "item"),
        ("check group=0700001 day=2026-10-15 visitor=Bích lines=board", "lines"),
        ("reverse reverses=nothing reason=Nhầm", "reverses"),
    ] {
        let ran = record(&folder, line);
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{line}: {ran:?}");
        assert!(ran.err.contains(&format!("{key}: ")), "{line}: {}", ran.err);
    }
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn of_a_known_code_only_the_given_keys_change_and_an_empty_one_empties() {
    let folder = begun();
    done(&folder, "member code=0000000003 phone=0901234567 household=poor reason=Rà__soát");
    done(&folder, "member code=0000000003 phone=");
    let ran = folder.run(&["export", &folder.beside("out").display().to_string()]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let members = std::fs::read_to_string(folder.beside("out").join("members.csv"));
    let members = members.expect("a file");
    let third = members.lines().find(|line| line.starts_with("0000000003")).expect("a line");
    assert_eq!(third, "0000000003,0700001,Người 3,1980-01-01,,poor,,,000000000003,2020-01-15,");
    // Nothing to change is no fault.
    let ran = folder.run(&["record", "member", "code=0000000003", "phone=", "--format", "json"]);
    let said: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((&said["code"], &said["already"]), (&json!("0000000003"), &json!(true)));
}

#[test]
fn an_entry_sent_again_with_its_id_undoes_nothing_that_came_after_it() {
    let folder = begun();
    let joins = "member id=m1 code=0000000009 group=0700001 name=Lý__Hoa joined_on=2026-01-15";
    let named = "member id=m2 code=0000000009 name=Lý__Thị__Hoa";
    done(&folder, joins);
    done(&folder, named);
    done(&folder, "member id=m3 code=0000000009 phone=0901234567");
    done(&folder, joins);
    // Nor what is built on it in one list.
    let again = json!({"kind": "member", "id": "m1", "code": "0000000009", "group": "0700001",
                       "name": "Lý Hoa", "joined_on": "2026-01-15"});
    let poor = json!({"kind": "member", "code": "0000000009", "household": "poor"});
    let list = Value::Array(vec![again, poor]).to_string();
    let ran = folder.run_with(&["record", "--json", "--format", "json"], &list);
    assert_eq!(ran.code, 0, "{ran:?}");
    let said: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((&said[0]["already"], &said[1]["facts"]), (&json!(true), &json!(1)));
    let ran = folder.run(&["export", &folder.beside("out").display().to_string()]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let members = std::fs::read_to_string(folder.beside("out").join("members.csv"));
    let members = members.expect("a file");
    let hoa = members.lines().find(|line| line.starts_with("0000000009")).expect("a line");
    assert_eq!(hoa, "0000000009,0700001,Lý Thị Hoa,,,poor,,0901234567,,2026-01-15,");
    let other = record(&folder, &joins.replace("__Hoa", "__Sen"));
    assert!(other.code == 1 && other.err.contains("id: "), "{other:?}");
}

#[test]
fn a_mixed_list_says_the_kind_of_each_and_builds_on_itself_or_does_nothing() {
    let folder = lent();
    let pay = json!({"record": "payment", "loan": LOAN, "day": "2026-10-15", "kind": "interest",
                     "amount": 1000, "place": "point"});
    let joins = json!({"kind": "member", "code": "0000000006", "group": "0700001",
                       "name": "Lý Hoa", "joined_on": "2026-10-01"});
    let leads = json!({"kind": "group", "code": "0700001", "leader": "0000000006"});
    let list = |things: &[Value]| {
        let text = Value::Array(things.to_vec()).to_string();
        folder.run_with(&["record", "--json", "--format", "json"], &text)
    };
    let wrong = json!({"kind": "group", "code": "0700001", "leader": "0000000099"});
    let ran = list(&[pay.clone(), joins.clone(), wrong]);
    assert!(ran.code == 1 && ran.err.contains("item 3: leader: "), "{ran:?}");
    let ran = list(&[pay, joins, leads]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let done: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert!(done.as_array().is_some_and(|all| all.iter().all(|one| one["already"] == false)));
    for (thing, said) in [
        (json!({"kind": "payment", "loan": LOAN}), "record"),
        (json!({"loan": LOAN}), "place, point"),
        (json!({"record": "island"}), "place, point"),
        (json!({"record": "member", "sum": 5}), "id_number"),
    ] {
        let ran = list(&[thing]);
        assert_eq!((ran.code, ran.err.lines().count()), (2, 1), "{ran:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

#[test]
fn the_help_lists_every_kind_and_key_in_both_languages() {
    let folder = Folder::new();
    for (language, word) in [("vi", "Loại và khóa"), ("en", "Kinds and keys")] {
        let ran = folder.run(&["record", "--help", "--lang", language]);
        assert_eq!(ran.code, 0, "{ran:?}");
        for said in [word, "disbursement", "interest_grace_until", "opening_day", "held_on"] {
            assert!(ran.out.contains(said), "{said}: {}", ran.out);
        }
    }
}

/// The instalments of the loan as an export writes them, without its code.
fn instalments(folder: &Folder, name: &str) -> Vec<String> {
    let out = folder.beside(name);
    assert_eq!(folder.run(&["export", &out.display().to_string()]).code, 0);
    let rows = std::fs::read_to_string(out.join("instalments.csv")).expect("a file");
    let own = rows.lines().filter_map(|line| line.strip_prefix(&format!("{LOAN},")));
    own.map(str::to_owned).collect()
}

#[test]
fn a_loan_of_two_instalments_goes_back_to_the_one_of_its_contract() {
    let folder = lent();
    assert_eq!(instalments(&folder, "out0").len(), 2);
    done(&folder, &format!("loan code={LOAN} instalments=2027-05-15:20000000"));
    assert_eq!(instalments(&folder, "out1"), ["1,2027-05-15,20000000"]);
    let two = "2026-05-15:10000000,2027-05-15:10000000";
    done(&folder, &format!("loan code={LOAN} instalments={two}"));
    assert_eq!(instalments(&folder, "out2").len(), 2);
    // An empty cell empties, as with every key.
    done(&folder, &format!("loan code={LOAN} instalments="));
    assert_eq!(instalments(&folder, "out3"), ["1,2027-05-15,20000000"]);
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn a_list_of_days_and_amounts_keeps_the_numbers_of_a_known_loan() {
    let folder = lent();
    let amend = |list: &str| record(&folder, &format!("loan code={LOAN} instalments={list}"));
    let ran = amend("2:2026-05-15:5000000,3:2026-11-15:10000000,4:2027-05-15:5000000");
    assert_eq!(ran.code, 0, "{ran:?}");
    done(
        &folder,
        &format!(
            "change id=move loan={LOAN} day=2026-10-15 kind=reschedule instalment=3 \
             value=2027-01-15"
        ),
    );
    let ran = amend("2026-05-15:5000000,2026-11-15:10000000,2027-02-15:2000000,2027-05-15:3000000");
    assert_eq!(ran.code, 0, "{ran:?}");
    let kept = [
        "2,2026-05-15,5000000",
        "3,2026-11-15,10000000",
        "4,2027-02-15,2000000",
        "5,2027-05-15,3000000",
    ];
    assert_eq!(instalments(&folder, "out1"), kept);
    // What would give the rescheduled number another due day or amount, or none, is refused.
    for list in [
        "2026-05-15:5000000,2026-11-16:10000000,2027-02-15:2000000,2027-05-15:3000000",
        "2026-05-15:4000000,2026-11-15:11000000,2027-02-15:2000000,2027-05-15:3000000",
        "2026-11-15:10000000,2026-12-15:5000000,2027-05-15:5000000",
        "1:2026-11-15:10000000,2:2027-05-15:10000000",
        "",
    ] {
        let ran = amend(list);
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{list}: {ran:?}");
        assert!(ran.err.contains("Instalment 3 was rescheduled on 15/10/2026"), "{}", ran.err);
    }
    assert_eq!(instalments(&folder, "out2"), kept);
    // Once it is taken back, nothing names the number any more.
    done(&folder, "reverse reverses=move reason=Nhầm");
    let ran = amend("1:2026-11-15:10000000,2:2027-05-15:10000000");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(instalments(&folder, "out3").len(), 2);
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn other_due_days_do_not_overturn_an_extension_or_rescheduling_in_force() {
    let folder = lent();
    let amend = |cells: &str| record(&folder, &format!("loan code={LOAN} {cells}"));
    let change = format!("change loan={LOAN} day=2026-10-15");
    let three = "instalments=2026-05-15:5000000,2027-03-15:5000000,2027-05-15:10000000";
    assert_eq!(amend(three).code, 0);
    done(&folder, &format!("{change} id=r kind=reschedule instalment=1 value=2027-04-15"));
    done(&folder, &format!("{change} id=x kind=extend value=2028-05-15"));
    let sooner = "due_on=2027-04-14 \
        instalments=2026-05-15:5000000,2027-03-15:5000000,2027-04-14:10000000";
    let later = "due_on=2028-05-15 \
        instalments=2026-05-15:5000000,2027-03-15:5000000,2028-05-15:10000000";
    for cells in [sooner, later] {
        let ran = amend(cells);
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{cells}: {ran:?}");
        assert!(ran.err.contains("due_on: The rescheduling or extension of 15/10/2026"), "{ran:?}");
    }
    assert_eq!(amend(&later.replace("2028-05-15", "2028-05-14")).code, 0);
    done(&folder, "reverse reverses=x reason=Nhầm");
    assert_eq!(amend(later).code, 0);
    assert_eq!(folder.run(&["check"]).code, 0);
}
