//! What the reports say: keys, counts, plans, and who recorded what.

use super::folder::{Folder, LOAN};
use expect_test::expect;
use serde_json::{Value, json};

/// The folder with everything that reports speak of.
fn full() -> Folder {
    let folder = Folder::new();
    folder.write(
        "targets.csv",
        "area,indicator,from,to,baseline,target,approved_on\n\
         000001,overdue_ratio,2026-10-05,2026-10-25,0.3,0.1,\n\
         000001,savings_participation,2026-11-01,2026-12-31,0.5,0.9,\n\
         000001,principal_due_ratio,2026-01-01,2026-09-30,0.25,0.75,\n\
         00000101,good_group_share,2026-01-01,2026-12-31,,1,2026-02-01\n\
         00000101,growth,2025-05-31,2026-12-31,0,-0.2,\n",
    );
    folder.write(
        "bank_grades.csv",
        "month,level,code,score,grade\n2026-09,group,0700001,82.5,fair\n\
         2026-10,group,0700001,90,good\n",
    );
    folder.write(
        "visits.csv",
        "id,group,day,kind,association,visitor,witness,reported_on\n\
         v1,0700001,2026-10-01,annual,12,Chị Lan,,\n",
    );
    folder.write(
        "visit_lines.csv",
        "visit,loan,received,balance_seen,right_use,wrong_use,unused,effect,interest_seen,note\n\
         v1,6600000000000001,,,,1000000,,,,\n",
    );
    folder.imported()
}

