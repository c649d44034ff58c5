//! The trailing columns of facts: in, out again as they came, and held against what is known.

use super::folder::{Folder, LOAN, run_in};
use super::refused::refused;
use std::path::Path;

/// The columns at the end of facts besides money.
const TRAIL: &str = "reverses,reason,recorded_by,recorded_at,machine";
/// Those of money, which says what it takes back among its own.
const MONEY_TRAIL: &str = "reason,collected_by,recorded_by,recorded_at,machine";

/// The files of facts that can be taken back: their header, a row without its id (`@` is the loan),
/// and the same on a later day.
pub const REVERSIBLE: [(&str, &str, &str, &str); 4] = [
    ("disbursements.csv", "id,loan,day,amount", "@,2025-01-15,10000000", "@,2025-07-15,10000000"),
    (
        "loan_changes.csv",
        "id,loan,day,kind,instalment,value",
        "@,2025-07-15,reschedule,1,2027-03-15",
        "@,2025-08-15,reschedule,1,2027-03-15",
    ),
    (
        "visits.csv",
        "id,group,day,kind,association,visitor,witness,reported_on",
        "0700001,2025-07-15,annual,12,Lan,,",
        "0700001,2025-08-15,annual,,,,",
    ),
    (
        "group_checks.csv",
        "id,group,day,association,visitor,item,answer,note",
        "0700001,2025-07-15,12,Lan,board,yes,",
        "0700001,2025-08-15,12,Lan,board,yes,nhầm",
    ),
];

/// The same of the collection day. A step is one of the action item `a2`; of cash the session has
/// to be the same.
pub const COLLECTED: [(&str, &str, &str, &str); 6] = [
    (
        "contacts.csv",
        "id,loan,day,how,talker,said,promised_amount,promised_by",
        "@,2025-07-15,phone,Lan,hẹn trả,100000,2026-11-01",
        "@,2025-08-15,phone,,,100000,2026-11-01",
    ),
    (
        "cash_counts.csv",
        "id,group,session,expected,counted,notes,by,because",
        "0700001,2025-07-15,120000,100000,50000x2,Lan,thiếu một tờ",
        "0700001,2025-07-15,120000,100000,,Lan,nhầm",
    ),
    (
        "meetings.csv",
        "id,area,day,session,chair,present,minutes",
        "000001,2025-07-15,2025-07-15,Lan,cả tổ,đã họp",
        "000001,2025-08-15,2025-07-15,Lan,,",
    ),
    (
        "actions.csv",
        "id,area,day,meeting,what,owner,due_on",
        "000001,2025-07-15,,Nhắc hộ,Lan,2026-11-01",
        "000001,2025-08-15,,Nhắc hộ,Lan,2026-11-01",
    ),
    (
        "action_steps.csv",
        "id,action,day,kind,result",
        "a2,2025-07-20,note,đang làm",
        "a2,2025-08-15,note,nhầm",
    ),
    ("confirmations.csv", "id,fact,day,by", "p2,2025-07-15,Lan", "p2,2025-08-15,Lan"),
];

/// Writes a file of facts with their trail: id, row, what it takes back.
pub fn with_pairs(folder: &Folder, file: &str, header: &str, rows: &[(&str, &str, &str)]) {
    let mut text = format!("{header},{TRAIL}\n");
    for (id, row, reverses) in rows {
        let row = row.replace('@', LOAN);
        text += &format!("{id},{row},{reverses},lý do {id},Hoa,2025-09-01T02:00:00Z,m7\n");
    }
    folder.write(file, text);
}

