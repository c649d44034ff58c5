//! Where things are: places of administration, and the bank's transaction points.

use super::calendar::Calendar;
use super::ids::{PlaceCode, PointCode};
use serde::{Deserialize, Serialize};

/// What kind of place it is. Districts were abolished on 1/7/2025 and are optional.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// Tỉnh.
    Province,
    /// Huyện.
    District,
    /// Xã.
    Commune,
    /// Ấp, thôn.
    Village,
}

/// A place of administration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: PlaceCode,
    /// What kind it is.
    pub kind: PlaceKind,
    /// Its name.
    pub name: String,
    /// The place it lies in.
    pub parent: Option<PlaceCode>,
    /// Whether it counts as a difficult area, where less coverage by visits is asked for.
    pub difficult: bool,
}

/// A transaction point (điểm giao dịch xã).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its code.
    pub code: PointCode,
    /// The commune it serves.
    pub commune: PlaceCode,
    /// Its name.
    pub name: String,
    /// Its collection days.
    pub calendar: Calendar,
}
