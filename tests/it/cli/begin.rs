//! A real book from nothing, by commands alone: a commune that has the bank's list of loans, not
//! five years of payments.

use super::folder::{Folder, Ran};
use serde_json::{Value, json};

/// A place for a book, with no book in it.
pub fn nothing() -> Folder {
    Folder::new()
}

pub fn done(folder: &Folder, line: &str) -> String {
    let ran = record(folder, line);
    assert_eq!(ran.code, 0, "{line}: {ran:?}");
    ran.out.trim().to_owned()
}

/// Runs `record` on words divided by blanks; `_` in a value stands for a blank.
pub fn record(folder: &Folder, line: &str) -> Ran {
    let words: Vec<String> = line.split_whitespace().map(|word| word.replace("__", " ")).collect();
    let mut arguments = vec!["record"];
    arguments.extend(words.iter().map(String::as_str));
    folder.run(&arguments)
}

/// A commune, a village, a point and a group of five with leader and deputy.
pub fn begun() -> Folder {
    let folder = nothing();
    for line in [
        "place code=960001 kind=commune name=Xã__Một",
        "place code=96000101 kind=village name=Ấp__Một parent=960001",
        "point code=DGD1 commune=960001 name=Điểm__Một session_day=15",
        "group code=0700001 village=96000101 point=DGD1 association=12 founded_on=2020-01-15",
        "group code=0700002 village=96000101 point=DGD1 association=11 founded_on=2021-06-01",
    ] {
        done(&folder, line);
    }
    let mut people: Vec<Value> = (1..=5)
        .map(|number| {
            json!({"kind": "member", "code": format!("{number:010}"), "group": "0700001",
                   "name": format!("Người {number}"), "born": "1980-01-01",
                   "id_number": format!("{number:012}"), "joined_on": "2020-01-15"})
        })
        .collect();
    people.push(json!({"record": "group", "code": "0700001",
                       "leader": "0000000001", "deputy": "0000000002"}));
    let ran = folder.run_with(&["record", "--json"], &Value::Array(people).to_string());
    assert_eq!(ran.code, 0, "{ran:?}");
    folder
}

pub const LOAN: &str = "6600000000000001";

fn report(folder: &Folder, arguments: &[&str]) -> Value {
    let mut all = vec!["report"];
    all.extend(arguments);
    all.extend(["--format", "json"]);
    let ran = folder.run(&all);
    serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran:?}"))
}

fn whole(folder: &Folder) {
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, 0, "{ran:?}");
}

#[test]
fn a_commune_a_group_of_five_an_opening_then_a_payment_and_its_report() {
    let folder = begun();
    let code = done(
        &folder,
        &format!(
            "loan code={LOAN} member=0000000001 programme=01 principal=20000000 \
             disbursed_on=2024-05-15 term_months=36 opening_day=2026-09-30 outstanding=15000000 \
             interest_owed=120000 last_movement=2026-09-15"
        ),
    );
    assert_eq!(code, LOAN);
    let loan = report(&folder, &["loan", LOAN]);
    // The rate of programme 01 and the disbursement plus 36 months, where the contract's are not
    // given.
    assert_eq!(loan["instalments"][0]["due_on"], "2027-05-15");
    // From the end of 30/09 to 15/10 are 15 days on 15 million at 6.6 %: 15 × 15.000.000 × 6,6 /
    // 36.500 = 40.684,93; with the 120.000 owed 160.684,93. Only those were due at a session.
    let interest = &loan["interest"];
    let said = ["accrued", "paid", "due", "arrears"].map(|key| interest[key].clone());
    assert_eq!(said, [json!(160_685), json!(0), json!(120_000), json!(120_000)]);
    assert_eq!(loan["next_session"]["interest"], 160_685);
    assert_eq!(
        (&loan["outstanding"], &loan["last_movement"]),
        (&json!(15_000_000), &json!("2026-09-15"))
    );

    let pay = format!("payment loan={LOAN} day=2026-10-15 place=point");
    done(&folder, &format!("{pay} kind=interest amount=160685"));
    done(&folder, &format!("{pay} kind=principal amount=1000000 receipt=BL1"));
    done(&folder, "savings member=0000000002 day=2026-10-15 kind=deposit amount=50000");
    done(&folder, "attendance group=0700001 session=2026-10-15 by=leader");
    let loan = report(&folder, &["loan", LOAN]);
    assert_eq!(loan["outstanding"], 14_000_000);
    assert_eq!(loan["interest"]["arrears"], 0);
    assert_eq!(loan["next_session"]["interest"], 0);
    let totals = report(&folder, &["ratios", "--scope", "commune:960001"])["totals"].clone();
    let said = ["groups", "members", "loans", "outstanding", "savings", "interest_arrears"]
        .map(|key| totals[key].as_i64().expect("a number"));
    assert_eq!(said, [2, 5, 1, 14_000_000, 50_000, 0]);
    // Sixteen days more, on 14 million: 16 × 14.000.000 × 6,6 / 36.500 = 40.504,11; in all
    // 120.000 + 40.684,93 + 40.504,11 = 201.189,04.
    let loan = report(&folder, &["loan", LOAN, "--as-of", "2026-10-31"]);
    assert_eq!(loan["interest"]["accrued"], 201_189);
    whole(&folder);
}

