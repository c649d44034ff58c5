//! Loan-use visits (06/TD) and group checks (16/TD): what was seen on the spot.

use super::day::Day;
use super::group::Association;
use super::ids::{FactId, GroupCode, LoanCode};
use super::money::Dong;
use serde::{Deserialize, Serialize};

/// Why a visit was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitKind {
    /// After a disbursement, within 30 days.
    PostDisbursement,
    /// To a loan without movement for three months.
    Inactive,
    /// The yearly coverage.
    Annual,
    /// Unannounced.
    Unannounced,
}

impl VisitKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [VisitKind; 4] =
        [Self::PostDisbursement, Self::Inactive, Self::Annual, Self::Unannounced];
}

/// How well the investment does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Tốt.
    Good,
    /// Khá, trung bình.
    Fair,
    /// Kém.
    Poor,
    /// Không có hiệu quả.
    None,
}

/// One visit to a group on a day: one form 06/TD.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Its fact.
    pub id: FactId,
    /// The group visited.
    pub group: GroupCode,
    /// The day.
    pub day: Day,
    /// Why.
    pub kind: VisitKind,
    /// The association that visits; none where the bank or the board does.
    pub association: Option<Association>,
    /// Who visits.
    pub visitor: String,
    /// Who witnesses.
    pub witness: Option<String>,
    /// When it was reported to the association's chair.
    pub reported_on: Option<Day>,
}

/// One line of a 06/TD: what was seen of one loan. An empty cell says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitLine {
    /// The loan.
    pub loan: LoanCode,
    /// Amount really received.
    pub received: Option<Dong>,
    /// Outstanding by the borrower's own account.
    pub balance_seen: Option<Dong>,
    /// Used for the right purpose.
    pub right_use: Option<Dong>,
    /// Used for a wrong purpose.
    pub wrong_use: Option<Dong>,
    /// Not yet put to work.
    pub unused: Option<Dong>,
    /// How well the investment does.
    pub effect: Option<Effect>,
    /// Unpaid interest by the borrower's own account.
    pub interest_seen: Option<Dong>,
    /// Anything else.
    pub note: String,
}

/// What a visit's line means for its loan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenAtLoan {
    /// The visit.
    pub visit: FactId,
    /// Its day.
    pub day: Day,
    /// Its kind.
    pub kind: VisitKind,
    /// Wrong use found; none where the cell was empty.
    pub wrong_use: Option<Dong>,
}
