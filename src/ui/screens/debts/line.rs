//! What the lists of place 3 have in common: whose loan a row is, and the parts of a list.

use crate::domain::day::Day;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PointCode};
use crate::domain::money::Dong;
use crate::reports::overdue::Bucket;
use crate::text::format;
use crate::ui::screen::View;
use crate::ui::widgets::table::Column;

/// Whose loan a row is.
#[derive(Clone)]
pub struct Who {
    pub loan: LoanCode,
    pub name: String,
    pub group: GroupCode,
    pub leader: String,
    pub village: String,
    phone: Option<String>,
    pub last_visit: Option<Day>,
}

impl Who {
    /// Finds names and village to the codes of a report's row.
    pub fn of(
        view: &View,
        (loan, member): (&LoanCode, &MemberCode),
        group: &GroupCode,
        last_visit: Option<Day>,
    ) -> Who {
        let ledger = view.ledger();
        let member = ledger.members.get(member).map(|file| &file.member);
        let found = ledger.groups.get(group);
        let village = found.and_then(|group| ledger.places.get(&group.village));
        Who {
            loan: loan.clone(),
            name: member.map(|member| member.name.clone()).unwrap_or_default(),
            group: group.clone(),
            leader: found.map(|group| ledger.group_name(group).to_owned()).unwrap_or_default(),
            village: village.map(|place| place.name.clone()).unwrap_or_default(),
            phone: member.and_then(|member| member.phone.clone()),
            last_visit,
        }
    }

    /// What the line below the list says of everybody.
    pub fn facts(&self, view: &View) -> Vec<String> {
        let detail = &view.text.debts.detail;
        let phone = self.phone.as_ref().map(|number| (detail.phone)(&view.number(number)));
        let visited = self.last_visit.map_or_else(
            || detail.never_visited.to_owned(),
            |day| (detail.visited)(&format::day(day)),
        );
        // what does not fit drops from the end: the code of 16 digits before what one reads
        let mut facts = vec![visited, self.village.clone()];
        facts.extend(phone);
        facts.extend([(detail.loan)(self.loan.as_str()), (detail.group)(self.group.as_str())]);
        facts
    }
}

/// A part of a list, chosen with the arrows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    All,
    /// What is to be paid at this point's next session.
    Session {
        /// The point.
        point: PointCode,
        /// Its name.
        name: String,
        /// The session.
        day: Day,
    },
    /// Overdue for so long.
    Age(Bucket),
    /// With interest arrears.
    OwesInterest,
    /// Without movement for three months.
    Inactive,
}

impl Part {
    /// How it is said.
    pub fn say(&self, view: &View) -> String {
        let text = &view.text.debts;
        match self {
            Part::All => text.all.to_owned(),
            Part::Session { name, day, .. } => {
                // the column of points is full of "Điểm giao dịch"; the name alone tells them apart
                let name = name.strip_prefix("Điểm giao dịch ").unwrap_or(name);
                (text.session_of)(&format::short_day(*day), name)
            }
            Part::Age(bucket) => format!("{} {}", bucket.name(), text.days),
            Part::OwesInterest => text.owes_interest.to_owned(),
            Part::Inactive => text.inactive.to_owned(),
        }
    }
}

/// A row of a list of place 3.
pub trait Line: Clone + 'static {
    /// The columns of its list.
    const COLUMNS: &'static [Column<Self>];
    /// All rows of the book.
    fn read(view: &View) -> Vec<Self>;
    /// The parts of its list; the first is all of it.
    fn parts(view: &View) -> Vec<Part>;
    /// Whether it belongs to a part.
    fn is_in(&self, part: &Part) -> bool;
    /// Whose loan it is.
    fn who(&self) -> &Who;
    /// What the list is about.
    fn amount(&self) -> Dong;
    /// Its principal and interest, where the amount is both and says little as one sum.
    fn split(&self) -> Option<(Dong, Dong)> {
        None
    }
    /// What the line below the list says of it first.
    fn facts(&self, view: &View) -> Vec<String>;
}
