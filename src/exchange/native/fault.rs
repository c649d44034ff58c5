//! What is wrong with a folder, as values: the text room makes sentences of them.

use super::tables;
use crate::domain::day::Day;
use crate::domain::money::Dong;
use crate::domain::rulebook::FaultKind;
use std::collections::BTreeSet;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// The line in the file; the header's is 1. None where it is the whole file's.
    pub line: Option<u64>,
    /// The column; empty where it is the whole line's.
    pub column: String,
    /// What was found there.
    pub found: String,
    /// What is wrong, and what was expected.
    pub wrong: Wrong,
}

/// What can be wrong, with what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no such folder.
    NoFolder,
    /// The file is not in the folder.
    MissingFile,
    /// The file can't be read; what the system says.
    Unreadable(String),
    /// The file has more than this many lines.
    TooManyRows(u64),
    /// The file is larger than this many bytes.
    TooLarge(u64),
    /// The header lacks the column; all that are expected.
    MissingColumn(String),
    /// The header has a column that is not known; all that are expected.
    UnknownColumn(String),
    /// The header has another column in this place; the one expected.
    ColumnOrder(String),
    /// The line has another number of cells; how many are expected.
    Cells(usize),
    /// The text is not UTF-8.
    NotUtf8,
    /// Characters that no text of a book has.
    ControlCharacters,
    /// Too long; the most characters.
    TooLong(usize),
    /// A cell that must not be empty.
    Empty,
    /// A cell that must be empty here.
    NotEmpty,
    /// No day of the calendar.
    NotADay,
    /// No month of the calendar.
    NotAMonth,
    /// No time, as RFC 3339 has it.
    NotATime,
    /// No whole đồng, zero or more.
    NotMoney,
    /// No whole đồng above zero.
    NotPositive,
    /// More than one entry can be; the most.
    TooMuch(Dong),
    /// No whole number between these two, both included.
    NotANumber(u32, u32),
    /// No decimal number between these two.
    NotADecimal(i64, i64),
    /// Of the collection day.
    Collected(Collected),
    /// No rate: percent a year from 0 to 100 with at most four decimals.
    NotARate,
    /// None of the words known here; all of them.
    NotAWord(String),
    /// In no line of that file, nor in the book.
    UnknownCode(&'static str),
    /// A place of another kind; the kind expected.
    OtherKind(&'static str),
    /// A place that lies in itself or in a smaller one.
    Circle,
    /// The loan has no instalment of that number.
    NoInstalment,
    /// The same id or key stands in an earlier line; that line.
    Duplicate(u64),
    /// The book has the same id or key with other content.
    OtherContent,
    /// The instalments add up to the first sum instead of the principal, the second.
    InstalmentsSum(Dong, Dong),
    /// The disbursements add up to the first sum, more than the principal, the second.
    BeyondPrincipal(Dong, Dong),
    /// Before the loan's first disbursement; its day.
    BeforeDisbursement(Day),
    /// On or before the day with which the loan begins in the book; that day.
    BeforeOpening(Day),
    /// More than the principal outstanding on the day; what is outstanding.
    BeyondOutstanding(Dong),
    /// Earlier than another column's day: that column and day.
    Before(&'static str, Day),
    /// Not later than another column's day: that column and day.
    NotAfter(&'static str, Day),
    /// After today; today.
    InTheFuture(Day),
    /// The fact it takes back was taken back by an earlier line; that line, none for the book.
    ReversedTwice(Option<u64>),
    /// It takes back a fact that itself takes one back.
    ReversesReversal,
    /// It takes back a fact of another loan or member, kind or amount.
    ReversesOther,
    /// The book has a fact of the loan that the line would make impossible; its day.
    Needed(Day),
    /// `book.toml` can't be understood; what its reader says.
    NotToml(String),
    /// A rulebook's fault.
    Rulebook(FaultKind),
    /// Another file has a rulebook from the same day; its name.
    SameDay(String),
}

/// What can be wrong with talks, cash counts, meetings and confirmations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collected {
    /// One of the two that make a promise is empty: its amount and its day.
    HalfAPromise,
    /// No notes as `500000x3 200000x1`, each of the list and once.
    NotNotes,
    /// The notes come to the first sum, more than what was counted, the second.
    NotesBeyond(Dong, Dong),
    /// The cash differs, and it is not said why, or who counted; by how much.
    Unexplained(Dong),
    /// In no line of any file with facts, nor in the book.
    UnknownFact,
    /// The meeting or action item that the line names was taken back.
    TakenBack,
    /// An action item or step that counts names what the line takes back.
    StillNamed,
}

/// Something unusual that is imported all the same, and listed by `check`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The file.
    pub file: &'static str,
    /// The line.
    pub line: u64,
    /// The code or id it is about.
    pub about: String,
    /// What is unusual.
    pub unusual: Unusual,
}

/// What is unusual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusual {
    /// The group has that many members; the least and the most.
    GroupSize(u32, u32, u32),
    /// Principal that was paid through the group.
    PrincipalThroughGroup,
    /// Principal without the bank's receipt number.
    PrincipalWithoutReceipt,
}

/// All faults of a folder, as they are found.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: Vec<Fault>,
    beyond: usize,
    spoilt: BTreeSet<(usize, u64)>,
}

/// So many faults are kept; what is beyond is counted.
const KEPT: usize = 10_000;

impl Faults {
    /// Takes one down.
    pub(super) fn add(
        &mut self,
        file: &str,
        line: Option<u64>,
        column: &str,
        found: &str,
        wrong: Wrong,
    ) {
        if self.found.len() >= KEPT {
            self.beyond += 1;
            return;
        }
        let (file, column) = (file.to_owned(), column.to_owned());
        let found = found.chars().take(200).collect();
        self.found.push(Fault { file, line, column, found, wrong });
    }

    /// Takes one down in a file of the folder; none for a line of the book itself (0).
    pub(super) fn at(
        &mut self,
        table: &tables::Table,
        line: u64,
        column: &str,
        found: &str,
        wrong: Wrong,
    ) {
        if line > 0 {
            self.spoilt.insert((table.rank(), line));
            self.add(table.file, Some(line), column, found, wrong);
        }
    }

    /// Whether a line has a fault already: one mistake is said once.
    pub(super) fn spoilt(&self, table: &tables::Table, line: u64) -> bool {
        self.spoilt.contains(&(table.rank(), line))
    }

    /// In the order of files, lines and columns, and how many there are in all.
    pub(super) fn sorted(mut self) -> (Vec<Fault>, usize) {
        let total = self.found.len() + self.beyond;
        self.found.sort_by_cached_key(|fault| {
            let table = tables::ALL.iter().find(|table| table.file == fault.file);
            let rank = table.map_or(usize::MAX, |table| table.rank());
            (rank, fault.file.clone(), fault.line, table.and_then(|at| at.column(&fault.column)))
        });
        (self.found, total)
    }
}
