//! What the second way to the figures is told: the facts of one loan and the rules, as they stand
//! in files, and the days of the calendar. Nothing of the program.

use chrono::{Datelike, NaiveDate};

/// A day.
pub type Date = NaiveDate;

/// What the rulebook of the day asked about says of loans.
#[derive(Clone, Debug)]
pub struct Rules {
    /// What overdue principal accrues, as a fraction: 130 of 100.
    pub overdue_factor: (i128, i128),
    /// Days of a year of interest.
    pub day_count: i128,
    /// Loans disbursed on or after: each late instalment is overdue.
    pub each_instalment_from: Date,
    /// Programmes that always follow the older rule.
    pub exempt: Vec<String>,
    /// Days to repay what was wrongly used.
    pub wrong_use_days: u64,
    /// Months without movement.
    pub inactive_months: u32,
    /// Programmes that are never inactive.
    pub never_inactive: Vec<String>,
}

impl Rules {
    /// How many parts of interest make a đồng: rates are in ten-thousandths of a percent.
    pub fn whole(&self) -> i128 {
        self.day_count * 100 * 10_000 * self.overdue_factor.1
    }

    /// The parts that a day brings.
    pub fn a_day(&self, rate: i128, in_term: i64, overdue: i64) -> i128 {
        let (more, than) = self.overdue_factor;
        i128::from(in_term) * rate * than + i128::from(overdue) * rate * more
    }
}

/// A change of a loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Reschedule { no: u32, due: Date },
    Extend { due: Date },
    Freeze { until: Option<Date> },
    Unfreeze,
}

/// How a loan stood when the book began.
#[derive(Clone, Debug)]
pub struct Opening {
    pub day: Date,
    pub outstanding: i64,
    pub owed: i64,
    pub last_movement: Option<Date>,
}

/// The collection days of a loan's point.
#[derive(Clone, Debug)]
pub struct Sessions {
    pub day: u32,
    /// Year and month, and the day on which it is held instead; none: not held.
    pub changes: Vec<((i32, u32), Option<Date>)>,
}

/// One loan; its facts by day, those of one day in the order of their ids.
#[derive(Clone, Debug)]
pub struct Facts {
    pub sessions: Sessions,
    pub programme: String,
    pub principal: i64,
    pub disbursed_on: Date,
    /// In ten-thousandths of a percent a year.
    pub rate: i128,
    pub due_on: Date,
    pub grace_until: Option<Date>,
    pub opening: Option<Opening>,
    pub tranches: Vec<(Date, i64)>,
    /// Number, due day by contract, amount.
    pub instalments: Vec<(u32, Date, i64)>,
    pub principal_paid: Vec<(Date, i64)>,
    pub interest_paid: Vec<(Date, i64)>,
    pub changes: Vec<(Date, Change)>,
    /// What visits found wrongly used; none: the cell was empty.
    pub visits: Vec<(Date, Option<i64>)>,
}

impl Sessions {
    /// Whether the bank works at the point on that day.
    pub fn holds(&self, day: Date) -> bool {
        let month = (day.year(), day.month());
        let changed = self.changes.iter().any(|(of, _)| *of == month);
        let moved_here = self.changes.iter().any(|(_, held)| *held == Some(day));
        moved_here || (day.day() == self.day && !changed)
    }

    /// The first session on or after a day.
    pub fn first_from(&self, mut day: Date) -> Date {
        while !self.holds(day) {
            day = day.succ_opt().expect("a day");
        }
        day
    }

    /// The last session strictly before a day.
    pub fn last_before(&self, mut day: Date) -> Date {
        day = day.pred_opt().expect("a day");
        while !self.holds(day) {
            day = day.pred_opt().expect("a day");
        }
        day
    }
}

impl Facts {
    /// Whether a session lies in the interest grace.
    pub fn in_grace(&self, session: Date) -> bool {
        self.grace_until.is_some_and(|until| session < until)
    }
}

/// The same day that many calendar months earlier; where that month is too short, its last day.
pub fn months_earlier(day: Date, months: u32) -> Date {
    let (mut year, mut month) = (day.year(), day.month());
    for _ in 0..months {
        (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    }
    let mut number = day.day();
    loop {
        if let Some(found) = Date::from_ymd_opt(year, month, number) {
            return found;
        }
        number -= 1;
    }
}

/// A rate of a file, `7.92`, in ten-thousandths of a percent.
pub fn rate(text: &str) -> i128 {
    let (percent, rest) = text.split_once('.').unwrap_or((text, ""));
    format!("{percent}{rest:0<4}").parse().expect("a rate")
}
