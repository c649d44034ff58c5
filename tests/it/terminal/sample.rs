//! The sample commune as a book of its own for each test, taken in once by the program itself.

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;
use tkvv::domain::rulebook::Shelf;
use tkvv::office::{Office, OpenOptions};

static TAKEN_IN: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let mut import = Command::new(env!("CARGO_BIN_EXE_tkvv"));
    import.env("TKVV_TODAY", "2026-10-15").arg("--book").arg(&book).arg("import").arg(sample);
    import.assert().success();
    (folder, book)
});

/// A copy of the sample's book in a folder of its own.
pub struct Sample {
    folder: TempDir,
}

impl Sample {
    pub fn new() -> Sample {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::copy(&TAKEN_IN.1, folder.path().join("book.db")).expect("a copy");
        Sample { folder }
    }

    /// Where its book lies.
    pub fn book(&self) -> String {
        self.folder.path().join("book.db").display().to_string()
    }

    /// The book, opened beside the program or after it, to be asked.
    pub fn ask(&self) -> Office {
        let shelf = Shelf::shipped().expect("the shipped rulebooks");
        let options = OpenOptions { read_only: true, who: "test".to_owned(), shelf };
        Office::open(Path::new(&self.book()), options).expect("the book opens")
    }
}
