//! Which form a draft on disk belongs to, so that what is half typed leads back into it.

use super::{Entry, Route, session, visit_form};
use crate::domain::day::Day;
use crate::domain::ids::{FactId, GroupCode, LoanCode, MemberCode, PlaceCode, PointCode};
use crate::domain::meeting::StepKind;

/// The form of a draft's kind and key; none where they alone don't say all that it needs, or say
/// nothing that can be read.
#[must_use]
pub fn draft_of(kind: &str, key: &str) -> Option<Route> {
    let mut parts = key.split(' ');
    let mut part = || parts.next().filter(|part| !part.is_empty());
    match kind {
        session::sheet::DRAFT | session::cash::DRAFT => {
            let (group, day) = (GroupCode::new(part()?), Day::parse_iso(part()?)?);
            let is_cash = kind == session::cash::DRAFT;
            Some(if is_cash { Route::Cash(group, day) } else { Route::Sheet(group, day) })
        }
        session::receipt::DRAFT => Some(Route::Receipt(LoanCode::new(key))),
        session::receipt::INTEREST => Some(Route::InterestReceipt(LoanCode::new(key))),
        visit_form::DRAFT => Some(Route::VisitForm { group: GroupCode::new(key), loan: None }),
        _ => entry_of(kind, key).map(Route::Entry),
    }
}

fn entry_of(kind: &str, key: &str) -> Option<Entry> {
    Some(match kind {
        "new-group" => Entry::NewGroup,
        "group" => Entry::Group(GroupCode::new(key)),
        "new-member" => Entry::NewMember(GroupCode::new(key)),
        "member" => Entry::Member(MemberCode::new(key)),
        "new-loan" => Entry::NewLoan(MemberCode::new(key)),
        "loan" => Entry::Loan(LoanCode::new(key)),
        "tranche" => Entry::Tranche(LoanCode::new(key)),
        "opening" => Entry::Opening(LoanCode::new(key)),
        "change" => Entry::Change(LoanCode::new(key)),
        "contact" => Entry::Contact(LoanCode::new(key)),
        "mend-payment" => Entry::MendPayment(FactId::new(key)),
        "mend-line" => {
            let mut parts = key.split(' ');
            Entry::MendLine {
                group: GroupCode::new(parts.next()?),
                session: Day::parse_iso(parts.next()?)?,
                member: MemberCode::new(parts.next()?),
            }
        }
        "new-place" => Entry::NewPlace,
        "place" => Entry::Place(PlaceCode::new(key)),
        "new-point" => Entry::NewPoint,
        "point" => Entry::Point(PointCode::new(key)),
        "session" => Entry::Session(PointCode::new(key)),
        "meeting" => Entry::Meeting(Day::parse_iso(key)),
        "action" => Entry::Action(Day::parse_iso(key)),
        // the draft has the kind of step in its own cells
        "action-step" => Entry::Step(FactId::new(key), StepKind::Note),
        _ => return None,
    })
}
