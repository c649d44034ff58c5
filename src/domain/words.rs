//! The words that files, commands and the store use for the kinds of things (contract.md, section
//! 2): one table a kind, read both ways.

use super::contact::ContactHow;
use super::group::{Household, Sex};
use super::ledger::{BankLevel, Presence};
use super::loan::{Capital, PaymentKind, PaymentPlace};
use super::meeting::StepKind;
use super::place::PlaceKind;
use super::record::SavingsKind;
use super::score::Grade;
use super::visit::{Effect, VisitKind};

/// A kind of thing with a fixed word for each of its values.
pub trait Words: Copy + PartialEq + 'static {
    /// Every value with its word.
    const TABLE: &'static [(&'static str, Self)];

    /// The value's word.
    fn word(self) -> &'static str {
        Self::TABLE.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }

    /// The value of a word.
    fn from_word(word: &str) -> Option<Self> {
        Self::TABLE.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }

    /// All the words, for saying what would be right.
    fn all_words() -> String {
        Self::TABLE.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
    }
}

macro_rules! words {
    ($kind:ident: $($word:literal = $value:ident),+ $(,)?) => {
        impl Words for $kind {
            const TABLE: &'static [(&'static str, Self)] = &[$(($word, Self::$value)),+];
        }
    };
}

words!(PlaceKind:
    "province" = Province, "district" = District, "commune" = Commune, "village" = Village
);
words!(Sex: "male" = Male, "female" = Female);
words!(Household: "poor" = Poor, "near_poor" = NearPoor, "escaped" = Escaped, "other" = Other);
words!(Capital: "central" = Central, "local" = Local);
words!(PaymentKind: "principal" = Principal, "interest" = Interest);
words!(PaymentPlace: "point" = Point, "office" = Office, "group" = Group);
words!(SavingsKind: "deposit" = Deposit, "withdrawal" = Withdrawal);
words!(Presence: "leader" = Leader, "deputy" = Deputy, "none" = None);
words!(VisitKind:
    "post_disbursement" = PostDisbursement, "inactive" = Inactive, "annual" = Annual,
    "unannounced" = Unannounced
);
words!(ContactHow:
    "home" = Home, "phone" = Phone, "session" = Session, "meeting" = Meeting,
    "letter" = Letter, "other" = Other
);
words!(StepKind:
    "note" = Note, "done" = Done, "dropped" = Dropped, "reopened" = Reopened
);
words!(Effect: "good" = Good, "fair" = Fair, "poor" = Poor, "none" = None);
words!(BankLevel:
    "group" = Group, "commune" = Commune, "district" = District, "province" = Province
);
words!(Grade: "good" = Good, "fair" = Fair, "average" = Average, "weak" = Weak);