fn json_of(folder: &Folder, arguments: &[&str]) -> Value {
    let mut all = vec!["report"];
    all.extend(arguments);
    all.extend(["--format", "json"]);
    let ran = folder.run(&all);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    serde_json::from_str(&ran.out).expect("JSON")
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn the_keys_of_every_list_are_those_of_the_contract_in_its_order() {
    let folder = full();
    for (arguments, expected) in [
        (
            &["due", "--session", "next"][..],
            "group member name loan principal_due interest_due overdue days_overdue last_visit \
             last_promise",
        ),
        (
            &["overdue", "--as-of", "2027-02-16"][..],
            "loan member name group village outstanding overdue days_overdue bucket \
             interest_arrears last_visit last_contact",
        ),
        (
            &["worklist", "--as-of", "2027-02-16"][..],
            "loan member name group village session principal_due overdue days_overdue frozen \
             inactive interest_due interest_arrears visit_deadline wrong_use_by promise_by \
             promise_amount promise_paid promise_state last_contact last_visit points reasons",
        ),
        (&["scores", "--level", "group"][..], "code name score grade criteria bank"),
        (&["visits-due"][..], "loan member name group reason since deadline days_left state"),
        (
            &["coverage", "--year", "2026"][..],
            "group earlier_loans visited ratio required checked_on met",
        ),
        (
            &["portfolio", "--by", "capital"][..],
            "key loans borrowers outstanding overdue frozen share",
        ),
        (&["progress"][..], "area indicator baseline target now met expected_today"),
        (
            &["audit"][..],
            "recorded_at recorded_by machine seq kind id day of code what amount reverses reason",
        ),
    ] {
        let rows = json_of(&folder, arguments);
        let expected: Vec<&str> = expected.split(' ').collect();
        assert_eq!(keys(&rows[0]), expected, "{arguments:?}");
    }
    let score = &json_of(&folder, &["scores", "--level", "group"])[0];
    assert_eq!(keys(&score["criteria"][0]), ["id", "value", "points", "max"]);
    assert_eq!(score["bank"], json!({"score": "82.50", "grade": "fair"}));
    let loans = json_of(&folder, &["loans"]);
    assert!(loans[0].get("instalments").is_none());
    assert_eq!(keys(&loans[0]["next_session"]), ["day", "principal", "interest"]);
}

#[test]
fn an_empty_csv_file_has_the_columns_that_a_full_one_has() {
    let folder = full();
    let head = |arguments: &[&str]| {
        let mut all = vec!["report"];
        all.extend(arguments);
        all.extend(["--format", "csv"]);
        let ran = folder.run(&all);
        assert_eq!(ran.code, 0, "{ran:?}");
        (ran.out.lines().next().unwrap_or_default().to_owned(), ran.out.lines().count())
    };
    for (report, day, before) in [
        (&["loans"][..], "2027-02-16", "2020-01-01"),
        (&["due"][..], "2027-02-16", "2020-01-01"),
        (&["overdue"][..], "2027-02-16", "2026-01-01"),
        (&["worklist"][..], "2027-02-16", "2020-01-01"),
        (&["visits-due"][..], "2026-10-15", "2020-01-01"),
        (&["coverage", "--year", "2026"][..], "2026-10-15", "2019-01-01"),
        (&["portfolio", "--by", "programme"][..], "2026-10-15", "2020-01-01"),
    ] {
        let with = |day| [report, &["--as-of", day]].concat();
        let (full_head, full_lines) = head(&with(day));
        let (empty_head, empty_lines) = head(&with(before));
        assert!(full_lines > 1, "{report:?} on {day}");
        assert_eq!((empty_lines, empty_head), (1, full_head), "{report:?}");
    }
    let (of_plan, lines) = head(&["progress"]);
    assert_eq!((lines, head(&["progress", "--scope", "group:0700001"]).1), (6, 6));
    assert_eq!(of_plan, "area,indicator,baseline,target,now,met,expected_today");
    let (of_audit, _) = head(&["audit"]);
    assert_eq!(head(&["audit", "--from", "2026-10-15", "--as-of", "2026-10-15"]).0, of_audit);
}

#[test]
fn grades_on_two_days_are_counted_and_only_who_has_both_has_moved() {
    let folder = Folder::new();
    folder.change(
        "groups.csv",
        "2020-01-15,\n",
        "2020-01-15,\n0700002,00000101,0000011,12,,,2026-10-01,\n",
    );
    let folder = folder.imported();
    let migration =
        |from: &str| json_of(&folder, &["migration", "--level", "group", "--from", from]);
    // Nobody came to any session, and no interest was paid: weak now; before the first loan the
    // group had nothing to measure and lacked only its sessions and savings.
    let found = migration("2024-12-31");
    assert_eq!(keys(&found), ["from", "to", "moved"]);
    assert_eq!(keys(&found["from"]), ["good", "fair", "average", "weak"]);
    assert_eq!(found["from"], json!({"good": 0, "fair": 0, "average": 1, "weak": 0}));
    let to = found["to"].as_object().expect("counts").values().map(|n| n.as_i64().unwrap_or(0));
    assert_eq!(to.sum::<i64>(), 2, "the new group counts on the second day: {found}");
    let moved = found["moved"].as_array().expect("a list");
    assert!(moved.iter().all(|unit| unit["code"] != "0700002"), "{found}");
    let same_day = migration("2026-10-15");
    assert_eq!(same_day["moved"], json!([]));
    assert_eq!(same_day["from"], same_day["to"]);
}

#[test]
fn a_plan_says_where_it_stands_and_where_it_should() {
    let folder = full();
    let rows = json_of(&folder, &["progress", "--as-of", "2026-10-15"]);
    let row = |area: &str, indicator: &str| {
        let found = rows.as_array().expect("a list").iter();
        let mut found = found.filter(|row| row["area"] == area && row["indicator"] == indicator);
        found.next().cloned().expect("a target")
    };
    // Half of the way from 0,3 to 0,1; nothing is overdue, and less is better.
    assert_eq!(
        row("000001", "overdue_ratio"),
        json!({"area": "000001", "indicator": "overdue_ratio", "baseline": "0.300000",
            "target": "0.100000", "now": "0.000000", "met": true, "expected_today": "0.200000"})
    );
    // Not begun: it should stand where it stood.
    let later = row("000001", "savings_participation");
    assert_eq!((&later["expected_today"], &later["met"]), (&json!("0.500000"), &json!(false)));
    // Ended, and nothing fell due in the month: nothing to measure, so neither reached nor missed.
    let ended = row("000001", "principal_due_ratio");
    assert_eq!(
        (&ended["now"], &ended["met"], &ended["expected_today"]),
        (&json!(null), &json!(null), &json!("0.750000"))
    );
    // Without a baseline there is no way to be on.
    let open = row("00000101", "good_group_share");
    assert_eq!((&open["baseline"], &open["expected_today"]), (&json!(null), &json!(null)));
    assert_eq!((&open["now"], &open["met"]), (&json!("0.000000"), &json!(false)));
    // Growth is measured from the plan's first day: 8 of 10 million left, and more is better.
    let growth = row("00000101", "growth");
    assert_eq!((&growth["now"], &growth["met"]), (&json!("-0.200000"), &json!(true)));
    let order: Vec<&str> = rows
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|row| row["indicator"].as_str())
        .collect();
    assert_eq!(
        order,
        [
            "overdue_ratio",
            "principal_due_ratio",
            "savings_participation",
            "good_group_share",
            "growth"
        ]
    );
    let village = json_of(&folder, &["progress", "--scope", "village:00000101"]);
    assert_eq!(village.as_array().map(Vec::len), Some(2));
    let table = folder.run(&["report", "progress"]);
    assert!(table.out.contains("nothing to measure"), "{}", table.out);
    assert!(table.out.contains("20,0000 %"), "{}", table.out);
}

