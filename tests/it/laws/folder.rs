//! A native folder as plain rows of text, so that a law can change it as a person with a
//! spreadsheet could: shuffle it, tear rows out, rename codes, add rows.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;
use tkvv::domain::day::Day;
use tkvv::domain::record::Batch;
use tkvv::domain::stamp::Stamp;
use tkvv::exchange::native::{Reader, export};
use tkvv::office::Office;

/// The cells of a row, by the order of the header.
pub type Row = Vec<String>;

/// The trailing columns that a law writes (contract.md, section 2).
const TRAIL: [&str; 5] = ["reverses", "reason", "recorded_by", "recorded_at", "machine"];

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub header: Row,
    pub rows: Vec<Row>,
}

/// The files by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    pub files: BTreeMap<String, Table>,
}

/// A folder in memory where there is such a thing: an export waits for the disk file by file.
fn beside() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.expect("a folder")
}

impl Table {
    /// Where a column stands.
    pub fn at(&self, column: &str) -> usize {
        let found = self.header.iter().position(|name| name == column);
        found.unwrap_or_else(|| panic!("no column {column} in {:?}", self.header))
    }

    /// Whether it has a column.
    pub fn has(&self, column: &str) -> bool {
        self.header.iter().any(|name| name == column)
    }

    /// Its rows with the named cells first.
    pub fn cells<const N: usize>(&self, columns: [&str; N]) -> Vec<[&str; N]> {
        let at = columns.map(|column| self.at(column));
        self.rows.iter().map(|row| at.map(|at| row[at].as_str())).collect()
    }
}

impl Folder {
    /// A file; an optional one that is missing has no rows.
    pub fn table(&self, file: &str) -> Option<&Table> {
        self.files.get(file)
    }

    /// The cells of a file, none where it is missing.
    pub fn cells<const N: usize>(&self, file: &str, columns: [&str; N]) -> Vec<[&str; N]> {
        self.table(file).map(|table| table.cells(columns)).unwrap_or_default()
    }

    /// Begins a file.
    pub fn begin(&mut self, file: &str, header: &str) {
        let header = header.split(',').map(ToOwned::to_owned).collect();
        self.files.insert(file.to_owned(), Table { header, rows: Vec::new() });
    }

    /// Adds a row to a file that was begun.
    pub fn add<const N: usize>(&mut self, file: &str, cells: [String; N]) {
        let table = self.files.get_mut(file).expect("a file");
        assert_eq!(table.header.len(), N, "{file}");
        table.rows.push(cells.to_vec());
    }

    /// Keeps the rows of a file for which a cell says so.
    pub fn keep(&mut self, file: &str, column: &str, says: impl Fn(&str) -> bool) {
        if let Some(table) = self.files.get_mut(file) {
            let at = table.at(column);
            table.rows.retain(|row| says(&row[at]));
        }
    }

    /// Adds the trailing columns, empty, to a fact file that has none yet.
    pub fn with_trail(&mut self, file: &str) -> &mut Table {
        let table = self.files.get_mut(file).expect(file);
        if !table.has("machine") {
            let money = file == "payments.csv" || file == "savings.csv";
            let mut more: Vec<&str> = TRAIL.to_vec();
            if money {
                more = vec!["reason", "collected_by", "recorded_by", "recorded_at", "machine"];
            }
            let width = table.header.len() + more.len();
            table.header.extend(more.into_iter().map(ToOwned::to_owned));
            table.rows.iter_mut().for_each(|row| row.resize(width, String::new()));
        }
        table
    }

    /// Reads a folder of the disk.
    pub fn read(folder: &Path) -> Folder {
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|kind| kind == "csv") {
                let mut reader = csv::Reader::from_path(&path).expect("a file");
                let texts = |row: &csv::StringRecord| row.iter().map(ToOwned::to_owned).collect();
                let header = texts(reader.headers().expect("a header"));
                let rows = reader.records().map(|row| texts(&row.expect("a row"))).collect();
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                files.insert(name, Table { header, rows });
            }
        }
        Folder { files }
    }

    /// What the program writes of a book.
    pub fn written(book: &Batch) -> Folder {
        let beside = beside();
        let out = beside.path().join("out");
        export::write(&out, book).expect("written");
        Folder::read(&out)
    }

    /// Writes it to the disk.
    pub fn write(&self, folder: &Path) {
        for (name, table) in &self.files {
            let mut writer = csv::Writer::from_path(folder.join(name)).expect("a file");
            writer.write_record(&table.header).expect("written");
            table.rows.iter().for_each(|row| writer.write_record(row).expect("written"));
            writer.flush().expect("written");
        }
    }

    /// A new book with this in it.
    pub fn taken_in(&self) -> Office {
        let mut office = Office::in_memory().expect("a book");
        self.taken_into(&mut office, Stamp::EPOCH);
        office
    }

    /// Takes it into a book that may have rows already.
    pub fn taken_into(&self, office: &mut Office, now: Stamp) {
        let folder = beside();
        self.write(folder.path());
        let book = office.whole().expect("the book");
        let today = Day::parse_iso("2035-01-01").expect("a day");
        let reader = Reader { book: &book, today, group_size: (5, 60) };
        let reading = reader.read(folder.path(), &mut |_| {});
        let batch = reading.unwrap_or_else(|refused| panic!("{:?}", refused.faults)).batch;
        office.import(&batch, now, &mut |_| {}, &AtomicBool::new(false)).expect("taken in");
    }
}
