//! Refusals of the collection day: cash, promises, money off the calendar, action items.

use super::Why;
use crate::domain::day::Day;
use crate::domain::money::Dong;

/// Why not, of the collection day (domain.md, section 9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Collection {
    /// Something was promised: both the amount and the day are needed.
    PromiseHalf,
    /// What the group's sheets come to is another sum by now; that sum.
    SheetsComeTo(Dong),
    /// Nothing of the group is saved for that session, so there is nothing to count against.
    NoSheet,
    /// The notes are more than what was counted; what they come to.
    NotesBeyond(Dong),
    /// The cash differs from the sheets, and nothing says why; by how much.
    DifferenceUnexplained(Dong),
    /// Money of a session whose cash is counted is taken back only with a second person's word.
    SecondPerson,
    /// The second person is who records it; the name.
    SecondPersonSame(String),
    /// Money on a day without a session needs a reason; the sessions before and after it.
    OffCalendar(Day, Day),
    /// Less interest than is to pay needs a reason; what is to pay.
    PartialUnexplained(Dong),
    /// The action item is closed already; since when.
    ClosedAlready(Day),
    /// The action item is open.
    NotClosed,
    /// Action items that count name the meeting.
    BearsActions,
    /// The action item has steps that count.
    BearsSteps,
}

impl From<Collection> for Why {
    fn from(why: Collection) -> Why {
        Why::Collection(why)
    }
}
