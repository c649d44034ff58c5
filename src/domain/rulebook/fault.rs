//! What can be wrong with a rulebook, as data: the text room makes sentences of it.

use rust_decimal::Decimal;

/// A fault of a rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It is not TOML; the parser's words.
    Syntax(String),
    /// It is longer than this many bytes.
    TooLong(usize),
    /// A table or key is missing; its name.
    Missing(String),
    /// A table or key that no rulebook has; its name. A misspelt one would else be passed over,
    /// and the shipped value be used in silence.
    UnknownKey(String),
    /// A value is not of the kind or in the bounds that it must have; the key and what is expected.
    Value(String, Expected),
    /// The points of a scorecard do not add up to 100; its name and their sum.
    NotHundred(String, Decimal),
    /// The bands of a criterion are not in order, or their points do not fall; its id.
    BandOrder(String),
    /// The last band has a bound, or an earlier one has none; the criterion's id.
    BandGap(String),
    /// The first band does not give the most points; the criterion's id.
    FirstBand(String),
    /// A measure that does not exist, or that the scorecard can't use; its id.
    UnknownRatio(String),
    /// The same programme or criterion twice; its code or id.
    Twice(String),
}

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Text in quotes, without control characters.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number between these two, both included.
    Whole(u32, u32),
    /// A decimal written as text: a number of TOML has no exact decimals.
    Quoted,
    /// A decimal between these two, both included.
    Decimal(i64, i64),
    /// At most so many decimals.
    Places(u32),
    /// A day of the calendar.
    Day,
    /// A list.
    List,
    /// A table.
    Table,
    /// A list of tables.
    Tables,
    /// Steps in order, the last without a bound.
    Steps,
    /// Steps from the highest down, whose points do not rise.
    StepsDown,
    /// Good above fair above average.
    GradeOrder,
    /// The least not above the most.
    LeastMost,
    /// `"full"` or `"zero"`.
    FullOrZero,
}
