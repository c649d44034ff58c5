//! The side file of a copy: its SHA-256, as `sha256sum -c` reads it, and what the copy holds.

use crate::domain::stamp::Stamp;
use crate::store::lock::beside;
use rusqlite::Connection;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The first line of every side file.
const HEAD: &str = "# tkvv copy 1";

/// How long a copy stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// As long as the rule says: 7 days, 4 weeks, 12 months.
    ByRule,
    /// Until a person throws it away.
    Always,
}

/// Where a machine's chain has got to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainHead {
    /// The machine.
    pub machine: String,
    /// The number of its last row.
    pub seq: i64,
    /// That row's hash, in hexadecimal digits.
    pub hash: String,
}

/// Which book a copy is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// The machine whose chain the book continued.
    pub machine: String,
    /// The name of the book's file.
    pub file: String,
}

impl Whose {
    /// That of an open book; none in memory.
    pub(super) fn of(connection: &Connection) -> rusqlite::Result<Option<Whose>> {
        let file = connection.path().map(Path::new).and_then(Path::file_name);
        let machine = crate::store::meta::text(connection, "machine")?;
        let one_line = |name: &std::ffi::OsStr| name.to_string_lossy().replace(['\n', '\r'], "?");
        Ok(file.zip(machine).map(|(file, machine)| Whose { machine, file: one_line(file) }))
    }
}

/// What the side file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CopyNote {
    pub(super) taken: Stamp,
    pub(super) kept: Kept,
    pub(super) bytes: u64,
    pub(super) heads: Vec<ChainHead>,
    /// Which book it is of; none where an older program wrote it.
    pub(super) whose: Option<Whose>,
    /// The SHA-256 of the copy, in hexadecimal digits.
    pub(super) sum: String,
}

/// The side file of a copy.
pub(super) fn path_of(copy: &Path) -> PathBuf {
    beside(copy, ENDING)
}

/// What a side file's name ends with.
pub(super) const ENDING: &str = ".sha256";

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl CopyNote {
    /// Writes it to a file and waits until it is on the disk; `copy` is the copy's name to be.
    pub(super) fn write(&self, file: &Path, copy: &Path) -> std::io::Result<()> {
        let name = copy.file_name().map(|name| name.to_string_lossy().into_owned());
        let mut out = File::create(file)?;
        out.write_all(self.text(&name.unwrap_or_default()).as_bytes())?;
        out.sync_all()
    }

    /// Reads that of a copy; none where there is none, or no sense in it.
    pub(super) fn read(copy: &Path) -> Option<CopyNote> {
        CopyNote::parse(&std::fs::read_to_string(path_of(copy)).ok()?)
    }

    fn text(&self, name: &str) -> String {
        let kept = if self.kept == Kept::Always { "always" } else { "rule" };
        let mut text =
            format!("{HEAD}\n# taken {}\n# kept {kept}\n# bytes {}\n", self.taken, self.bytes);
        if let Some(whose) = &self.whose {
            text.push_str(&format!("# book {} {}\n", whose.machine, whose.file));
        }
        for head in &self.heads {
            text.push_str(&format!("# head {} {} {}\n", head.machine, head.seq, head.hash));
        }
        text.push_str(&format!("{}  {name}\n", self.sum));
        text
    }

    fn parse(text: &str) -> Option<CopyNote> {
        let mut lines = text.lines();
        lines.next().filter(|line| *line == HEAD)?;
        let (mut taken, mut kept, mut bytes, mut sum) = (None, Kept::Always, None, None);
        let (mut heads, mut whose) = (Vec::new(), None);
        for line in lines {
            let mut words = line.split(' ');
            match (words.next(), words.next()) {
                (Some("#"), Some("taken")) => taken = Stamp::parse(words.next()?),
                (Some("#"), Some("bytes")) => bytes = words.next()?.parse().ok(),
                (Some("#"), Some("kept")) if words.next()? == "rule" => kept = Kept::ByRule,
                (Some("#"), Some("head")) => heads.push(ChainHead {
                    machine: words.next()?.to_owned(),
                    seq: words.next()?.parse().ok()?,
                    hash: words.next()?.to_owned(),
                }),
                (Some("#"), Some("book")) => {
                    let machine = words.next()?.to_owned();
                    whose = Some(Whose { machine, file: words.collect::<Vec<_>>().join(" ") });
                }
                // What a newer program says besides.
                (Some("#"), _) => {}
                (Some(digits), _) if is_sum(digits) => sum = Some(digits.to_owned()),
                _ => return None,
            }
        }
        Some(CopyNote { taken: taken?, kept, bytes: bytes?, heads, whose, sum: sum? })
    }
}

fn is_sum(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_file_says_all_again_that_was_written_and_nothing_where_it_is_cut() {
        let note = CopyNote {
            taken: Stamp::parse("2026-10-15T02:00:00Z").expect("a moment"),
            kept: Kept::ByRule,
            bytes: 4_096,
            heads: vec![ChainHead { machine: "m".into(), seq: 7, hash: hex(&[1; 32]) }],
            whose: Some(Whose { machine: "m".into(), file: "sổ xã.db".into() }),
            sum: hex(&[0xab; 32]),
        };
        let text = note.text("book-20261015-090000.db");
        assert_eq!(CopyNote::parse(&text), Some(note.clone()));
        let always = CopyNote { kept: Kept::Always, whose: None, ..note };
        assert_eq!(CopyNote::parse(&always.text("x y.db")), Some(always));
        let lines: Vec<&str> = text.lines().collect();
        for count in 0..lines.len() {
            assert_eq!(CopyNote::parse(&lines[..count].join("\n")), None, "{count} lines");
        }
        assert_eq!(CopyNote::parse(&text.replace("ab", "a")), None, "a sum that is cut");
        assert_eq!(CopyNote::parse("Kính gửi ông bà"), None);
    }
}