#[test]
fn the_audit_says_who_recorded_what_and_takes_back_what() {
    let folder = full();
    let recorded = folder.run(&[
        "record",
        "payment",
        &format!("loan={LOAN}"),
        "day=2026-10-15",
        "kind=interest",
        "amount=30000",
        "place=group",
        "id=x1",
    ]);
    assert_eq!(recorded.code, 0, "{recorded:?}");
    let back = folder.run(&[
        "record",
        "payment",
        &format!("loan={LOAN}"),
        "day=2026-10-15",
        "kind=interest",
        "amount=30000",
        "place=group",
        "id=x2",
        "reverses=x1",
        "reason=typed twice",
    ]);
    assert_eq!(back.code, 0, "{back:?}");
    let rows = json_of(&folder, &["audit"]);
    let rows = rows.as_array().expect("a list");
    let numbers: Vec<i64> = rows.iter().filter_map(|row| row["seq"].as_i64()).collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    let last = rows.last().expect("a row");
    assert_eq!(
        [&last["kind"], &last["id"], &last["day"], &last["of"], &last["code"], &last["what"]],
        ["payment", "x2", "2026-10-15", "loan", LOAN, "interest"]
    );
    assert_eq!((&last["amount"], &last["reverses"]), (&json!(30000), &json!("x1")));
    assert_eq!(last["reason"], "typed twice");
    let table = folder.run(&["report", "audit", "--scope", "group:0700001"]);
    let said = "takes back x1: interest paid 30.000 đ; loan 6600000000000001; on 15/10/2026; \
                reason: typed twice";
    assert!(table.out.lines().last().is_some_and(|line| line.ends_with(said)), "{}", table.out);
    // A place is no part of one group; the day asked about leaves out what happened later.
    assert!(!table.out.contains("Xã") && !table.out.contains("place 000001"), "{}", table.out);
    let before = json_of(&folder, &["audit", "--as-of", "2026-10-14"]);
    let before = before.as_array().expect("a list");
    assert!(before.iter().all(|row| row["id"] != "x1" && row["id"] != "x2"));
    assert!(before.iter().any(|row| row["id"] == "p1"));
}

#[test]
fn a_session_is_one_of_the_points_asked_about() {
    let folder = Folder::new();
    folder.add("points.csv", "0000012,000001,Điểm Hai,20");
    folder.add("groups.csv", "0700002,00000101,0000012,11,,,2020-01-15,");
    let folder = folder.imported();
    let due = |more: &[&str]| folder.run(&[&["report", "due", "--session"], more].concat());
    for (arguments, code) in [
        (&["2026-10-20"][..], 0),
        (&["2026-10-20", "--scope", "point:0000012"][..], 0),
        (&["2026-10-15", "--scope", "group:0700001"][..], 0),
        (&["2026-10-20", "--scope", "group:0700001"][..], 2),
        (&["2026-10-15", "--scope", "association:11"][..], 2),
        // Nobody is in scope: any session of the book is one.
        (&["2026-10-20", "--scope", "association:13"][..], 0),
        (&["2026-10-16"][..], 2),
    ] {
        let ran = due(arguments);
        assert_eq!(ran.code, code, "{arguments:?} {ran:?}");
    }
    let ran = due(&["2026-10-20", "--scope", "group:0700001"]);
    assert!(ran.err.contains("2026-10-15, 2026-11-15"), "{}", ran.err);
    let ran = due(&["2026-10-16"]);
    assert!(ran.err.contains("2026-09-20, 2026-10-15, 2026-10-20, 2026-11-15"), "{}", ran.err);
}

