//! `report overdue`: overdue loans by age.

use super::reasons::reasons;
use super::{LoanInBook, Question};
use crate::domain::day::Day;
use crate::domain::debt_reason::DebtReason;
use crate::domain::ids::{GroupCode, LoanCode, MemberCode, PlaceCode};
use crate::domain::loan_day::LoanDay;
use crate::domain::money::Dong;
use serde::{Serialize, Serializer};

/// How long a loan has been overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bucket {
    /// 1–30 days.
    To30,
    /// 31–90 days.
    To90,
    /// 91–180 days.
    To180,
    /// 181–360 days.
    To360,
    /// 361 days and more.
    Beyond,
}

impl Bucket {
    /// All of them, youngest first.
    pub const ALL: [Bucket; 5] = [Self::To30, Self::To90, Self::To180, Self::To360, Self::Beyond];

    /// The bucket of a number of days.
    #[must_use]
    pub const fn of(days: i64) -> Bucket {
        match days {
            ..=30 => Self::To30,
            31..=90 => Self::To90,
            91..=180 => Self::To180,
            181..=360 => Self::To360,
            _ => Self::Beyond,
        }
    }

    /// Its name in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::To30 => "1-30",
            Self::To90 => "31-90",
            Self::To180 => "91-180",
            Self::To360 => "181-360",
            Self::Beyond => "361+",
        }
    }
}

impl Serialize for Bucket {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// An overdue loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OverdueRow {
    /// The loan.
    pub loan: LoanCode,
    /// The borrower.
    pub member: MemberCode,
    /// The borrower's name.
    pub name: String,
    /// The group.
    pub group: GroupCode,
    /// The group's village.
    pub village: PlaceCode,
    /// Principal outstanding.
    pub outstanding: Dong,
    /// Overdue principal.
    pub overdue: Dong,
    /// The largest days late.
    pub days_overdue: i64,
    /// Its age.
    pub bucket: Bucket,
    /// Interest due and not paid.
    pub interest_arrears: Dong,
    /// The last visit to the loan.
    pub last_visit: Option<Day>,
    /// The day of the latest talk.
    pub last_contact: Option<Day>,
    /// Why it is overdue.
    #[serde(skip)]
    pub reasons: Vec<DebtReason>,
}

/// The overdue loans in scope, the longest overdue first, then by loan.
#[must_use]
pub fn overdue(question: &Question<'_>) -> Vec<OverdueRow> {
    let loans = question.loans_that(|day| day.standing.overdue.is_positive());
    let mut rows: Vec<OverdueRow> =
        loans.filter_map(|(loan, day)| row(question, loan, &day)).collect();
    sort(&mut rows);
    rows
}

pub(super) fn sort(rows: &mut [OverdueRow]) {
    rows.sort_by(|a, b| b.days_overdue.cmp(&a.days_overdue).then_with(|| a.loan.cmp(&b.loan)));
}

/// A loan's row, if it is overdue.
pub(super) fn row(
    question: &Question<'_>,
    loan: LoanInBook<'_>,
    day: &LoanDay,
) -> Option<OverdueRow> {
    let (as_of, standing) = (question.as_of, day.standing);
    standing.overdue.is_positive().then(|| OverdueRow {
        loan: loan.code(),
        member: loan.file.loan.member.clone(),
        name: loan.member.member.name.clone(),
        group: loan.group.code.clone(),
        village: loan.group.village.clone(),
        outstanding: standing.outstanding,
        overdue: standing.overdue,
        days_overdue: standing.days_overdue,
        bucket: Bucket::of(standing.days_overdue),
        interest_arrears: day.arrears,
        last_visit: loan.last_visit(as_of),
        last_contact: loan.file.last_contact(as_of).map(|contact| contact.day),
        reasons: reasons(question, &loan.file.loan.code, as_of),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_includes_its_last_day() {
        let names: Vec<&str> = [1, 30, 31, 90, 91, 180, 181, 360, 361, 4000]
            .into_iter()
            .map(|days| Bucket::of(days).name())
            .collect();
        assert_eq!(
            names,
            [
                "1-30", "1-30", "31-90", "31-90", "91-180", "91-180", "181-360", "181-360", "361+",
                "361+"
            ]
        );
    }
}
