//! Four villages of the sample commune are made by the generator: what it makes is what stands in
//! `sample-data`. `UPDATE_SAMPLE=1 cargo test --test it growth` writes them anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tkvv::domain::day::Day;
use tkvv::domain::group::Association;
use tkvv::domain::record::Batch;
use tkvv::exchange::native::{Reader, export};
use tkvv::generate::{self, Fate, Grown, Plan, Temper};

/// The last group that was written by hand, with its stories.
const LAST_GROUP: &str = "0704015";
/// The last village with such groups.
const LAST_VILLAGE: &str = "00314704";

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data")
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect(text)
}

fn read() -> Batch {
    let today = day("2026-10-15");
    let reader = Reader { book: &Batch::default(), today, group_size: (5, 60) };
    reader.read(&sample(), &mut |_| ()).expect("the sample has no fault").batch
}

/// What is told of the new loans: enough for a month's work, and no story that is told already.
const CAST: [Fate; 36] = [
    Fate::StudentInGrace,
    Fate::LastLate1,
    Fate::VisitSoon,
    Fate::SettledEarlier,
    Fate::LateCounts,
    Fate::VisitPending,
    Fate::Extended,
    Fate::LastLate31,
    Fate::RolledOn,
    Fate::StudentInGrace,
    Fate::LateCounts,
    Fate::Undrawn,
    Fate::LastLate91,
    Fate::VisitSoon,
    Fate::LastLate1,
    Fate::SettledEarlier,
    Fate::RepaidLate,
    Fate::LateCounts,
    Fate::VisitPending,
    Fate::LastLate31,
    Fate::StudentAfter,
    Fate::WrongRepaid,
    Fate::LastLate181,
    Fate::VisitToday,
    Fate::LastLate91,
    Fate::Inactive,
    Fate::LateExempt,
    Fate::LastLate31,
    Fate::VisitLate,
    Fate::Left,
    Fate::LateCounts,
    Fate::Prepaid,
    Fate::LastLate181,
    Fate::Arrears,
    Fate::LastLate1,
    Fate::FreezeEnded,
];

/// How the villages are made that came to the commune on 1/7/2025.
fn plan(old: &Batch) -> Plan {
    let officials = [
        (Association::Farmers, "Phan Văn Lợi"),
        (Association::Farmers, "Nguyễn Minh Cảnh"),
        (Association::Women, "Trần Thị Bích"),
        (Association::Women, "Sơn Thị Mỹ Duyên"),
        (Association::Veterans, "Đỗ Văn Thắng"),
        (Association::Youth, "Lâm Hoàng Khang"),
        (Association::Youth, "Thạch Thị Kiều"),
    ];
    let grown = Grown {
        commune: "003147".into(),
        villages: 4,
        groups: 15,
        members: 2_000,
        loans: 20_000,
        points: Batch {
            points: old.points.clone(),
            session_changes: old.session_changes.clone(),
            ..Batch::default()
        },
        serving: vec!["0031471".into(), "0031472".into()],
        begin: day("2025-12-01"),
        last: day("2026-10-14"),
        names: ["Giồng Lức", "Vàm Bần", "Xóm Dừa", "Bàu Cát"].map(str::to_owned).to_vec(),
        officials: officials.map(|(of, name)| (of, name.to_owned())).to_vec(),
        phones: 1_000,
    };
    let [good, fair] = [Temper::Good, Temper::Fair];
    let tempers = vec![
        good,
        good,
        fair,
        good,
        good,
        Temper::Average,
        good,
        good,
        Temper::Weak,
        good,
        fair,
        good,
        good,
        good,
    ];
    Plan {
        villages: 4,
        groups: 14,
        members: 58,
        months: 44,
        loans_of_hundred: 142,
        as_of: day("2026-10-15"),
        troubles: 5,
        cast: CAST.to_vec(),
        tempers,
        grown: Some(grown),
        ..Plan::commune(29)
    }
}

type Rows = Vec<Vec<String>>;

/// The rows of a file, its header first.
fn rows(path: &Path) -> Rows {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).expect("a file");
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// Rows by file, as the sample has them: without who typed them.
fn made(plan: &Plan) -> BTreeMap<String, Rows> {
    let folder = tempfile::tempdir().expect("a folder");
    let csv = folder.path().join("csv");
    export::write(&csv, &generate::batch(plan)).expect("written");
    let files = std::fs::read_dir(&csv).expect("a folder").map(|file| file.expect("a file").path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .map(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
            let columns = rows(&sample().join(&name))[0].len();
            let mut rows = rows(&path);
            rows.remove(0);
            rows.iter_mut().for_each(|row| row.truncate(columns));
            (name, rows)
        })
        .collect()
}

/// The codes of all that was not written by hand.
fn grown_codes(book: &Batch) -> BTreeSet<&str> {
    let villages = book.places.iter().map(|place| place.code.as_str());
    let mut codes: BTreeSet<&str> =
        villages.filter(|code| code.len() == 8 && *code > LAST_VILLAGE).collect();
    let groups = book.groups.iter().map(|group| group.code.as_str());
    codes.extend(groups.filter(|code| *code > LAST_GROUP));
    for member in &book.members {
        if codes.contains(member.group.as_str()) {
            codes.insert(member.code.as_str());
        }
    }
    for loan in &book.loans {
        if codes.contains(loan.member.as_str()) {
            codes.insert(loan.code.as_str());
        }
    }
    codes
}

/// Where a row stands in its file.
fn order(file: &str, row: &[String]) -> Vec<String> {
    let columns: &[usize] = match file {
        "payments.csv" | "savings.csv" | "loan_changes.csv" | "disbursements.csv" => &[2, 0],
        "visits.csv" | "group_checks.csv" => &[2, 0],
        "attendance.csv" => &[1, 0],
        "bank_grades.csv" | "targets.csv" => &[0, 1, 2],
        "instalments.csv" => return vec![row[0].clone(), format!("{:0>5}", row[1])],
        // The places above stand around the villages as they did.
        "places.csv" => {
            return vec![if row[1] == "province" { "9" } else { "0" }.into(), row[0].clone()];
        }
        _ => &[0, 1],
    };
    columns.iter().map(|column| row[*column].clone()).collect()
}

#[test]
fn the_growth_of_the_sample_is_what_the_generator_makes() {
    let old = read();
    let made = made(&plan(&old));
    let codes = grown_codes(&old);
    for (name, made) in made {
        let path = sample().join(&name);
        let all = rows(&path);
        let grown = |row: &Vec<String>| row.iter().any(|cell| codes.contains(cell.as_str()));
        let (there, mut rest): (Rows, Rows) = all[1..].iter().cloned().partition(grown);
        if std::env::var_os("UPDATE_SAMPLE").is_some() {
            rest.extend(made);
            rest.sort_by_key(|row| order(&name, row));
            let mut out = csv::Writer::from_path(&path).expect("a file");
            out.write_record(&all[0]).expect("a header");
            rest.iter().for_each(|row| out.write_record(row).expect("a row"));
            out.flush().expect("written");
            continue;
        }
        let sorted = |rows: Rows| rows.into_iter().collect::<BTreeSet<_>>();
        assert!(sorted(there) == sorted(made), "{name} is not as the generator makes it");
    }
}
