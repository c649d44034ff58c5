//! A visit with its lines (06/TD), as one piece.

use super::tidy;
use crate::domain::entry::NewVisit;
use crate::domain::ledger::VisitRecord;
use crate::store::Change;

pub(super) fn change(new: &NewVisit) -> Change {
    Change::Visit(VisitRecord { visit: new.visit.clone(), lines: new.lines.clone() }.into())
}

pub(super) fn tidied(mut new: NewVisit) -> NewVisit {
    new.visit.visitor = new.visit.visitor.trim().to_owned();
    new.visit.witness = tidy(new.visit.witness);
    new
}
