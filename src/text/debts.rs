//! The phrases of place 3, due and overdue.
#![allow(missing_docs)]

mod en;
mod vi;

pub use en::EN;
pub use vi::VI;

use super::{Language, format};
use crate::domain::debt_reason::DebtReason;

#[derive(Debug)]
pub struct Debts {
    pub title: &'static str,
    /// The lists, long and short.
    pub lists: [(&'static str, &'static str); 4],
    /// The principal and the interest of a list.
    pub split: fn(&str, &str) -> String,
    pub all: &'static str,
    pub session_of: fn(&str, &str) -> String,
    pub owes_interest: &'static str,
    pub inactive: &'static str,
    pub days: &'static str,
    pub whole_book: &'static str,
    pub filtered_by: fn(&str) -> String,
    pub loans: fn(usize) -> String,
    pub empty: [&'static str; 4],
    pub empty_filtered: &'static str,
    pub page_of_groups: &'static str,
    pub head: Head,
    pub keys: Keys,
    pub choose: Choose,
    pub detail: Detail,
    pub explains: [&'static [&'static str]; 4],
    pub parts: Parts,
    pub points: Points,
}

/// Parts of the list of what needs somebody.
#[derive(Debug)]
pub struct Parts {
    pub falls_due: &'static str,
    pub overdue: &'static str,
    pub frozen: &'static str,
    pub deadline: &'static str,
    pub promise: &'static str,
}

/// How the points come about by which it is told whom to talk to first.
#[derive(Debug)]
pub struct Points {
    pub of: fn(&str) -> String,
    pub to_pay: fn(&str, &str, &str) -> String,
    pub table: &'static str,
    pub step: fn(&str, u32) -> String,
    pub overdue: &'static str,
    pub days: &'static str,
    pub months: &'static str,
    pub promise: fn(u32, u32) -> String,
    pub not_visited: fn(u32) -> String,
    pub order: &'static str,
}

/// Headings of columns.
#[derive(Debug)]
pub struct Head {
    pub name: &'static str,
    pub leader: &'static str,
    pub group: &'static str,
    pub village: &'static str,
    pub session: &'static str,
    pub principal: &'static str,
    pub interest: &'static str,
    pub outstanding: &'static str,
    pub overdue: &'static str,
    pub days: &'static str,
    pub arrears: &'static str,
    pub visit: &'static str,
    pub contact: &'static str,
    pub promise: &'static str,
    pub points: &'static str,
    pub reason: &'static str,
    pub unpaid_since: &'static str,
    pub last_movement: &'static str,
    pub inactive_since: &'static str,
    pub loan: &'static str,
}

#[derive(Debug)]
pub struct Keys {
    pub list: &'static str,
    pub part: &'static str,
    pub borrower: &'static str,
    pub filter: &'static str,
    pub visit: &'static str,
    pub receipt: &'static str,
    pub by: &'static str,
    pub group_page: &'static str,
    pub only_this: &'static str,
    pub loans: &'static str,
}

/// The chooser of a village, association or group.
#[derive(Debug)]
pub struct Choose {
    pub title: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub nothing: &'static str,
    pub everything: &'static str,
    pub kind: &'static str,
    pub what: &'static str,
    pub count: &'static str,
    pub village: &'static str,
    pub point: &'static str,
    pub association: &'static str,
    pub group: &'static str,
}

/// The line about the row under the cursor.
#[derive(Debug)]
pub struct Detail {
    pub loan: fn(&str) -> String,
    pub group: fn(&str) -> String,
    pub phone: fn(&str) -> String,
    pub visited: fn(&str) -> String,
    pub talked: fn(&str) -> String,
    pub never_visited: &'static str,
    pub unpaid_since: fn(&str) -> String,
    pub inactive_since: fn(&str) -> String,
}

/// Why principal is owed, in a few words.
#[must_use]
pub fn reason(language: Language, reason: &DebtReason) -> String {
    match language {
        Language::Vi => said_vi(reason),
        Language::En => said_en(reason),
    }
}

fn said_vi(reason: &DebtReason) -> String {
    match reason {
        DebtReason::WrongUse { days, .. } => format!("trễ {days} ngày, sai mục đích"),
        DebtReason::WrongUseToRepay { deadline, .. } => {
            format!("sai mục đích, trả trước {}", format::day(*deadline))
        }
        DebtReason::LastLate { days, .. } => format!("kỳ cuối trễ {days} ngày"),
        DebtReason::Late { no, days, .. } => format!("kỳ {no} trễ {days} ngày"),
        DebtReason::RolledOn { no, days, .. } => {
            format!("kỳ {no} trễ {days} ngày, chuyển kỳ sau")
        }
        DebtReason::FallsDue { last: true, .. } => "kỳ cuối đến hạn".to_owned(),
        DebtReason::FallsDue { no, .. } => format!("kỳ {no} đến hạn"),
        DebtReason::Frozen { .. } => "đang khoanh".to_owned(),
    }
}

fn said_en(reason: &DebtReason) -> String {
    match reason {
        DebtReason::WrongUse { days, .. } => format!("{days} days late, used wrongly"),
        DebtReason::WrongUseToRepay { deadline, .. } => {
            format!("used wrongly, repay by {}", format::day(*deadline))
        }
        DebtReason::LastLate { days, .. } => format!("{days} days late, last instal."),
        DebtReason::Late { no, days, .. } => format!("{days} days late, instal. {no}"),
        DebtReason::RolledOn { no, days, .. } => {
            format!("{days} days late, instal. {no} rolled on")
        }
        DebtReason::FallsDue { last: true, .. } => "last instalment falls due".to_owned(),
        DebtReason::FallsDue { no, .. } => format!("instalment {no} falls due"),
        DebtReason::Frozen { .. } => "frozen".to_owned(),
    }
}
