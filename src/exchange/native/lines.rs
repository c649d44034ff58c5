//! The lines of one CSV file, one at a time, with their true numbers.

use super::fault::{Faults, Wrong};
use super::row::Row;
use super::tables::Table;
use csv::{ByteRecord, Reader, ReaderBuilder, Terminator};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

/// No file of a book has more lines: a province has some ten million facts.
const MOST_ROWS: u64 = 50_000_000;
/// No file of a book is larger.
const MOST_BYTES: u64 = 8 << 30;
/// Progress is said every so many lines.
const SAID_EVERY: u64 = 2_000;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was read.
    Read,
    /// It is not there, and need not be.
    Absent,
    /// It could not be read; the fault is taken down.
    Failed,
}

/// Reads a file line by line; `each` gets every line that has the right number of cells.
pub(super) fn read(
    folder: &Path,
    table: &'static Table,
    faults: &mut Faults,
    progress: &mut dyn FnMut(u64),
    each: &mut dyn FnMut(&mut Row<'_>),
) -> Outcome {
    match try_read(folder, table, faults, progress, each) {
        Ok(outcome) => outcome,
        Err(error) => {
            faults.add(table.file, None, "", "", Wrong::Unreadable(error.to_string()));
            Outcome::Failed
        }
    }
}

fn try_read(
    folder: &Path,
    table: &'static Table,
    faults: &mut Faults,
    progress: &mut dyn FnMut(u64),
    each: &mut dyn FnMut(&mut Row<'_>),
) -> io::Result<Outcome> {
    let path = folder.join(table.file);
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if table.optional {
                return Ok(Outcome::Absent);
            }
            faults.add(table.file, None, "", "", Wrong::MissingFile);
            return Ok(Outcome::Failed);
        }
        Err(error) => return Err(error),
    };
    if file.metadata()?.len() > MOST_BYTES {
        faults.add(table.file, None, "", "", Wrong::TooLarge(MOST_BYTES));
        return Ok(Outcome::Failed);
    }
    let mut lines = Lines::new(file);
    let mut record = ByteRecord::new();
    if lines.next(&mut record)?.is_none() || !header(table, &record, faults) {
        if record.is_empty() {
            let all = table.columns.join(",");
            let first = table.columns.first().copied().unwrap_or_default();
            faults.add(table.file, Some(1), first, "", Wrong::MissingColumn(all));
        }
        return Ok(Outcome::Failed);
    }
    let cells = record.len();
    let (mut rows, mut said) = (0, 0);
    while let Some(line) = lines.next(&mut record)? {
        rows += 1;
        if rows > MOST_ROWS {
            faults.add(table.file, Some(line), "", "", Wrong::TooManyRows(MOST_ROWS));
            return Ok(Outcome::Failed);
        }
        if record.len() == cells {
            each(&mut Row::new(table, line, &record, faults));
        } else {
            let found = record.len().to_string();
            faults.at(table, line, "", &found, Wrong::Cells(cells));
        }
        if rows % SAID_EVERY == 0 {
            progress(lines.bytes() - said);
            said = lines.bytes();
        }
    }
    progress(lines.bytes() - said);
    Ok(Outcome::Read)
}

/// Whether the header is the one of the table: its columns, then all or none of the trail.
fn header(table: &'static Table, record: &ByteRecord, faults: &mut Faults) -> bool {
    let found: Vec<String> =
        record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    let with_trail: Vec<&str> = table.columns.iter().chain(table.trail).copied().collect();
    if found == table.columns || (!table.trail.is_empty() && found == with_trail) {
        return true;
    }
    let trailing = table.trail.iter().any(|column| found.contains(column));
    let expected = if trailing { with_trail } else { table.columns.to_vec() };
    let all = expected.join(",");
    let mut named = false;
    for column in expected.iter().filter(|column| !found.contains(column)) {
        let wrong = Wrong::MissingColumn(all.clone());
        faults.add(table.file, Some(1), column, &found.join(","), wrong);
        named = true;
    }
    for (at, column) in found.iter().enumerate() {
        let twice = found.iter().take(at).any(|earlier| earlier == column);
        if twice || !expected.contains(column) {
            faults.add(table.file, Some(1), column, column, Wrong::UnknownColumn(all.clone()));
            named = true;
        }
    }
    if !named {
        let other = expected.iter().zip(&found).find(|(expected, found)| expected != found);
        if let Some((expected, found)) = other {
            let wrong = Wrong::ColumnOrder((*expected).to_owned());
            faults.add(table.file, Some(1), expected, found, wrong);
        }
    }
    false
}

