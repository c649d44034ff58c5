//! Rows of master data: places, points, their sessions, groups, members.

use super::{Room, tidy};
use crate::domain::entry::master::{
    GroupEntry, MasterEntry, MemberEntry, PlaceEntry, PointEntry, PointRow, SessionEntry,
};
use crate::domain::entry::{group, member, place};
use crate::domain::group::Member;
use crate::domain::place::Place;
use crate::office::Trouble;
use crate::store::Change;

impl Room<'_> {
    /// The least and most members of a group today.
    fn group_size(&self) -> (u32, u32) {
        self.shelf.on(self.today).map_or((0, u32::MAX), |rules| rules.group_size)
    }

    pub(super) fn place(&self, new: &PlaceEntry) -> Result<Change, Trouble> {
        place::check(new, self.ledger)?;
        Ok(Change::Place(new.clone()))
    }

    pub(super) fn point(&self, new: &PointEntry) -> Result<Change, Trouble> {
        place::point(new, self.ledger)?;
        Ok(Change::Point(new.clone()))
    }

    pub(super) fn session(&self, new: &SessionEntry) -> Result<Change, Trouble> {
        place::session(new, self.ledger)?;
        Ok(Change::Session(new.clone()))
    }

    pub(super) fn group(&self, new: &GroupEntry) -> Result<Change, Trouble> {
        group::check(new, self.ledger, self.today)?;
        Ok(Change::Group(new.clone()))
    }

    pub(super) fn member(&self, new: &MemberEntry) -> Result<Change, Trouble> {
        member::check(new, self.ledger, self.group_size(), self.today)?;
        Ok(Change::Member(new.clone()))
    }
}

pub(super) fn tidied<T>(new: MasterEntry<T>, row: impl FnOnce(&mut T)) -> MasterEntry<T> {
    let mut new = MasterEntry { reason: tidy(new.reason), ..new };
    row(&mut new.row);
    new
}

pub(super) fn tidy_place(place: &mut Place) {
    place.name = place.name.trim().to_owned();
}

pub(super) fn tidy_point(point: &mut PointRow) {
    point.name = point.name.trim().to_owned();
}

pub(super) fn tidy_member(member: &mut Member) {
    let Member { name, ethnicity, phone, id_number, .. } = member;
    *name = name.trim().to_owned();
    *ethnicity = tidy(ethnicity.take());
    // Numbers are typed in groups; the blanks between them say nothing.
    let number =
        |text: Option<String>| tidy(text.map(|text| text.replace(char::is_whitespace, "")));
    *phone = number(phone.take());
    *id_number = number(id_number.take());
}
