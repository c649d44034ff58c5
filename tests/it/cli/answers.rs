//! Reports, options and exit codes.

use super::folder::{Folder, LOAN};
use serde_json::Value;

#[test]
fn json_has_the_keys_of_the_contract_in_their_order() {
    let folder = Folder::new().imported();
    let ran = folder.run(&["report", "loan", LOAN, "--format", "json"]);
    let loan: Value = serde_json::from_str(&ran.out).expect("JSON");
    let keys: Vec<&str> = loan.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "as_of",
            "loan",
            "member",
            "name",
            "group",
            "programme",
            "principal",
            "disbursed",
            "outstanding",
            "overdue",
            "frozen",
            "days_overdue",
            "status",
            "inactive",
            "last_movement",
            "settled_on",
            "interest",
            "next_session",
            "instalments",
        ]
    );
    assert_eq!(loan["as_of"], "2026-10-15");
}

#[test]
fn every_report_answers_in_every_format() {
    let folder = Folder::new().imported();
    for report in [
        &["loan", LOAN][..],
        &["loans", "--all"][..],
        &["due", "--session", "next"][..],
        &["overdue"][..],
        &["ratios", "--scope", "commune:000001,association:12"][..],
        &["scores", "--level", "group"][..],
        &["scores", "--level", "commune"][..],
        &["visits-due"][..],
        &["coverage", "--year", "2026"][..],
        &["portfolio", "--by", "household"][..],
        &["migration", "--level", "village", "--from", "2025-12-31"][..],
        &["progress", "--scope", "association:11"][..],
        &["audit", "--scope", "point:0000011"][..],
    ] {
        for format in ["table", "json", "csv"] {
            let mut arguments = vec!["report"];
            arguments.extend(report);
            arguments.extend(["--format", format]);
            let ran = folder.run(&arguments);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
            if format == "json" {
                serde_json::from_str::<Value>(&ran.out).expect("JSON");
            }
        }
    }
}

#[test]
fn a_table_of_ratios_says_percentages_and_never_zero_where_nothing_is_measured() {
    let folder = Folder::new().imported();
    let ran = folder.run(&["report", "ratios", "--scope", "group:0700001", "--lang", "vi"]);
    let line = |name: &str| {
        let found = ran.out.lines().find(|line| line.starts_with(name));
        found.unwrap_or_else(|| panic!("{name}: {}", ran.out)).to_owned()
    };
    assert!(line("tỷ lệ nợ quá hạn").ends_with(" %"));
    // A single group has no share of good groups.
    assert!(line("tổ xếp loại tốt").ends_with("không phát sinh"));
    assert!(!ran.out.contains("0,000000"), "{}", ran.out);
}

#[test]
fn what_does_not_exist_is_exit_2_with_what_does() {
    let folder = Folder::new().imported();
    for (arguments, said) in [
        (&["report", "weather"][..], "loans"),
        (&["report", "loan", "99"][..], LOAN),
        (&["report", "loan"][..], LOAN),
        (&["report", "loans", "--scope", "planet:1"][..], "commune:…"),
        (&["report", "loans", "--scope", "commune:9"][..], "000001"),
        (&["report", "due", "--session", "2026-10-14"][..], "2026-10-15"),
        (&["report", "due", "--session", "soon"][..], "2026-10-15"),
        (&["report", "scores", "--level", "street"][..], "village"),
        (&["report", "scores"][..], "--level"),
        (&["report", "portfolio"][..], "household"),
        (&["report", "migration", "--level", "group"][..], "--from"),
        (&["report", "migration", "--level", "group", "--from", "2026-10-16"][..], "2026-10-15"),
        (&["report", "progress", "--from", "2026-01-01"][..], "--from"),
        (&["report", "overdue", "--year", "2026"][..], "--year"),
        (&["report", "loans", "--as-of", "2026-02-30"][..], "--as-of"),
        (&["report", "loans", "--known-on", "2026-02-30"][..], "--known-on"),
        (&["report", "loans", "--format", "xml"][..], "table, json, csv"),
        (&["report", "loans", "--lang", "fr"][..], "vi, en"),
        (&["report", "loans", "--colour"][..], "--colour"),
        (&["weather"][..], "report"),
        (&["import"][..], "PATH"),
        (&["report", "loans", "--as-of"][..], "--as-of"),
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.err.lines().count()), (2, 1), "{arguments:?} {ran:?}");
        assert!(ran.err.contains(said), "{said} in {}", ran.err);
    }
}

#[test]
fn messages_come_in_the_chosen_language() {
    let folder = Folder::new().imported();
    let ran = folder.run(&["--lang", "vi", "report", "weather"]);
    assert!(ran.err.starts_with("Lỗi: report không có “weather”; hiện có: "), "{}", ran.err);
    let ran = folder.run(&["--lang=vi", "import", "--colour"]);
    assert!(ran.err.starts_with("Lỗi: không có tham số “--colour”"), "{}", ran.err);
    let help = folder.run(&["--lang", "vi", "record", "--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("Cách dùng: tkvv record"), "{}", help.out);
}

#[test]
fn without_a_book_nothing_is_made_and_the_way_on_is_said() {
    let folder = Folder::new();
    for arguments in [&["report", "loans"][..], &["check"][..], &[][..]] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{arguments:?} {ran:?}");
        assert!(ran.err.contains("tkvv import"), "{}", ran.err);
        assert!(!folder.book().exists());
    }
}

#[test]
fn screens_without_a_terminal_say_so() {
    let folder = Folder::new().imported();
    for arguments in [&[][..], &["demo"][..]] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.err.lines().count()), (2, 1), "{arguments:?} {ran:?}");
    }
}

#[test]
fn an_answer_goes_into_a_file_whole() {
    let folder = Folder::new().imported();
    let path = folder.beside("loans.csv");
    let text = path.display().to_string();
    let ran = folder.run(&["report", "loans", "--format", "csv", "--output", &text]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    let written = std::fs::read_to_string(&path).expect("the file");
    assert!(written.starts_with("as_of,loan,member,name,"), "{written}");
    assert_eq!(written.lines().count(), 2);
    let ran = folder.run(&["report", "loans", "--output", "/nowhere/at/all.csv"]);
    assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{ran:?}");
}

#[test]
fn a_rulebook_takes_the_place_of_the_shipped_ones_and_a_fault_in_it_is_named() {
    let folder = Folder::new().imported();
    let rules = folder.beside("rules.toml");
    let text = rules.display().to_string();
    let loans = ["report", "loan", LOAN, "--format", "json", "--rules", &text];
    let sample =
        "effective_from = 2020-01-01\ntitle = \"Thử\"\nsource = \"thử\"\nverified = false\n";
    std::fs::write(&rules, format!("{sample}[interest]\nday_count = 360\n")).expect("a file");
    let ran = folder.run(&loans);
    assert_eq!(ran.code, 0, "{ran:?}");
    let plain = folder.run(&loans[..5]);
    assert_ne!(ran.out, plain.out, "interest on another year");
    std::fs::write(&rules, format!("{sample}[interest]\nday_count = \"x\"\n")).expect("a file");
    let ran = folder.run(&loans);
    assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{ran:?}");
    assert!(ran.err.contains("rules.toml: line 6: "), "{}", ran.err);
}
