//! Codes and ids: text with leading zeros that matter (domain.md, section 1), one type each.

use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;

macro_rules! code {
    ($(#[doc = $doc:literal])* $name:ident) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it is.
            pub fn new(text: impl Into<String>) -> Self {
                $name(text.into())
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name(text.to_owned())
            }
        }
    };
}

code! {
    /// A place: province, district, commune (6 digits) or village (8 digits).
    PlaceCode
}
code! {
    /// A transaction point of the bank.
    PointCode
}
code! {
    /// A group (7 digits).
    GroupCode
}
code! {
    /// A member, who is a customer of the bank (10 digits). Never a name: names repeat.
    MemberCode
}
code! {
    /// A loan (16 digits).
    LoanCode
}
code! {
    /// A programme of the bank (`01` poor households).
    ProgrammeCode
}
code! {
    /// A fact of the book: any unique text; the program's own are UUIDv7, ordered by time.
    FactId
}

impl FactId {
    /// The id of a fact that comes with this one, made of its id and an ending of its own.
    #[must_use]
    pub fn follow(&self, ending: &str) -> FactId {
        FactId(format!("{self}{ending}"))
    }
}
