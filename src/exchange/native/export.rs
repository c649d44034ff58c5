//! Writing the whole book as a native folder: sorted, so that the same book gives the same bytes,
//! and never half there.

mod cells;

use super::tables::{self, Table};
use super::{book_toml, rulebooks};
use crate::domain::record::Batch;
use csv::{Terminator, Writer, WriterBuilder};
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Writes the book into a folder that is made by it: whole, or not at all. A folder that is there
/// must be empty.
///
/// # Errors
/// What the system says; then there is no folder.
pub fn write(folder: &Path, book: &Batch) -> io::Result<()> {
    let mut writing = Writing::begin(folder)?;
    writing.add(book)?;
    writing.finish()
}

/// A folder that is being written, part after part. What was written vanishes with the value,
/// unless it is finished.
#[derive(Debug)]
pub struct Writing {
    made: TempDir,
    folder: PathBuf,
    files: Vec<(&'static Table, Option<Sheet>)>,
    said: Batch,
}

impl Writing {
    /// Begins to write beside the folder, which must be empty or not there.
    ///
    /// # Errors
    /// What the system says.
    pub fn begin(folder: &Path) -> io::Result<Writing> {
        if fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_some()) {
            return Err(io::Error::from(io::ErrorKind::DirectoryNotEmpty));
        }
        let beside = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
        let beside = beside.unwrap_or(Path::new("."));
        fs::create_dir_all(beside)?;
        let made = tempfile::Builder::new().prefix(".tkvv-export-").tempdir_in(beside)?;
        let files = tables::ALL.iter().map(|table| (*table, None)).collect();
        Ok(Writing { made, folder: folder.to_path_buf(), files, said: Batch::default() })
    }

    /// Adds the rows of a part, in order among themselves; what the first part says of the book
    /// counts.
    ///
    /// # Errors
    /// What the system says.
    pub fn add(&mut self, part: &Batch) -> io::Result<()> {
        for (table, mut rows) in cells::all(part) {
            rows.sort_by(|one, other| one.order.cmp(&other.order));
            let Some((_, sheet)) = self.files.iter_mut().find(|(known, _)| *known == table) else {
                continue;
            };
            match sheet {
                Some(sheet) => sheet.rows(&rows)?,
                None if rows.is_empty() => {}
                None => *sheet = Some(Sheet::begin(self.made.path(), table, &rows)?),
            }
        }
        for rulebook in &part.rulebooks {
            let name = rulebooks::name(rulebook.effective_from());
            put(self.made.path(), &name, rulebook.text())?;
        }
        self.said.title = self.said.title.take().or(part.title.clone());
        self.said.home = self.said.home.take().or(part.home.clone());
        self.said.as_of = self.said.as_of.or(part.as_of);
        Ok(())
    }

    /// Puts the folder in its place.
    ///
    /// # Errors
    /// What the system says; then there is no folder.
    pub fn finish(self) -> io::Result<()> {
        let Writing { made, folder, files, said } = self;
        for (table, sheet) in files {
            match sheet {
                Some(sheet) => sheet.finish()?,
                None => Sheet::begin(made.path(), table, &[])?.finish()?,
            }
        }
        put(made.path(), book_toml::FILE, &book_toml::write(&said))?;
        put(made.path(), "README.md", include_str!("export/readme.md"))?;
        if folder.is_dir() {
            fs::remove_dir(&folder)?;
        }
        fs::rename(made.path(), &folder)?;
        // Its old name is gone: there is nothing left to be taken away.
        let _ = made.keep();
        Ok(())
    }
}

fn put(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let mut file = fs::File::create(folder.join(name))?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// One row: its cells in the order of the table, and what it is sorted by.
#[derive(Debug)]
pub(super) struct Row {
    order: Vec<String>,
    cells: Vec<String>,
}

/// A file of the folder, open for further rows.
#[derive(Debug)]
struct Sheet(Writer<BufWriter<fs::File>>);

impl Sheet {
    /// Makes the file with its first rows, which say whether it has the further columns.
    fn begin(folder: &Path, table: &Table, rows: &[Row]) -> io::Result<Sheet> {
        let with_trail = !table.trail.is_empty()
            && rows.iter().all(|row| row.cells.len() > table.columns.len())
            && !rows.is_empty();
        let file = fs::File::create(folder.join(table.file))?;
        let out = BufWriter::new(file);
        let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(out);
        let trail = if with_trail { table.trail } else { &[] };
        writer.write_record(table.columns.iter().chain(trail))?;
        let mut sheet = Sheet(writer);
        sheet.rows(rows)?;
        Ok(sheet)
    }

    fn rows(&mut self, rows: &[Row]) -> io::Result<()> {
        for row in rows {
            self.0.write_record(&row.cells)?;
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        self.0.flush()?;
        let out = self.0.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
        out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    }
}
