//! The facts of a scenario as a native folder, read and taken into a book by the program's own
//! doors. What a scenario does not say comes from a plain commune.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use tkvv::domain::day::Day;
use tkvv::domain::record::Batch;
use tkvv::exchange::native::tables::{self, Table};
use tkvv::exchange::native::{Fault, Reader};
use tkvv::office::{Office, Stamp};

/// The plain commune: one village, one point, one group, one member. A file that a scenario gives
/// takes the place of the one here.
const PLAIN: [(&str, &str); 6] = [
    ("places", "code,kind,parent\n94,province,\n940001,commune,94\n94000101,village,940001"),
    ("points", "code\nP1"),
    ("groups", "code\nG1"),
    ("members", "code\nM1"),
    ("loans", "code"),
    ("payments", "id"),
];

/// What stands in a column that a scenario leaves out; `#` is the number of the row.
const DEFAULTS: [(&str, &str, &str); 39] = [
    ("places", "name", "Nơi #"),
    ("places", "difficult", "0"),
    ("points", "commune", "940001"),
    ("points", "name", "Điểm #"),
    ("points", "session_day", "15"),
    ("groups", "village", "94000101"),
    ("groups", "point", "P1"),
    ("groups", "association", "12"),
    ("groups", "founded_on", "2015-01-01"),
    ("members", "group", "G1"),
    ("members", "name", "Trần Thị Mẫu"),
    ("members", "joined_on", "2015-01-01"),
    ("loans", "member", "M1"),
    ("loans", "programme", "19"),
    ("loans", "term_months", "36"),
    ("loans", "purpose", "Nuôi bò"),
    ("disbursements", "id", "d#"),
    ("payments", "id", "p#"),
    ("payments", "place", "point"),
    ("payments", "receipt", "BL#"),
    ("savings", "id", "s#"),
    ("savings", "kind", "deposit"),
    ("loan_changes", "id", "c#"),
    ("attendance", "group", "G1"),
    ("visits", "group", "G1"),
    ("visits", "kind", "annual"),
    ("visits", "association", "12"),
    ("visits", "visitor", "Lê Thị Hội"),
    ("group_checks", "id", "k#"),
    ("group_checks", "group", "G1"),
    ("group_checks", "visitor", "Lê Thị Hội"),
    ("group_checks", "item", "board"),
    ("group_checks", "answer", "yes"),
    ("contacts", "id", "t#"),
    ("contacts", "loan", "L1"),
    ("contacts", "how", "phone"),
    ("contacts", "said", "hẹn"),
    ("cash_counts", "id", "n#"),
    ("cash_counts", "group", "G1"),
];

/// A book with the rows in it, or the faults for which they are refused.
pub(super) fn take_in(
    given: &BTreeMap<String, String>,
    today: &str,
) -> Result<Office, Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    for name in given.keys() {
        assert!(table(name).is_some(), "there is no {name}.csv");
    }
    for (name, rows) in PLAIN {
        if !given.contains_key(name) {
            write(folder.path(), name, rows);
        }
    }
    for (name, rows) in given {
        write(folder.path(), name, rows);
    }
    let known = Batch::default();
    let today = Day::parse_iso(today).expect("a day");
    let reader = Reader { book: &known, today, group_size: (0, u32::MAX) };
    let reading = reader
        .read(folder.path(), &mut |_| {})
        .map_err(|refused| refused.faults.iter().map(place).collect::<Vec<String>>())?;
    let mut office = Office::in_memory().expect("a book");
    let imported =
        office.import(&reading.batch, Stamp::EPOCH, &mut |_| {}, &AtomicBool::new(false));
    imported.map_err(|trouble| vec![format!("{trouble:?}")])?;
    Ok(office)
}

fn place(fault: &Fault) -> String {
    let line = fault.line.map(|line| line.to_string()).unwrap_or_default();
    format!("{}:{line}:{}", fault.file, fault.column)
}

fn table(name: &str) -> Option<&'static Table> {
    tables::ALL.iter().find(|table| table.file.strip_suffix(".csv") == Some(name)).copied()
}

/// Writes a file with all of its columns, those that are not given filled up.
fn write(folder: &Path, name: &str, rows: &str) {
    let table = table(name).expect(name);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(rows.as_bytes());
    let given = reader.headers().expect("a header").clone();
    for column in &given {
        assert!(table.column(column).is_some(), "{name}.csv has no column {column}");
    }
    let trail = given.iter().any(|column| table.trail.contains(&column));
    let further = if trail { table.trail } else { &[] };
    let columns: Vec<&str> = table.columns.iter().chain(further).copied().collect();
    let mut text = columns.join(",");
    for (number, row) in (1..).zip(reader.records()) {
        let row = row.unwrap_or_else(|fault| panic!("{name}.csv: {fault}"));
        let cells = columns.iter().map(|column| {
            let at = given.iter().position(|given| given == *column);
            at.map_or_else(|| default(name, column, number), |at| row[at].to_owned())
        });
        let cells: Vec<String> = cells.collect();
        let _ = write!(text, "\n{}", cells.join(","));
    }
    text.push('\n');
    std::fs::write(folder.join(table.file), text).expect("a file");
}

fn default(name: &str, column: &str, number: u32) -> String {
    let known = DEFAULTS.iter().find(|(table, of, _)| *table == name && *of == column);
    known.map_or_else(String::new, |(.., default)| default.replace('#', &number.to_string()))
}
