//! A collection day by commands alone: talks, the sheet, its cash, a mistake, the meeting after it.

use super::begin::{LOAN, begun, done, record};
use super::folder::{Folder, run_in};
use serde_json::{Value, json};

/// A commune with one loan, on which nothing was paid yet.
fn lent() -> Folder {
    let folder = begun();
    done(
        &folder,
        &format!(
            "loan code={LOAN} member=0000000001 programme=01 principal=20000000 \
             disbursed_on=2024-05-15 term_months=36"
        ),
    );
    folder
}

#[test]
fn each_kind_names_the_key_that_is_wrong() {
    let folder = lent();
    let talk = format!("contact loan={LOAN} day=2026-10-10");
    let cash = "cash group=0700001 session=2026-10-15";
    let meeting = "meeting area=960001 day=2026-10-15";
    let action = "action area=960001 day=2026-10-15 what=Gọi owner=Lan";
    done(&folder, "sheet group=0700001 session=2026-10-15 lines=0000000002::50000");
    done(&folder, &format!("{action} id=i1 due_on=2026-10-20"));
    for (line, key) in [
        (format!("{talk} how=letter"), "said"),
        (format!("{talk} how=dream said=x"), "how"),
        (talk.clone(), "how"),
        (format!("{talk} how=phone promised_amount=5"), "promised_by"),
        (format!("{talk} how=phone promised_by=2026-10-15"), "promised_amount"),
        (format!("{talk} how=phone promised_amount=0 promised_by=2026-10-15"), "promised_amount"),
        (format!("{talk} how=phone promised_amount=5 promised_by=2026-10-09"), "promised_by"),
        ("contact loan=66 day=2026-10-10 how=phone said=x".to_owned(), "loan"),
        (format!("contact loan={LOAN} day=2026-10-16 how=phone said=x"), "day"),
        (format!("{cash} expected=49999 counted=50000"), "expected"),
        (format!("{cash} expected=50000"), "counted"),
        (format!("{cash} expected=50000 counted=-1"), "counted"),
        (format!("{cash} expected=50000 counted=50000 notes=50x1000"), "notes"),
        (format!("{cash} expected=50000 counted=50000 notes=50000x2"), "notes"),
        (format!("{cash} expected=50000 counted=30000 by=Lan"), "because"),
        (format!("{cash} expected=50000 counted=30000 because=thiếu"), "by"),
        ("cash group=0700002 session=2026-10-15 expected=0 counted=0".to_owned(), "session"),
        ("cash group=0700001 session=2026-10-14 expected=0 counted=0".to_owned(), "session"),
        (meeting.to_owned(), "chair"),
        (format!("{meeting} chair=Tám session=2026-10-16"), "session"),
        ("meeting area=99 day=2026-10-15 chair=Tám".to_owned(), "area"),
        (action.to_owned(), "due_on"),
        (format!("{action} due_on=2026-10-14"), "due_on"),
        (format!("{action} due_on=2026-10-15 meeting=m9"), "meeting"),
        ("step action=i9 day=2026-10-15 kind=done result=xong".to_owned(), "action"),
        ("step action=i1 day=2026-10-15 kind=done".to_owned(), "result"),
        ("step action=i1 day=2026-10-15 kind=over result=xong".to_owned(), "kind"),
        ("step action=i1 day=2026-10-15 kind=reopened result=xong".to_owned(), "kind"),
        ("step action=i1 day=2026-10-14 kind=done result=xong".to_owned(), "day"),
        ("sheet group=0700001 session=2026-10-15 lines=0000000001:5".to_owned(), "note"),
        ("sheet group=0700001 session=2026-10-15 lines=0000000003:::1".to_owned(), "withdrawal"),
        (
            format!("payment loan={LOAN} day=2026-10-14 kind=interest amount=5 place=group"),
            "reason",
        ),
    ] {
        let ran = record(&folder, &line);
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{line}: {ran:?}");
        assert!(ran.err.contains(&format!("{key}: ")), "{line}: {}", ran.err);
    }
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn a_day_goes_in_comes_out_and_says_who_stands_behind_what_was_taken_back() {
    let folder = lent();
    let talk = format!(
        "contact id=t1 loan={LOAN} day=2026-10-10 how=home talker=Bích said=chờ__lúa \
         promised_amount=500000 promised_by=2026-10-15"
    );
    assert_eq!(done(&folder, &talk), "t1");
    assert_eq!(done(&folder, &talk), "t1", "the same again saves once");
    let sheet = "sheet id=s1 group=0700001 session=2026-10-15 attendance=leader \
                 lines=0000000001:500000:20000::mới__có__bấy__nhiêu;0000000002::30000";
    done(&folder, sheet);
    let cash = "cash id=c1 group=0700001 session=2026-10-15 expected=550000 counted=530000 \
                notes=500000x1__10000x3 by=Người__1 because=thiếu__một__tờ__20.000";
    done(&folder, cash);
    let back = "reverse id=r1 reverses=s1-001-i1 day=2026-10-15 reason=ghi__nhầm";
    let alone = record(&folder, back);
    assert!(alone.code == 1 && alone.err.contains("confirmed_by: "), "{alone:?}");
    done(&folder, &format!("{back} confirmed_by=Trần__Thị__Bích"));
    let list = json!([
        {"record": "meeting", "id": "m1", "area": "960001", "day": "2026-10-15",
         "session": "2026-10-15", "chair": "Lê Văn Tám", "minutes": "đã xem bảng kê"},
        {"record": "action", "id": "i1", "area": "960001", "day": "2026-10-15", "meeting": "m1",
         "what": "Đến nhà hộ 1", "owner": "Bích", "due_on": "2026-10-20"},
        {"record": "step", "id": "k1", "action": "i1", "day": "2026-10-15", "kind": "done",
         "result": "đã đến"},
    ]);
    let ran = folder.run_with(&["record", "--json", "--format", "json"], &list.to_string());
    assert_eq!(ran.code, 0, "{ran:?}");
    let said: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(said[2]["id"], "k1");
    let (one, two) = (folder.beside("one"), folder.beside("two"));
    let second = folder.beside("second.db");
    assert_eq!(folder.run(&["export", &one.display().to_string()]).code, 0);
    assert_eq!(run_in(&second, &["import", &one.display().to_string()], "").code, 0);
    assert_eq!(run_in(&second, &["export", &two.display().to_string()], "").code, 0);
    let text = |file: &str| std::fs::read_to_string(one.join(file)).expect("a file");
    let rows = |file: &str| text(file).lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert!(
        rows("contacts.csv")[0]
            .starts_with(&format!("t1,{LOAN},2026-10-10,home,Bích,chờ lúa,500000,2026-10-15,"))
    );
    assert!(rows("cash_counts.csv")[0].starts_with(
        "c1,0700001,2026-10-15,550000,530000,500000x1 10000x3,Người 1,thiếu một tờ 20.000,"
    ));
    assert!(rows("confirmations.csv")[0].starts_with("r1-c,r1,2026-10-15,Trần Thị Bích,"));
    assert!(rows("actions.csv")[0].starts_with("i1,960001,2026-10-15,m1,Đến nhà hộ 1,Bích,"));
    for file in ["contacts.csv", "cash_counts.csv", "meetings.csv", "actions.csv"] {
        let again = std::fs::read_to_string(two.join(file)).expect("a file");
        assert_eq!(text(file), again, "{file}");
    }
    let audit = folder.run(&["report", "audit", "--lang", "en"]);
    for words in [
        "visit to the borrower's home 500.000 đ",
        "group's cash counted 530.000 đ; group 0700001",
        "confirmed by a second person: Trần Thị Bích; entry r1",
        "action item done; action item i1",
    ] {
        assert!(audit.out.contains(words), "{words}: {}", audit.out);
    }
}

#[test]
fn a_folder_that_half_promises_or_names_what_vanished_is_refused_where_it_stands() {
    let actions = "id,area,day,meeting,what,owner,due_on";
    let meetings = "id,area,day,session,chair,present,minutes,reverses,reason,recorded_by,\
                    recorded_at,machine";
    for (file, text, place) in [
        (
            "contacts.csv",
            format!(
                "id,loan,day,how,talker,said,promised_amount,promised_by\n\
                 t1,{LOAN},2025-07-15,phone,,hẹn,100000,\n"
            ),
            "contacts.csv:2:promised_by",
        ),
        (
            "contacts.csv",
            format!(
                "id,loan,day,how,talker,said,promised_amount,promised_by\n\
                 t1,{LOAN},2025-01-14,phone,,hẹn,,\n"
            ),
            "contacts.csv:2:day",
        ),
        (
            "cash_counts.csv",
            "id,group,session,expected,counted,notes,by,because\n\
             c1,0700001,2025-07-15,5000,4000,,Lan,\n"
                .to_owned(),
            "cash_counts.csv:2:because",
        ),
        (
            "confirmations.csv",
            "id,fact,day,by\nk1,p9,2025-07-15,Lan\n".to_owned(),
            "confirmations.csv:2:fact",
        ),
        (
            "actions.csv",
            format!("{actions}\ni1,000001,2025-07-15,m1,Gọi,Lan,2025-07-16\n"),
            "actions.csv:2:meeting",
        ),
    ] {
        let folder = Folder::new();
        // The meeting vanishes with the row that takes it back.
        folder.write(
            "meetings.csv",
            format!(
                "{meetings}\nm1,000001,2025-07-15,,Lan,,,,,,,\nm2,000001,2025-07-15,,Lan,,,m1,,,,\n"
            ),
        );
        folder.write(file, text);
        super::refused::refused(&folder, &[place]);
    }
    // A book whose action item stands does not let a folder take back the meeting that it names.
    let folder = Folder::new();
    folder.write("meetings.csv", format!("{meetings}\nm1,000001,2025-07-15,,Lan,,,,,,,\n"));
    folder.write("actions.csv", format!("{actions}\ni1,000001,2025-07-15,m1,Gọi,Lan,2025-07-16\n"));
    let folder = folder.imported();
    folder.remove("actions.csv");
    folder.write("meetings.csv", format!("{meetings}\nm2,000001,2025-07-15,,Lan,,,m1,,,,\n"));
    let ran = folder.import();
    assert!(ran.err.starts_with("Error: meetings.csv:2:reverses: "), "{ran:?}");
}
