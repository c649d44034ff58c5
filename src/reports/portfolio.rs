//! `report portfolio`: what is outstanding by programme, association, place, household, capital.

use super::{LoanInBook, Question};
use crate::domain::money::Dong;
use crate::domain::place::PlaceKind;
use crate::domain::ratio::{Ratio, six_decimals};
use crate::domain::words::Words;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What loans are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Programme.
    Programme,
    /// The group's association.
    Association,
    /// The group's commune.
    Commune,
    /// The group's village.
    Village,
    /// The member's type of household.
    Household,
    /// Where the money comes from.
    Capital,
}

impl By {
    /// All of them with their words.
    pub const ALL: [(&'static str, By); 6] = [
        ("programme", Self::Programme),
        ("association", Self::Association),
        ("commune", Self::Commune),
        ("village", Self::Village),
        ("household", Self::Household),
        ("capital", Self::Capital),
    ];

    /// The one of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<By> {
        Self::ALL.into_iter().find(|(known, _)| *known == word).map(|(_, by)| by)
    }
}

/// One part of the portfolio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PortfolioRow {
    /// Code or word of the part; none where it was not recorded.
    pub key: Option<String>,
    /// Loans outstanding.
    pub loans: i64,
    /// Members with loans outstanding.
    pub borrowers: i64,
    /// Principal outstanding.
    pub outstanding: Dong,
    /// Overdue principal.
    pub overdue: Dong,
    /// Frozen principal.
    pub frozen: Dong,
    /// Outstanding of the whole scope's.
    #[serde(serialize_with = "six_decimals")]
    pub share: Ratio,
}

/// The portfolio in scope, by key; parts with loans outstanding.
#[must_use]
pub fn portfolio(question: &Question<'_>, by: By) -> Vec<PortfolioRow> {
    let Some(rules) = question.rules() else {
        return Vec::new();
    };
    let mut parts: BTreeMap<Option<String>, (PortfolioRow, BTreeSet<&str>)> = BTreeMap::new();
    let mut all = Dong::ZERO;
    for loan in question.loans() {
        let Some(timeline) = question.ledger.timeline(loan.file, rules, question.as_of) else {
            continue;
        };
        let standing = timeline.standing_on(question.as_of);
        if !standing.outstanding.is_positive() {
            continue;
        }
        let key = key_of(question, loan, by);
        let (part, borrowers) =
            parts.entry(key.clone()).or_insert_with(|| (empty(key), BTreeSet::new()));
        part.loans += 1;
        part.outstanding += standing.outstanding;
        part.overdue += standing.overdue;
        part.frozen += standing.frozen;
        borrowers.insert(loan.file.loan.member.as_str());
        all += standing.outstanding;
    }
    let finish = |(mut part, borrowers): (PortfolioRow, BTreeSet<&str>)| {
        part.borrowers = i64::try_from(borrowers.len()).unwrap_or(i64::MAX);
        part.share = Ratio::new(part.outstanding.get(), all.get());
        part
    };
    parts.into_values().map(finish).collect()
}

fn empty(key: Option<String>) -> PortfolioRow {
    PortfolioRow {
        key,
        loans: 0,
        borrowers: 0,
        outstanding: Dong::ZERO,
        overdue: Dong::ZERO,
        frozen: Dong::ZERO,
        share: Ratio::default(),
    }
}

fn key_of(question: &Question<'_>, loan: LoanInBook<'_>, by: By) -> Option<String> {
    match by {
        By::Programme => Some(loan.file.loan.programme.to_string()),
        By::Association => Some(loan.group.association.code().to_owned()),
        By::Commune => {
            let commune = question.ledger.area_of(loan.group, PlaceKind::Commune);
            commune.map(|place| place.code.to_string())
        }
        By::Village => Some(loan.group.village.to_string()),
        By::Household => loan.member.member.household.map(|kind| kind.word().to_owned()),
        By::Capital => loan.file.loan.capital.map(|kind| kind.word().to_owned()),
    }
}