/// A folder in which every file of facts has rows with trails, a pair of each kind among them.
pub fn with_everything() -> Folder {
    let folder = Folder::new();
    folder.add(
        "loans.csv",
        "6600000000000002,0000000002,01,9000000,2024-01-15,6.6,36,2027-01-15,Nuôi heo,,local",
    );
    for (file, header, row, later) in REVERSIBLE.into_iter().chain(COLLECTED) {
        let rows = [("a1", row, ""), ("a2", row, ""), ("a3", later, "a1")];
        with_pairs(&folder, file, header, &rows);
    }
    let line = format!("{LOAN},10000000,8000000,7000000,1000000,0,good,0,chưa rõ");
    let header = "visit,loan,received,balance_seen,right_use,wrong_use,unused,effect,interest_seen,\
                  note";
    folder.write("visit_lines.csv", format!("{header}\na1,{line}\na2,{line}\n"));
    let end = "sửa,Hoa,2025-09-01T02:00:00Z,m7";
    folder.write(
        "openings.csv",
        format!(
            "loan,day,outstanding,interest_owed,last_movement,{TRAIL}\n\
             6600000000000002,2025-05-15,9000000,1000,,,{end}\n"
        ),
    );
    folder.write(
        "attendance.csv",
        format!("group,session,by,{TRAIL}\n0700001,2025-07-15,leader,,{end}\n"),
    );
    for (file, header, rows) in [
        (
            "payments.csv",
            "id,loan,day,kind,amount,place,receipt,reverses",
            [
                format!("p1,{LOAN},2025-06-15,principal,2000000,point,BL1,"),
                format!("p2,{LOAN},2025-06-15,interest,100000,group,,"),
                format!("p3,{LOAN},2025-07-15,principal,2000000,point,,p1"),
            ],
        ),
        (
            "savings.csv",
            "id,member,day,kind,amount,reverses",
            [
                "s1,0000000001,2025-06-15,deposit,50000,".to_owned(),
                "s2,0000000001,2025-06-15,deposit,60000,".to_owned(),
                "s3,0000000001,2025-07-15,deposit,60000,s2".to_owned(),
            ],
        ),
    ] {
        let rows = rows.map(|row| format!("{row},sửa,Bà Một,Hoa,2025-09-01,m7\n")).concat();
        folder.write(file, format!("{header},{MONEY_TRAIL}\n{rows}"));
    }
    folder
}

fn export(book: &Path, to: &Path) {
    let ran = run_in(book, &["export", &to.display().to_string()], "");
    assert_eq!(ran.code, 0, "{ran:?}");
}

#[test]
fn facts_of_every_kind_with_their_trails_and_pairs_go_out_as_they_came() {
    let folder = with_everything().imported();
    let (one, two) = (folder.beside("one"), folder.beside("two"));
    export(&folder.book(), &one);
    let second = folder.beside("second.db");
    let ran = run_in(&second, &["import", &one.display().to_string()], "");
    assert_eq!(ran.code, 0, "{ran:?}");
    export(&second, &two);
    let text = |folder: &Path, name: &str| {
        std::fs::read_to_string(folder.join(name)).expect("a file of the export")
    };
    for entry in std::fs::read_dir(&one).expect("a folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        assert_eq!(text(&one, &name), text(&two, &name), "{name}");
    }
    // What was given stands in the export, the lines of a visit with the visit's trail.
    for (file, ..) in REVERSIBLE.into_iter().chain(COLLECTED) {
        let given: Vec<String> = folder.read(file).lines().skip(1).map(str::to_owned).collect();
        let out = text(&one, file);
        assert!(given.iter().all(|row| out.lines().any(|line| line == row)), "{file}: {out}");
    }
    for file in ["openings.csv", "attendance.csv", "payments.csv", "savings.csv"] {
        assert_eq!(text(&one, file), folder.read(file), "{file}");
    }
    let lines = text(&one, "visit_lines.csv");
    assert_eq!(lines.matches(",,lý do a1,Hoa,2025-09-01T02:00:00Z,m7\n").count(), 1, "{lines}");
    assert_eq!(lines.matches(",,lý do a2,Hoa,2025-09-01T02:00:00Z,m7\n").count(), 1, "{lines}");
    assert_eq!(run_in(&second, &["check"], "").code, 0);
    let again = run_in(&second, &["import", &one.display().to_string()], "");
    assert!(again.out.contains("Imported 0 rows"), "{again:?}");
}

#[test]
fn who_recorded_it_when_and_where_is_no_other_content_but_why_is() {
    for (file, ..) in REVERSIBLE.into_iter().chain(COLLECTED) {
        let folder = with_everything().imported();
        let text = folder.read(file);
        let other = text
            .replace(",Hoa,", ",Mai,")
            .replace("2025-09-01T02:00:00Z", "2025-09-02T02:00:00Z")
            .replace(",m7", ",m8");
        folder.write(file, &other);
        let ran = folder.import();
        assert!(ran.out.contains("Imported 0 rows"), "{file}: {ran:?}");
        // No reason given says nothing of it.
        folder.write(file, other.replace("lý do a1", ""));
        assert_eq!(folder.import().code, 0, "{file}");
        folder.write(file, other.replace("lý do a1", "lý do khác"));
        let ran = folder.import();
        assert!(ran.err.starts_with(&format!("Error: {file}:2:id: ")), "{ran:?}");
    }
    for (file, column) in [("openings.csv", "loan"), ("attendance.csv", "group")] {
        let folder = with_everything().imported();
        folder.change(file, ",sửa,Hoa", ",sửa,Mai");
        assert_eq!(folder.import().code, 0, "{file}");
        folder.change(file, ",sửa,", ",khác,");
        let ran = folder.import();
        assert!(ran.err.starts_with(&format!("Error: {file}:2:{column}: ")), "{ran:?}");
    }
}