#[test]
fn a_new_leader_joining_leaving_and_moving() {
    let folder = begun();
    done(&folder, "member code=0000000006 group=0700001 name=Lý__Hoa joined_on=2026-10-01");
    done(&folder, "group code=0700001 leader=0000000006 reason=Đại__hội__tổ");
    done(&folder, "member code=0000000001 left_on=2026-10-10 reason=Chuyển__đi__xa");
    done(&folder, "member code=0000000003 group=0700002");
    done(&folder, "group code=0700001 deputy=");
    let members = |group: &str| {
        let scope = format!("group:{group}");
        report(&folder, &["ratios", "--scope", &scope])["totals"]["members"].clone()
    };
    // Five and one, less one who left and one who moved.
    assert_eq!((members("0700001"), members("0700002")), (json!(4), json!(1)));
    let scores = report(&folder, &["scores", "--level", "group"]);
    assert_eq!((&scores[0]["name"], &scores[0]["code"]), (&json!("Lý Hoa"), &json!("0700001")));
    whole(&folder);
}

#[test]
fn the_first_place_makes_the_book_and_nothing_else_does() {
    let folder = nothing();
    let ran = record(&folder, "member code=0000000001 group=0700001 name=A joined_on=2020-01-15");
    assert!(ran.code == 1 && ran.err.contains("no book"), "{ran:?}");
    // A place that is refused leaves no book behind.
    let ran = record(&folder, "place code=96 kind=commune name=Xã");
    assert!(ran.code == 1 && ran.err.contains("code: "), "{ran:?}");
    assert!(!folder.book().exists());
    assert_eq!(done(&folder, "place code=960001 kind=commune name=Xã"), "960001");
    assert!(folder.book().exists());
}

#[test]
fn what_commands_made_goes_out_and_comes_in_again_as_it_was() {
    let folder = begun();
    for line in [
        &format!(
            "loan code={LOAN} member=0000000001 programme=19 principal=20000000 rate=7.92 \
             disbursed_on=2026-05-15 term_months=36 capital=local \
             instalments=2027-05-15:5000000,2029-05-15:15000000 \
             disbursements=2026-05-15:8000000,2026-06-15:7000000"
        ),
        &format!("loan code={LOAN} purpose=Nuôi__heo"),
        &format!("disbursement loan={LOAN} id=d3 day=2026-07-15 amount=5000000"),
        "reverse reverses=d3 reason=Nhầm",
        "session point=DGD1 month=2026-08 held_on=2026-08-12",
        "attendance group=0700001 session=2026-08-12 by=leader",
        "attendance group=0700001 session=2026-08-12 by=deputy reason=Ghi__nhầm",
        "check group=0700001 day=2026-09-01 visitor=Trần__Bích lines=board:yes;filing:no:thiếu",
        "savings member=0000000002 day=2026-09-15 kind=deposit amount=50000 id=s1",
        "savings member=0000000002 day=2026-09-16 kind=withdrawal amount=20000",
        &format!("change loan={LOAN} day=2026-10-01 kind=freeze value=2026-12-01"),
    ] {
        done(&folder, line);
    }
    whole(&folder);
    let export = |from: &Folder, name: &str| {
        let target = from.beside(name);
        let ran = from.run(&["export", &target.display().to_string()]);
        assert_eq!(ran.code, 0, "{ran:?}");
        target
    };
    let first = export(&folder, "first");
    let other = nothing();
    let ran = other.run(&["import", &first.display().to_string()]);
    assert_eq!(ran.code, 0, "{ran:?}");
    whole(&other);
    let second = export(&other, "second");
    let mut files = 0;
    for file in std::fs::read_dir(&first).expect("a folder") {
        let name = file.expect("a file").file_name();
        let read = |folder: &std::path::Path| std::fs::read_to_string(folder.join(&name)).ok();
        assert_eq!(read(&first), read(&second), "{}", name.display());
        files += 1;
    }
    assert!(files >= 10, "{files}");
    assert_eq!(report(&folder, &["loan", LOAN]), report(&other, &["loan", LOAN]));
}
