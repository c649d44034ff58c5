//! What a household does with its loan beside paying what is due: all that makes a loan special.

use crate::domain::day::Day;
use crate::domain::loan::ChangeKind;

/// A payment out of the ordinary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extra {
    /// So much principal, in đồng.
    Principal(i64),
    /// So much interest, in đồng.
    Interest(i64),
    /// All interest that has accrued.
    AllInterest,
}

/// When a disbursement is visited for the first time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum FirstVisit {
    /// As the group is led.
    #[default]
    Usual,
    /// Never.
    Never,
    /// So many days after.
    After(i64),
}

/// What a visit finds.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// The day.
    pub(super) day: Day,
    /// How much was used for a wrong purpose; none: the cell stays empty.
    pub(super) wrong: Option<i64>,
    /// The visitor's note.
    pub(super) note: &'static str,
}

/// What a household does with its loan.
#[derive(Clone, Debug, Default)]
pub(super) struct Conduct {
    /// Whether chance has no say: the loan is as its story wants it.
    pub(super) steady: bool,
    /// From this day on no interest is paid.
    pub(super) stop_interest: Option<Day>,
    /// At these sessions no interest is paid.
    pub(super) skip: Vec<Day>,
    /// The most interest that is paid at a session.
    pub(super) cap: Option<i64>,
    /// From this day on no principal is paid.
    pub(super) stop_principal: Option<Day>,
    /// So much of the last instalment is left unpaid.
    pub(super) leave: i64,
    /// Further payments.
    pub(super) extra: Vec<(Day, Extra)>,
    /// Rescheduling, extension, freezing.
    pub(super) changes: Vec<(Day, ChangeKind)>,
    /// What visits find.
    pub(super) findings: Vec<Finding>,
    /// All principal is paid back on this day.
    pub(super) settle: Option<Day>,
    /// The interest is paid on another day than the last principal; none: with it.
    pub(super) settle_interest: Option<Option<Day>>,
    /// A payment of principal is typed wrongly first, and taken back.
    pub(super) mistyped: bool,
    /// Interest that was owed where the book begins in the middle.
    pub(super) owed: i64,
    /// The member left the group on this day.
    pub(super) left: Option<Day>,
    /// When the money is visited.
    pub(super) first_visit: FirstVisit,
}

impl Conduct {
    /// A story: nothing is left to chance.
    pub(super) fn told() -> Conduct {
        Conduct { steady: true, ..Conduct::default() }
    }
}