#[test]
fn what_a_known_row_takes_back_is_part_of_what_it_says() {
    for (file, ..) in REVERSIBLE.into_iter().chain(COLLECTED) {
        let folder = with_everything().imported();
        folder.change(file, ",a1,lý do a3", ",a2,lý do a3");
        let ran = folder.import();
        assert!(ran.err.starts_with(&format!("Error: {file}:4:id: ")), "{file}: {ran:?}");
    }
}

#[test]
fn a_fact_of_the_book_can_be_taken_back_by_a_later_folder_and_only_once() {
    for (file, header, row, later) in REVERSIBLE.into_iter().chain(COLLECTED) {
        let folder = Folder::new();
        if file == "action_steps.csv" {
            let (file, header, row, _) = COLLECTED[3];
            with_pairs(&folder, file, header, &[("a2", row, "")]);
        }
        with_pairs(&folder, file, header, &[("a1", row, "")]);
        let folder = folder.imported();
        with_pairs(&folder, file, header, &[("a2", later, "a1")]);
        let ran = folder.import();
        assert!(ran.out.contains("Imported 1 rows"), "{file}: {ran:?}");
        with_pairs(&folder, file, header, &[("a3", later, "a1"), ("a4", later, "a2")]);
        let ran = folder.import();
        let places: Vec<&str> = ran.err.lines().collect();
        assert!(places[0].starts_with(&format!("Error: {file}:2:reverses: ")), "{ran:?}");
        assert!(places[1].starts_with(&format!("{file}:3:reverses: ")), "{ran:?}");
        assert_eq!(folder.run(&["check"]).code, 0);
    }
}

#[test]
fn some_of_the_trailing_columns_or_another_order_is_a_fault() {
    let with_trail = |trail: &'static str| {
        ["openings.csv", "disbursements.csv", "loan_changes.csv", "attendance.csv", "visits.csv"]
            .into_iter()
            .chain(["visit_lines.csv", "group_checks.csv"])
            .chain(COLLECTED.map(|(file, ..)| file))
            .map(move |file| (file, trail))
    };
    let money = ["payments.csv", "savings.csv"].map(|file| (file, MONEY_TRAIL));
    for (file, trail) in with_trail(TRAIL).chain(money) {
        let folder = with_everything();
        let header = |folder: &Folder| folder.read(file).lines().next().map(str::to_owned);
        let own = header(&folder).expect("a header").replace(&format!(",{trail}"), "");
        let columns: Vec<&str> = trail.split(',').collect();
        let less = format!("{own},{}\n", columns[..4].join(","));
        folder.write(file, less);
        refused(&folder, &[&format!("{file}:1:machine")]);
        let swapped = trail.replace("recorded_by,recorded_at", "recorded_at,recorded_by");
        folder.write(file, format!("{own},{swapped}\n"));
        refused(&folder, &[&format!("{file}:1:recorded_by")]);
    }
}

#[test]
fn a_moment_of_recording_that_is_none() {
    for (at, good) in [
        ("2025-09-01T02:00:00Z", true),
        ("2025-09-01T09:00:00.123456+07:00", true),
        ("2025-09-01", true),
        ("", true),
        ("2025-09-31", false),
        ("2025-09-01T02:00:00", false),
        ("01/09/2025", false),
        ("sáng", false),
    ] {
        let folder = with_everything();
        folder.change("attendance.csv", "2025-09-01T02:00:00Z", at);
        if good {
            let folder = folder.imported();
            let out = folder.beside("out");
            export(&folder.book(), &out);
            let text = std::fs::read_to_string(out.join("attendance.csv")).expect("a file");
            assert!(text.contains(&format!(",Hoa,{at}")), "stored as it was given: {text}");
        } else {
            refused(&folder, &["attendance.csv:2:recorded_at"]);
        }
    }
}
