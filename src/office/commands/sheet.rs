//! A group's collection sheet (13/TD), as one piece.

use super::Room;
use crate::domain::entry::{self, NewSheet};
use crate::domain::loan::LoanFile;
use crate::domain::money::Dong;
use crate::domain::record::Trail;
use crate::domain::timeline::Timeline;
use crate::office::Trouble;
use crate::store::{Change, SheetFacts};

impl Room<'_> {
    pub(super) fn sheet(&self, new: &NewSheet) -> Result<Change, Trouble> {
        let on_sheets = self.look.members_on_sheets(new.session)?;
        let due_of = |file: &LoanFile| self.due_at(file, new);
        let accepted = entry::sheet::check(new, self.ledger, &on_sheets, self.today, due_of)?;
        let group = self.ledger.groups.get(&new.group);
        let leader = group.and_then(|group| self.ledger.members.get(group.leader.as_ref()?));
        Ok(change(new, leader.map(|leader| leader.member.name.clone()), accepted))
    }

    /// The interest that a loan is to pay at the session, as known on its day.
    fn due_at(&self, file: &LoanFile, new: &NewSheet) -> Dong {
        let session = new.session;
        let timeline = self.ledger.point_of_loan(file).zip(self.shelf.on(session)).and_then(
            |(point, rules)| Timeline::new(file, &point.calendar, rules, session, session),
        );
        timeline.map_or(Dong::ZERO, |timeline| timeline.interest_to_pay_at(session))
    }
}

/// A sheet before any rule was asked, nor who led the group: that may have changed since it was
/// saved.
pub(super) fn unasked(new: &NewSheet) -> Change {
    change(new, None, entry::sheet::Accepted::default())
}

fn change(
    new: &NewSheet,
    collected_by: Option<String>,
    accepted: entry::sheet::Accepted,
) -> Change {
    Change::Sheet(SheetFacts {
        id: new.id.clone(),
        group: new.group.clone(),
        session: new.session,
        presence: new.attendance,
        lines: serde_json::to_string(&new.lines).unwrap_or_default(),
        payments: accepted.payments,
        savings: accepted.savings,
        reverses: None,
        trail: Trail { collected_by, ..Trail::default() },
    })
}