/// A CSV reader that knows on which line a record begins.
struct Lines {
    reader: Reader<UnixLines<File>>,
}

impl Lines {
    fn new(file: File) -> Lines {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .terminator(Terminator::Any(b'\n'))
            .from_reader(UnixLines { inner: BufReader::new(file), held: false });
        Lines { reader }
    }

    fn bytes(&self) -> u64 {
        self.reader.position().byte()
    }

    /// Reads the next record; the number of the line on which it begins.
    fn next(&mut self, record: &mut ByteRecord) -> io::Result<Option<u64>> {
        let before = self.reader.position().line();
        if !self.reader.read_byte_record(record)? {
            return Ok(None);
        }
        let inside: usize = record.iter().flatten().filter(|byte| **byte == b'\n').count();
        // Blank lines before it are skipped, and belong to no record.
        let passed = self.reader.position().line().saturating_sub(before);
        let blank = passed.saturating_sub(inside as u64 + 1);
        Ok(Some(before + blank))
    }
}

/// Makes `\r\n` a plain `\n`, so that both count as one line.
struct UnixLines<R> {
    inner: BufReader<R>,
    held: bool,
}

impl<R: Read> Read for UnixLines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        // A `\r` is held back until it is known what follows; so it takes one place of `out`.
        let Some(space) = out.get_mut(usize::from(self.held)..).filter(|space| !space.is_empty())
        else {
            return Ok(0);
        };
        let count = self.inner.read(space)?;
        let start = usize::from(self.held);
        if count == 0 {
            return Ok(if std::mem::take(&mut self.held) { put(out, 0, b'\r') } else { 0 });
        }
        let mut end = 0;
        for at in start..start + count {
            let byte = out.get(at).copied().unwrap_or_default();
            if self.held && byte != b'\n' {
                end += put(out, end, b'\r');
            }
            self.held = byte == b'\r';
            if !self.held {
                end += put(out, end, byte);
            }
        }
        // All that was read may have been a single `\r`: nothing is not the end.
        if end == 0 { self.read(out) } else { Ok(end) }
    }
}

fn put(out: &mut [u8], at: usize, byte: u8) -> usize {
    out.get_mut(at).map_or(0, |place| {
        *place = byte;
        1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unix(text: &[u8], chunk: usize) -> Vec<u8> {
        let mut reader = UnixLines { inner: BufReader::new(text), held: false };
        let (mut all, mut buffer) = (Vec::new(), vec![0; chunk]);
        loop {
            let count = reader.read(&mut buffer).expect("reading memory");
            if count == 0 {
                return all;
            }
            all.extend_from_slice(&buffer[..count]);
        }
    }

    #[test]
    fn line_ends_of_windows_become_plain_ones_whatever_the_size_of_the_pieces() {
        for chunk in [2, 3, 4, 5, 64] {
            assert_eq!(
                unix(b"a\r\nb\r\r\nc\rd\r\n\r\n\r", chunk),
                b"a\nb\r\nc\rd\n\n\r",
                "{chunk}"
            );
        }
    }

    #[test]
    fn a_record_knows_the_line_on_which_it_begins() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lines.csv");
        for text in
            ["\u{feff}a,b\r\n1,2\r\n\r\n\"x\r\ny\",3\r\n4,5", "a,b\n1,2\n\n\"x\ny\",3\n4,5\n"]
        {
            std::fs::write(&path, text).expect("a file");
            let mut lines = Lines::new(File::open(&path).expect("the file"));
            let mut record = ByteRecord::new();
            let mut found = Vec::new();
            while let Some(line) = lines.next(&mut record).expect("a record") {
                found.push((line, String::from_utf8_lossy(&record[0]).into_owned()));
            }
            let expected = [(1, "a"), (2, "1"), (4, "x\ny"), (6, "4")];
            let expected = expected.map(|(line, cell)| (line, cell.to_owned()));
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