#[test]
fn a_table_of_scores_or_grades_says_that_it_is_an_estimate_and_other_formats_do_not() {
    let folder = full();
    for report in [
        &["scores", "--level", "group"][..],
        &["scores", "--level", "province"][..],
        &["migration", "--level", "commune", "--from", "2025-12-31"][..],
    ] {
        for (language, said) in [("vi", "không thay kết quả của NHCSXH"), ("en", "An estimate")]
        {
            let with = |format: &str| {
                let all = ["--lang", language, "--format", format];
                folder.run(&[&["report"], report, &all].concat()).out
            };
            assert!(with("table").contains(said), "{report:?}: {}", with("table"));
            assert!(!with("csv").contains(said) && !with("json").contains(said), "{report:?}");
        }
    }
}

/// The folder with a promise that was kept in part, and one talk without any.
fn with_talks() -> Folder {
    let folder = Folder::new();
    folder.write(
        "contacts.csv",
        "id,loan,day,how,talker,said,promised_amount,promised_by\n\
         c1,6600000000000001,2026-08-20,phone,Chị Lan,đợi bán heo,500000,2026-09-10\n\
         c2,6600000000000001,2026-09-20,home,,không có nhà,,\n",
    );
    folder.imported()
}

#[test]
fn talks_are_listed_with_how_their_promise_stands_on_the_day() {
    let folder = with_talks();
    let rows = json_of(&folder, &["contacts"]);
    let expected = "id day loan member name group how talker said promised_amount promised_by \
                    until paid state";
    assert_eq!(keys(&rows[0]), expected.split_whitespace().collect::<Vec<_>>());
    assert_eq!((&rows[0]["id"], &rows[0]["state"]), (&json!("c2"), &Value::Null));
    assert_eq!((&rows[1]["until"], &rows[1]["state"]), (&json!("2026-09-15"), &json!("broken")));
    let before = json_of(&folder, &["contacts", "--as-of", "2026-09-15"]);
    assert_eq!((before.as_array().map(Vec::len), &before[0]["state"]), (Some(1), &json!("open")));
    let work = json_of(&folder, &["worklist"]);
    assert_eq!(
        (&work[0]["promise_state"], &work[0]["reasons"]["promise"]),
        (&json!("broken"), &json!(25))
    );
    assert_eq!((&work[0]["last_contact"], &work[0]["loan"]), (&json!("2026-09-20"), &json!(LOAN)));
}

#[test]
fn a_groups_page_fits_80_columns_and_is_of_one_group_only() {
    let folder = with_talks();
    let page = json_of(&folder, &["group-page", "--scope", "group:0700001"]);
    let expected = "group leader village association point session as_of totals members";
    assert_eq!(keys(&page), expected.split_whitespace().collect::<Vec<_>>());
    let expected = "no member name principal interest overdue to_bring promise_by promise_amount \
                    promise_state";
    assert_eq!(keys(&page["members"][0]), expected.split_whitespace().collect::<Vec<_>>());
    let ran = folder.run(&["report", "group-page", "--scope", "group:0700001"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    expect![[r#"
        Page of group 0700001 · session 15/10/2026
        Leader: Thạch Thị Một · Ấp Hai · Women's Union
        Session 15/10/2026 at Điểm Một · as of 15/10/2026

           Name                  Principal   Interest    To bring    Overdue
        ────────────────────────────────────────────────────────────────────────────────
         1 Thạch Thị Một                      877.523     877.523              _________
            · promised 500.000 đ by 10/09/2026: broken
         2 Lý Văn Hai                                                          _________
         3 Trần Thị Ba                                                         _________
         4 Lâm Văn Bốn                                                         _________
         5 Sơn Thị Năm                                                         _________
        ────────────────────────────────────────────────────────────────────────────────
           Total                         0    877.523     877.523          0

        Principal: the borrower brings it to the bank at the point, with the loan book.
        Interest and savings: to the group before the session, against a receipt.
    "#]]
    .assert_eq(&ran.out);
    let widest = ran.out.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(80), "{widest:?}");
    let whole = folder.run(&["report", "group-page"]);
    assert_eq!((whole.code, whole.out.as_str()), (2, ""));
    assert!(whole.err.contains("--scope group:"), "{}", whole.err);
}
