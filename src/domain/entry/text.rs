//! Names, notes and receipt numbers: how long they may be, and what no text may hold.

use crate::domain::refusal::{Field, Refusal, Why};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most characters of a name.
pub const NAME: usize = 200;

/// The most characters of an id: what is written with an entry has ids that begin with its own, and
/// a file takes none that is longer than a name.
pub const ID: usize = 160;
/// The most characters of a note.
pub const NOTE: usize = 1000;

/// A text that may be empty: not too long, and without characters that steer a terminal.
///
/// # Errors
/// What is wrong with it.
pub fn allowed(field: Field, text: &str, most: usize) -> Result<(), Refusal> {
    if text.chars().any(char::is_control) {
        return Err(Refusal::at(field, Why::ControlCharacters));
    }
    let fits = text.chars().count() <= most;
    fits.then_some(()).ok_or(Refusal::at(field, Why::TooLong(most)))
}

/// The same, and something has to be there.
///
/// # Errors
/// What is wrong with it.
pub fn needed(field: Field, text: &str, most: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::at(field, Why::Missing));
    }
    allowed(field, text, most)
}

/// Who collected money: a person, never an association, whose staff collects nothing
/// (domain.md, section 2).
///
/// # Errors
/// What is wrong with it.
pub fn collector(collector: Option<&str>) -> Result<(), Refusal> {
    let Some(name) = collector else { return Ok(()) };
    allowed(Field::CollectedBy, name, NAME)?;
    let folded = folded(name);
    let association = ASSOCIATION_CODES.contains(&folded.as_str())
        || ASSOCIATION_NAMES.iter().any(|association| folded.contains(association));
    if association {
        return Err(Refusal::at(Field::CollectedBy, Why::AssociationCollects));
    }
    Ok(())
}

const ASSOCIATION_CODES: [&str; 4] = ["11", "12", "13", "14"];

/// Names of the associations, as [`folded`] has them.
const ASSOCIATION_NAMES: [&str; 6] = [
    "hoi nong dan",
    "hoi phu nu",
    "hoi lien hiep phu nu",
    "hoi lhpn",
    "hoi cuu chien binh",
    "doan thanh nien",
];

/// Small letters without marks, single blanks: what two writings of one name have in common.
pub(super) fn folded(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_have_200_characters_of_whatever_language() {
        assert_eq!(allowed(Field::Visitor, &"Ư".repeat(200), NAME), Ok(()));
        let long = allowed(Field::Visitor, &"Ư".repeat(201), NAME);
        assert_eq!(long, Err(Refusal::at(Field::Visitor, Why::TooLong(200))));
    }

    #[test]
    fn no_text_steers_the_terminal() {
        for text in ["a\u{1b}[2J", "a\nb", "\u{7}", "a\u{9b}b"] {
            let refused = allowed(Field::Note, text, NOTE);
            assert_eq!(refused, Err(Refusal::at(Field::Note, Why::ControlCharacters)), "{text:?}");
        }
    }

    #[test]
    fn an_association_collects_nothing_however_it_is_written() {
        for name in ["12", "Hội Nông dân", "hội  phụ nữ xã", "DOAN THANH NIEN", "Hội LHPN"]
        {
            let refused = Err(Refusal::at(Field::CollectedBy, Why::AssociationCollects));
            assert_eq!(collector(Some(name)), refused, "{name}");
        }
        for name in ["Thạch Thị Sa Rinh", "Lê Văn Hội", "Trần Nông Dân"] {
            assert_eq!(collector(Some(name)), Ok(()), "{name}");
        }
        assert_eq!(collector(None), Ok(()));
    }
}
