//! What `report meeting` and `report actions` print, and what they refuse.

use super::folder::Folder;
use serde_json::Value;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn meeting(folder: &Folder, more: &[&str]) -> Value {
    let ran = folder.run(&[&["report", "meeting", "--format", "json"], more].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{more:?}");
    serde_json::from_str(&ran.out).expect("JSON")
}

#[test]
fn the_keys_stand_in_their_order() {
    let page = meeting(&Folder::new().imported(), &["--by", "group"]);
    let expected = [
        "as_of",
        "scope",
        "session",
        "before",
        "points",
        "by",
        "all",
        "units",
        "differences",
        "grades",
        "actions",
        "meetings",
    ];
    assert_eq!(keys(&page), expected);
    assert_eq!(keys(&page["units"][0]), ["code", "name", "collected", "figures"]);
    let collected = &page["all"]["collected"];
    assert_eq!(keys(collected), ["principal", "interest", "savings", "attendance", "cash"]);
    assert_eq!(keys(&collected["principal"]), ["asked", "due", "collected", "paid", "share"]);
    let figures = [
        "groups",
        "members",
        "borrowers",
        "outstanding",
        "overdue",
        "frozen",
        "interest_arrears",
        "loans_in_arrears",
        "inactive_loans",
        "savings",
        "overdue_ratio",
        "overdue_frozen_ratio",
        "par_30",
        "interest_ratio",
        "principal_due_ratio",
        "attendance_ratio",
        "savings_participation",
        "savings_increase",
        "interest_arrears_ratio",
        "visit_30d_ratio",
    ];
    assert_eq!(keys(&page["all"]["figures"]), figures);
    let figure = &page["all"]["figures"]["outstanding"];
    assert_eq!(keys(figure), ["now", "before", "change", "direction"]);
    let grades = ["level", "from_day", "to_day", "from", "to", "moved"];
    assert_eq!(keys(&page["grades"][0]), grades);
    assert_eq!(keys(&page["actions"]), ["day", "open", "closed"]);
}

#[test]
fn without_a_session_it_is_the_last_one_and_without_a_part_the_communes() {
    let folder = Folder::new().imported();
    let page = meeting(&folder, &["--as-of", "2026-10-14"]);
    assert_eq!((&page["session"], &page["by"]), (&"2026-09-15".into(), &"commune".into()));
    assert_eq!(page, meeting(&folder, &["--as-of", "2026-10-14", "--session", "last"]));
    let day = meeting(&folder, &["--as-of", "2026-10-14", "--session", "2026-09-15"]);
    assert_eq!(page, day);
}

#[test]
fn a_day_that_is_no_session_or_to_come_is_refused_with_the_nearest_that_were_held() {
    let folder = Folder::new().imported();
    for (day, near) in [
        ("2026-09-16", "2026-09-15, 2026-10-15"),
        ("2026-11-15", "2026-10-15"),
        ("soon", "2026-10-15"),
    ] {
        let ran = folder.run(&["report", "meeting", "--session", day]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(ran.err.contains(day) && ran.err.contains(&format!(": {near}.")), "{}", ran.err);
    }
    let ran = folder.run(&["report", "meeting", "--by", "programme"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("commune, point, association, village, group"), "{}", ran.err);
    let ran = folder.run(&["report", "actions", "--session", "last"]);
    assert_eq!(ran.code, 2, "it has no session");
}

#[test]
fn a_book_without_a_point_says_what_to_do() {
    let folder = Folder::new();
    let made = folder.run(&[
        "record",
        "place",
        "code=000001",
        "kind=commune",
        "name=Xã Một",
        "parent=",
        "difficult=0",
    ]);
    assert_eq!(made.code, 0, "{made:?}");
    let ran = folder.run(&["--lang", "vi", "report", "meeting"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("điểm giao dịch"), "{}", ran.err);
}

#[test]
fn as_csv_it_is_one_row_a_figure_and_for_people_the_words_say_what_is_good() {
    let folder = Folder::new().imported();
    let csv = folder.run(&["report", "meeting", "--by", "group", "--format", "csv"]);
    let mut lines = csv.out.lines();
    assert_eq!(lines.next(), Some("part,code,name,figure,now,before,change,direction"));
    let arrears = "group,0700001,Thạch Thị Một,interest_arrears,";
    let arrears = lines.find(|line| line.starts_with(arrears)).expect("the group's arrears");
    assert!(arrears.ends_with(",worse"), "{arrears}");
    let table = folder.run(&["--lang", "vi", "report", "meeting", "--by", "group"]);
    assert!(table.out.contains("xấu đi"), "{}", table.out);
    assert!(table.out.contains("không thay kết quả của NHCSXH"), "{}", table.out);
}

#[test]
fn a_book_without_action_items_lists_none() {
    let folder = Folder::new().imported();
    let ran = folder.run(&["report", "actions", "--format", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "[]\n"));
    let csv = folder.run(&["report", "actions", "--format", "csv"]);
    assert!(csv.out.starts_with("id,area,day,meeting,what,owner,due_on,state,days_left,"));
}
