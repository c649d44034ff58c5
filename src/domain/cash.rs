//! The cash that a group hands in at a session, counted by note against its sheets (domain.md,
//! section 9).

use super::day::Day;
use super::ids::{FactId, GroupCode};
use super::money::Dong;

/// The notes by which cash is listed, the largest first, in đồng (domain.md, section 7). What is
/// smaller is counted together.
pub const NOTES: [i64; 9] =
    [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000];

/// The cash of a group's sheets of one session, as it was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashCount {
    /// Its fact.
    pub id: FactId,
    /// The group.
    pub group: GroupCode,
    /// The session.
    pub session: Day,
    /// What the sheets came to when it was counted: interest and deposits less withdrawals, zero
    /// or more.
    pub expected: Dong,
    /// What was counted, zero or more.
    pub counted: Dong,
    /// How many of each note, in the order of [`NOTES`]; all zero where only the sum was counted.
    /// What the notes don't make up of `counted` is small change.
    pub notes: [u32; NOTES.len()],
    /// Who counted and hands in; needed where there is a difference.
    pub by: Option<String>,
    /// Why it differs: a sentence, needed where it does.
    pub because: Option<String>,
}

impl CashCount {
    /// What the notes come to.
    #[must_use]
    pub fn of_notes(notes: &[u32; NOTES.len()]) -> Dong {
        NOTES.iter().zip(notes).map(|(note, count)| Dong::new(note * i64::from(*count))).sum()
    }

    /// What was counted above what the sheets say; negative where it is short.
    #[must_use]
    pub fn difference(&self) -> Dong {
        self.counted - self.expected
    }

    /// Whether it balances sheets that come to a sum: nothing was added or taken back since.
    #[must_use]
    pub fn balances(&self, sum: Dong) -> bool {
        self.expected == sum
    }
}
