//! Savings-and-loan groups (Tổ TK&VV), the associations above them and their members.

use super::day::Day;
use super::ids::{GroupCode, MemberCode, PlaceCode, PointCode};
use serde::{Deserialize, Serialize};

/// The association that a group stands under (hội, đoàn thể nhận ủy thác).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Association {
    /// Hội Nông dân.
    #[serde(rename = "11")]
    Farmers,
    /// Hội Phụ nữ.
    #[serde(rename = "12")]
    Women,
    /// Hội Cựu chiến binh.
    #[serde(rename = "13")]
    Veterans,
    /// Đoàn Thanh niên.
    #[serde(rename = "14")]
    Youth,
    /// Direct lending, no association.
    #[serde(rename = "99")]
    Direct,
}

impl Association {
    /// All of them, by code.
    pub const ALL: [Association; 5] =
        [Self::Farmers, Self::Women, Self::Veterans, Self::Youth, Self::Direct];

    /// Its code in the field (domain.md, section 1).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Farmers => "11",
            Self::Women => "12",
            Self::Veterans => "13",
            Self::Youth => "14",
            Self::Direct => "99",
        }
    }

    /// Its name, which is Vietnamese in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Farmers => "Hội Nông dân",
            Self::Women => "Hội Phụ nữ",
            Self::Veterans => "Hội Cựu chiến binh",
            Self::Youth => "Đoàn Thanh niên",
            Self::Direct => "Cho vay trực tiếp",
        }
    }

    /// The association of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Association> {
        Self::ALL.into_iter().find(|association| association.code() == code)
    }
}

/// A savings-and-loan group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its code.
    pub code: GroupCode,
    /// The village it belongs to: areas count it by this, never by its point.
    pub village: PlaceCode,
    /// The point at which it hands in what it collects.
    pub point: PointCode,
    /// The association above it.
    pub association: Association,
    /// Tổ trưởng. The group's name in reports is this member's name.
    pub leader: Option<MemberCode>,
    /// Tổ phó.
    pub deputy: Option<MemberCode>,
    /// The first day on which it counts.
    pub founded_on: Day,
    /// The first day on which it no longer counts.
    pub closed_on: Option<Day>,
}

impl Group {
    /// Whether the group counts on a day: founded, and not yet closed (domain.md, section 5).
    #[must_use]
    pub fn counts_on(&self, day: Day) -> bool {
        self.founded_on <= day && self.closed_on.is_none_or(|closed| day < closed)
    }
}

/// Sex, as the register has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Nam.
    Male,
    /// Nữ.
    Female,
}

/// What kind of household it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Household {
    /// Hộ nghèo.
    Poor,
    /// Hộ cận nghèo.
    NearPoor,
    /// Hộ mới thoát nghèo.
    Escaped,
    /// Any other.
    Other,
}

/// A member: one person for one household (tổ viên, hộ vay).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Customer code.
    pub code: MemberCode,
    /// The group the member belongs to.
    pub group: GroupCode,
    /// Full name.
    pub name: String,
    /// Day of birth.
    pub born: Option<Day>,
    /// Sex.
    pub sex: Option<Sex>,
    /// What kind of household.
    pub household: Option<Household>,
    /// Dân tộc. Personal: in no report by default (trust.md, section 6).
    pub ethnicity: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// ID number. Personal: masked everywhere (trust.md, section 6).
    pub id_number: Option<String>,
    /// The first day on which the member counts.
    pub joined_on: Day,
    /// The first day on which the member no longer counts. Debts stay in every sum.
    pub left_on: Option<Day>,
}

impl Member {
    /// Whether the member, in a group that counts, counts on a day (domain.md, section 5).
    #[must_use]
    pub fn counts_on(&self, day: Day) -> bool {
        self.joined_on <= day && self.left_on.is_none_or(|left| day < left)
    }
}
