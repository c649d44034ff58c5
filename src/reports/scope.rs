//! Which part of the book a question is about: `commune:CODE,association:12`.

use crate::domain::group::{Association, Group};
use crate::domain::ids::{GroupCode, PlaceCode, PointCode};
use crate::domain::ledger::Ledger;
use crate::domain::place::PlaceKind;
use crate::domain::words::Words;

/// One condition on a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its village lies in this place, or is it.
    Place(PlaceKind, PlaceCode),
    /// It hands in at this point.
    Point(PointCode),
    /// It stands under this association.
    Association(Association),
    /// It is this group.
    Group(GroupCode),
}

/// Conditions that all must hold; none: the whole book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    parts: Vec<Part>,
}

/// Why a scope can't be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopeFault {
    /// No such kind of scope; what was given.
    UnknownKind(String),
    /// The book has no such code; the kind, what was given, and what exists (at most 20).
    UnknownCode(String, String, Vec<String>),
}

impl Scope {
    /// The kinds of scope there are.
    pub const KINDS: [&'static str; 7] =
        ["province", "district", "commune", "point", "village", "association", "group"];

    /// The whole book.
    #[must_use]
    pub const fn whole() -> Scope {
        Scope { parts: Vec::new() }
    }

    /// One condition.
    #[must_use]
    pub fn of(part: Part) -> Scope {
        Scope { parts: vec![part] }
    }

    /// The same, and one condition more.
    #[must_use]
    pub fn and(mut self, part: Part) -> Scope {
        self.parts.push(part);
        self
    }

    /// One group.
    #[must_use]
    pub fn group(code: &GroupCode) -> Scope {
        Scope::of(Part::Group(code.clone()))
    }

    /// Reads `commune:CODE,association:12`; the codes must be in the book.
    ///
    /// # Errors
    /// The first part that can't be understood.
    pub fn parse(text: &str, ledger: &Ledger) -> Result<Scope, ScopeFault> {
        let parts = text.split(',').map(|part| parse_part(part.trim(), ledger));
        Ok(Scope { parts: parts.collect::<Result<_, _>>()? })
    }

    /// Whether a group is in scope.
    #[must_use]
    pub fn holds(&self, ledger: &Ledger, group: &Group) -> bool {
        self.parts.iter().all(|part| match part {
            Part::Place(_, code) => ledger.places_up(&group.village).any(|at| at.code == *code),
            Part::Point(code) => group.point == *code,
            Part::Association(association) => group.association == *association,
            Part::Group(code) => group.code == *code,
        })
    }

    /// The one group it is about, if it is about one.
    #[must_use]
    pub fn single_group(&self) -> Option<&GroupCode> {
        self.parts.iter().find_map(|part| match part {
            Part::Group(code) => Some(code),
            _ => None,
        })
    }

    /// Whether an association has any place in the scope.
    #[must_use]
    pub fn meets_association(&self, association: Association) -> bool {
        self.parts.iter().all(|part| match part {
            Part::Association(asked) => *asked == association,
            _ => true,
        })
    }

    /// Whether a place lies in every place of the scope.
    #[must_use]
    pub fn meets_place(&self, ledger: &Ledger, place: &PlaceCode) -> bool {
        self.parts.iter().all(|part| match part {
            Part::Place(_, asked) => {
                ledger.places_up(place).any(|at| at.code == *asked)
                    || ledger.places_up(asked).any(|at| at.code == *place)
            }
            Part::Group(code) => ledger
                .groups
                .get(code)
                .is_some_and(|group| ledger.places_up(&group.village).any(|at| at.code == *place)),
            Part::Point(_) | Part::Association(_) => true,
        })
    }

    /// Whether a place lies in every place of the scope, or is it. A scope of no place holds none.
    #[must_use]
    pub fn lies_in_places(&self, ledger: &Ledger, place: &PlaceCode) -> bool {
        self.parts.iter().all(|part| match part {
            Part::Place(_, asked) => ledger.places_up(place).any(|at| at.code == *asked),
            Part::Point(_) | Part::Association(_) | Part::Group(_) => false,
        })
    }

    /// Its conditions.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }
}

fn parse_part(text: &str, ledger: &Ledger) -> Result<Part, ScopeFault> {
    let (kind, code) = text.split_once(':').unwrap_or((text, ""));
    let known = |codes: Vec<String>| {
        let some = codes.into_iter().take(20).collect();
        ScopeFault::UnknownCode(kind.to_owned(), code.to_owned(), some)
    };
    if let Some(place_kind) = PlaceKind::from_word(kind) {
        let of_kind =
            |code: &PlaceCode| ledger.places.get(code).is_some_and(|at| at.kind == place_kind);
        let place = PlaceCode::new(code);
        if of_kind(&place) {
            return Ok(Part::Place(place_kind, place));
        }
        return Err(known(
            ledger.places.keys().filter(|at| of_kind(at)).map(ToString::to_string).collect(),
        ));
    }
    match kind {
        "point" if ledger.points.contains_key(code) => Ok(Part::Point(PointCode::new(code))),
        "point" => Err(known(ledger.points.keys().map(ToString::to_string).collect())),
        "group" if ledger.groups.contains_key(code) => Ok(Part::Group(GroupCode::new(code))),
        "group" => Err(known(ledger.groups.keys().map(ToString::to_string).collect())),
        "association" => Association::from_code(code).map(Part::Association).ok_or_else(|| {
            known(Association::ALL.iter().map(|known| known.code().to_owned()).collect())
        }),
        _ => Err(ScopeFault::UnknownKind(kind.to_owned())),
    }
}
