//! A book's own rulebooks as files: `rulebook-*.toml` in a native folder, or one file by itself.

use super::Reading;
use super::fault::{Faults, Wrong};
use crate::domain::day::Day;
use crate::domain::record::Batch;
use crate::domain::rulebook::OwnRulebook;
use std::path::Path;

/// The name under which an export writes one.
pub(super) fn name(effective_from: Day) -> String {
    format!("rulebook-{effective_from}.toml")
}

/// Whether a path is that of a rulebook by itself.
pub(super) fn is_one(path: &Path) -> bool {
    let of_toml = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
    of_toml && path.is_file() && path.file_name().is_none_or(|name| name != super::book_toml::FILE)
}

/// Reads one by itself.
pub(super) fn single(path: &Path, book: &Batch, faults: &mut Faults) -> Reading {
    let mut files = Files { book, faults, new: Vec::new(), known: 0 };
    files.read(path, &path.display().to_string());
    let batch = Batch { rulebooks: files.rulebooks(), ..Batch::default() };
    Reading { batch, known: files.known, warnings: Vec::new() }
}

/// Reads those of a folder; how many the book has already.
pub(super) fn of_folder(
    folder: &Path,
    book: &Batch,
    faults: &mut Faults,
) -> (Vec<OwnRulebook>, usize) {
    let inside = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = inside
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.starts_with("rulebook-") && name.ends_with(".toml"))
        .collect();
    names.sort_unstable();
    let mut files = Files { book, faults, new: Vec::new(), known: 0 };
    for name in names {
        files.read(&folder.join(&name), &name);
    }
    (files.rulebooks(), files.known)
}

struct Files<'f> {
    book: &'f Batch,
    faults: &'f mut Faults,
    /// The new ones with the names of their files.
    new: Vec<(OwnRulebook, String)>,
    known: usize,
}

impl Files<'_> {
    fn read(&mut self, path: &Path, name: &str) {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                let wrong = Wrong::Unreadable(error.to_string());
                return self.faults.add(name, None, "", "", wrong);
            }
        };
        match OwnRulebook::read(&text) {
            Ok(rulebook) => self.take(rulebook, name),
            Err(fault) => {
                let line = u64::try_from(fault.line).ok();
                self.faults.add(name, line, "", "", Wrong::Rulebook(fault.kind));
            }
        }
    }

    fn take(&mut self, rulebook: OwnRulebook, name: &str) {
        let day = rulebook.effective_from();
        let same_day = self.new.iter().find(|(other, _)| other.effective_from() == day);
        if let Some((_, other)) = same_day {
            let wrong = Wrong::SameDay(other.clone());
            return self.faults.add(name, None, "effective_from", &day.to_string(), wrong);
        }
        if self.book.rulebooks.contains(&rulebook) {
            self.known += 1;
        } else {
            self.new.push((rulebook, name.to_owned()));
        }
    }

    fn rulebooks(&mut self) -> Vec<OwnRulebook> {
        std::mem::take(&mut self.new).into_iter().map(|(rulebook, _)| rulebook).collect()
    }
}
