//! The second person: money of a session whose cash is counted is not undone by one person alone
//! (domain.md, section 9; trust.md, section 6).

use super::text;
use crate::domain::record::Confirmation;
use crate::domain::refusal::{Collection, Field, Refusal, Why};

/// Checks who confirms that something is taken back. `who` records it; `counted` says that the
/// cash of its session is counted.
///
/// # Errors
/// What is wrong with it: nobody, though somebody is needed, or who records it anyway.
pub fn check(confirmed_by: Option<&str>, who: &str, counted: bool) -> Result<(), Refusal> {
    let refused = |why: Why| Err(Refusal::at(Field::ConfirmedBy, why));
    let Some(name) = confirmed_by.map(str::trim).filter(|name| !name.is_empty()) else {
        return if counted { refused(Collection::SecondPerson.into()) } else { Ok(()) };
    };
    text::allowed(Field::ConfirmedBy, name, text::NAME)?;
    if text::folded(name) == text::folded(who) {
        return refused(Collection::SecondPersonSame(name.to_owned()).into());
    }
    Ok(())
}

/// Where nothing is taken back there is nothing to confirm.
///
/// # Errors
/// That a name was given.
pub fn nobody(confirmed_by: Option<&str>) -> Result<(), Refusal> {
    match confirmed_by {
        None => Ok(()),
        Some(_) => Err(Refusal::at(Field::ConfirmedBy, Why::NotEmpty)),
    }
}

/// The fact that keeps who confirmed: of a row that takes back, on its day.
#[must_use]
pub fn confirmation(
    of: &crate::domain::ids::FactId,
    day: crate::domain::day::Day,
    by: &str,
) -> Confirmation {
    Confirmation { id: of.follow("-c"), fact: of.clone(), day, by: by.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_person_confirms_where_cash_is_counted() {
        let at = |why: Collection| Err(Refusal::at(Field::ConfirmedBy, why.into()));
        assert_eq!(check(None, "Lan", false), Ok(()));
        assert_eq!(check(None, "Lan", true), at(Collection::SecondPerson));
        assert_eq!(check(Some("  "), "Lan", true), at(Collection::SecondPerson));
        assert_eq!(check(Some("Bích"), "Lan", true), Ok(()));
        let same = |name: &str| at(Collection::SecondPersonSame(name.to_owned()));
        assert_eq!(check(Some(" lan "), "Lan", true), same("lan"));
        assert_eq!(check(Some("TRAN  THI BICH"), "Trần Thị Bích", false), same("TRAN  THI BICH"));
        assert_eq!(nobody(None), Ok(()));
        assert_eq!(nobody(Some("Bích")), Err(Refusal::at(Field::ConfirmedBy, Why::NotEmpty)));
    }
}
