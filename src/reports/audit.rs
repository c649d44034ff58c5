//! `report audit`: who recorded what, when, on which machine.

pub use crate::store::AuditRow;

use super::Question;
use crate::domain::group::Group;
use crate::domain::ids::PlaceCode;

/// Whether something recorded is about the question's scope: about a group of it, a member or loan
/// of such a group, or a place that lies in the scope. With the whole book asked about, all is.
#[must_use]
pub fn in_scope(question: &Question<'_>, row: &AuditRow) -> bool {
    if question.scope.parts().is_empty() {
        return true;
    }
    let (Some(of), Some(code)) = (row.of.as_deref(), row.code.as_deref()) else {
        return false;
    };
    let ledger = question.ledger;
    let holds = |group: &Group| question.scope.holds(ledger, group);
    let of_member = |code: &str| {
        let file = ledger.members.get(code);
        file.and_then(|file| ledger.groups.get(&file.member.group)).is_some_and(holds)
    };
    match of {
        "group" => ledger.groups.get(code).is_some_and(holds),
        "member" => of_member(code),
        "loan" => ledger.loans.get(code).is_some_and(|file| of_member(file.loan.member.as_str())),
        "point" => ledger.points.get(code).is_some_and(|point| {
            let mut groups = ledger.groups.values().filter(|group| group.point == point.code);
            groups.any(holds)
        }),
        "place" => question.scope.lies_in_places(ledger, &PlaceCode::new(code)),
        _ => false,
    }
}
