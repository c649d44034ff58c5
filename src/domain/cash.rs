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

/// The notes of a count as files and the book have them: `500000x3 200000x1`, the largest first;
/// empty where none is counted.
#[must_use]
pub fn to_text(notes: &[u32; NOTES.len()]) -> String {
    let counted = NOTES.iter().zip(notes).filter(|(_, count)| **count > 0);
    counted.map(|(note, count)| format!("{note}x{count}")).collect::<Vec<_>>().join(" ")
}

/// Reads them, in whatever order; none where a part is no note and its number, or a note stands
/// twice.
#[must_use]
pub fn from_text(text: &str) -> Option<[u32; NOTES.len()]> {
    let mut notes = [0; NOTES.len()];
    for part in text.split_whitespace() {
        let (note, count) = part.split_once('x')?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(note) || !digits(count) {
            return None;
        }
        let (note, count): (i64, u32) = (note.parse().ok()?, count.parse().ok()?);
        let mut places = NOTES.iter().zip(&mut notes);
        let (_, place) = places.find(|(known, _)| **known == note)?;
        if count == 0 || *place != 0 {
            return None;
        }
        *place = count;
    }
    Some(notes)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_written_largest_first_and_read_back_in_any_order() {
        let mut notes = [0; NOTES.len()];
        assert_eq!((to_text(&notes), from_text("")), (String::new(), Some(notes)));
        (notes[0], notes[8]) = (3, 17);
        assert_eq!(to_text(&notes), "500000x3 1000x17");
        assert_eq!(from_text("1000x17  500000x3"), Some(notes));
        assert_eq!(CashCount::of_notes(&notes), Dong::new(1_517_000));
    }

    #[test]
    fn what_is_no_note_with_its_number_is_refused() {
        for text in [
            "500000",
            "500000x",
            "x3",
            "500000x-1",
            "500000x+1",
            "500000x0",
            "300000x1",
            "500000x1 500000x2",
            "500000x4294967296",
            "500.000x1",
        ] {
            assert_eq!(from_text(text), None, "{text}");
        }
    }
}
