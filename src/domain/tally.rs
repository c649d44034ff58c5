//! What a group adds up to in a month up to a day; areas are sums of their groups, so that ratios of
//! an area are ratios of sums (domain.md, section 5).

use super::day::Day;
use super::group::Group;
use super::ledger::{Ledger, MemberFile, Presence};
use super::loan::LoanFile;
use super::money::Dong;
use super::ratio::{Ratio, RatioId};
use super::rulebook::Rulebook;
use super::score::{Grade, Scorecard, score};
use super::timeline::{Timeline, paid_until};
use std::iter::Sum;
use std::ops::{Add, AddAssign};

/// The sums of one group or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Groups that count.
    pub groups: i64,
    /// Members that count.
    pub members: i64,
    /// Loans with principal outstanding.
    pub loans: i64,
    /// Members with principal outstanding.
    pub borrowers: i64,
    /// Principal outstanding.
    pub outstanding: Dong,
    /// Overdue principal.
    pub overdue: Dong,
    /// Frozen principal.
    pub frozen: Dong,
    /// Savings.
    pub savings: Dong,
    /// Interest arrears of all loans.
    pub interest_arrears: Dong,
    /// Loans outstanding with interest arrears.
    pub loans_in_arrears: i64,
    /// Loans with overdue principal.
    pub loans_overdue: i64,
    /// Outstanding principal of loans overdue more than 0, 30 and 90 days.
    pub par: [Dong; 3],
    /// Instalments with their effective due day in the period: paid part and amount.
    pub principal_due: (Dong, Dong),
    /// Interest paid in the period, and what fell due in it.
    pub interest_due: (Dong, Dong),
    /// Sessions of the period at which the group was represented, and all of them.
    pub attendance: (i64, i64),
    /// Members with a deposit in the period.
    pub savers: i64,
    /// Increase of savings in the period.
    pub savings_increase: Dong,
    /// Disbursements whose visit deadline falls in the period: visited in time, and all.
    pub visits_30d: (i64, i64),
    /// Inactive loans.
    pub inactive: i64,
    /// Principal outstanding on the baseline day.
    pub baseline: Dong,
    /// Groups graded good.
    pub good_groups: i64,
    /// Groups graded weak.
    pub weak_groups: i64,
    /// Whether it is an area, in which groups are graded; a group alone has no share of groups.
    pub of_area: bool,
}

impl Tally {
    /// Adds up one group for the month of `day` up to it, with growth against `baseline`.
    ///
    /// Members count only while they and their group do; money is never left out.
    #[must_use]
    pub fn of_group(
        ledger: &Ledger,
        group: &Group,
        rules: &Rulebook,
        day: Day,
        baseline: Day,
    ) -> Tally {
        let mut tally = Tally { groups: i64::from(group.counts_on(day)), ..Tally::default() };
        let period = Period { start: day.month().first_day(), day, baseline };
        let members = ledger.members_of.get(&group.code).map_or(&[][..], Vec::as_slice);
        for member in members.iter().filter_map(|code| ledger.members.get(code)) {
            tally.add_member(member, group, &period);
            let mut borrows = false;
            for file in member.loans.iter().filter_map(|code| ledger.loans.get(code)) {
                if let Some(timeline) = ledger.timeline(file, rules, day) {
                    borrows |= tally.add_loan(file, &timeline, &period);
                }
            }
            tally.borrowers += i64::from(borrows);
        }
        tally.attendance = attendance(ledger, group, &period);
        tally
    }

    fn add_member(&mut self, file: &MemberFile, group: &Group, period: &Period) {
        let saved = |on| paid_until(&file.deposits, on) - paid_until(&file.withdrawals, on);
        let savings = saved(period.day);
        self.savings += savings;
        self.savings_increase += savings - saved(period.start.plus(-1));
        if group.counts_on(period.day) && file.member.counts_on(period.day) {
            self.members += 1;
            let deposited = file.deposits.iter().any(|deposit| period.holds(deposit.day));
            self.savers += i64::from(deposited);
        }
    }

    /// Adds a loan; whether principal is outstanding.
    fn add_loan(&mut self, file: &LoanFile, timeline: &Timeline<'_>, period: &Period) -> bool {
        let standing = timeline.standing_on(period.day);
        let outstanding = standing.outstanding.is_positive();
        let arrears = timeline.interest_on(period.day).arrears;
        self.loans += i64::from(outstanding);
        self.outstanding += standing.outstanding;
        self.overdue += standing.overdue;
        self.frozen += standing.frozen;
        self.interest_arrears += arrears;
        self.loans_in_arrears += i64::from(outstanding && arrears.is_positive());
        self.loans_overdue += i64::from(standing.overdue.is_positive());
        for (sum, over) in self.par.iter_mut().zip([0, 30, 90]) {
            if standing.days_overdue > over {
                *sum += standing.outstanding;
            }
        }
        self.inactive += i64::from(timeline.inactive_since().is_some());
        self.baseline += timeline.outstanding_on(period.baseline);
        self.add_principal_due(timeline, period);
        self.add_interest_due(file, timeline, period);
        self.add_visits(file, timeline, period);
        outstanding
    }

    fn add_principal_due(&mut self, timeline: &Timeline<'_>, period: &Period) {
        for (due, paid) in timeline.filled_on(period.day) {
            if period.holds(due.effective_due_on) {
                self.principal_due.0 += paid;
                self.principal_due.1 += due.amount;
            }
        }
    }

    fn add_interest_due(&mut self, file: &LoanFile, timeline: &Timeline<'_>, period: &Period) {
        let paid = file.interest_paid.iter().filter(|paid| period.holds(paid.day));
        self.interest_due.0 += paid.map(|paid| paid.amount).sum();
        let last = timeline.calendar.last_before(period.day.plus(1));
        if last >= period.start {
            let before = timeline.calendar.last_before(period.start);
            let fell_due = timeline.due_at_session(last) - timeline.due_at_session(before);
            self.interest_due.1 += fell_due;
        }
    }

    fn add_visits(&mut self, file: &LoanFile, timeline: &Timeline<'_>, period: &Period) {
        let days = i64::from(timeline.rules.visits.after_disbursement_days);
        let opened = file.opening.as_ref().map(|opening| opening.day);
        for tranche in &file.tranches {
            let deadline = tranche.day.plus(days);
            let in_figures = opened.is_none_or(|opened| tranche.day > opened);
            if in_figures && tranche.day <= period.day && period.holds(deadline) {
                let in_time = |visit: Day| (tranche.day..=deadline).contains(&visit);
                let visited = file.visits.iter().any(|visit| in_time(visit.day));
                self.visits_30d.0 += i64::from(visited);
                self.visits_30d.1 += 1;
            }
        }
    }

    /// The ratio of a measure; that of the shares of groups only in an area.
    #[must_use]
    pub fn ratio(&self, id: RatioId) -> Ratio {
        let of_outstanding = |part: Dong| Ratio::new(part.get(), self.outstanding.get());
        let of_loans = |count| Ratio::new(count, self.loans);
        let graded = if self.of_area { self.groups } else { 0 };
        let [par_1, par_30, par_90] = self.par;
        match id {
            RatioId::OverdueRatio => of_outstanding(self.overdue),
            RatioId::FrozenRatio => of_outstanding(self.frozen),
            RatioId::OverdueFrozenRatio => of_outstanding(self.overdue + self.frozen),
            RatioId::Par1 => of_outstanding(par_1),
            RatioId::Par30 => of_outstanding(par_30),
            RatioId::Par90 => of_outstanding(par_90),
            RatioId::PrincipalDueRatio => of_money(self.principal_due),
            RatioId::InterestRatio => of_money(self.interest_due),
            RatioId::InterestArrearsRatio => of_loans(self.loans_in_arrears),
            RatioId::AttendanceRatio => Ratio::new(self.attendance.0, self.attendance.1),
            RatioId::SavingsParticipation => Ratio::new(self.savers, self.members),
            RatioId::SavingsIncrease => Ratio::new(self.savings_increase.get(), self.members),
            RatioId::Visit30dRatio => Ratio::new(self.visits_30d.0, self.visits_30d.1),
            RatioId::InactiveRatio => of_loans(self.inactive),
            RatioId::GoodGroupShare => Ratio::new(self.good_groups, graded),
            RatioId::WeakGroupShare => Ratio::new(self.weak_groups, graded),
            RatioId::Growth => {
                Ratio::new((self.outstanding - self.baseline).get(), self.baseline.get())
            }
        }
    }

    /// The group's scorecard.
    #[must_use]
    pub fn group_scorecard(&self, rules: &Rulebook) -> Scorecard {
        score(&rules.group_criteria, &rules.grades, |id| self.ratio(id))
    }

    /// The area's scorecard.
    #[must_use]
    pub fn area_scorecard(&self, rules: &Rulebook) -> Scorecard {
        score(&rules.area_criteria, &rules.grades, |id| self.ratio(id))
    }

    /// The same group as a part of an area: its own grade is counted.
    #[must_use]
    pub fn graded(self, rules: &Rulebook) -> Tally {
        if self.groups == 0 {
            return Tally { of_area: true, ..self };
        }
        let grade = self.group_scorecard(rules).grade;
        Tally {
            good_groups: i64::from(grade == Grade::Good),
            weak_groups: i64::from(grade == Grade::Weak),
            of_area: true,
            ..self
        }
    }

    /// An area without any group.
    #[must_use]
    pub fn empty_area() -> Tally {
        Tally { of_area: true, ..Tally::default() }
    }
}

fn of_money((part, whole): (Dong, Dong)) -> Ratio {
    Ratio::new(part.get(), whole.get())
}

/// The calendar month of a day, from its first day to it, and the day growth is measured against.
struct Period {
    start: Day,
    day: Day,
    baseline: Day,
}

impl Period {
    fn holds(&self, day: Day) -> bool {
        (self.start..=self.day).contains(&day)
    }
}

/// Sessions of the period while the group existed: those at which its leader or deputy was, and all.
fn attendance(ledger: &Ledger, group: &Group, period: &Period) -> (i64, i64) {
    let Some(point) = ledger.point_of(group) else {
        return (0, 0);
    };
    let sessions = point.calendar.between(period.start, period.day);
    let mut counts = (0, 0);
    for session in sessions.into_iter().filter(|session| group.counts_on(*session)) {
        let by = ledger.attendance.get(&(group.code.clone(), session));
        counts.0 += i64::from(matches!(by, Some(Presence::Leader | Presence::Deputy)));
        counts.1 += 1;
    }
    counts
}

impl Add for Tally {
    type Output = Tally;
    fn add(self, other: Tally) -> Tally {
        let [a1, a30, a90] = self.par;
        let [b1, b30, b90] = other.par;
        Tally {
            groups: self.groups + other.groups,
            members: self.members + other.members,
            loans: self.loans + other.loans,
            borrowers: self.borrowers + other.borrowers,
            outstanding: self.outstanding + other.outstanding,
            overdue: self.overdue + other.overdue,
            frozen: self.frozen + other.frozen,
            savings: self.savings + other.savings,
            interest_arrears: self.interest_arrears + other.interest_arrears,
            loans_in_arrears: self.loans_in_arrears + other.loans_in_arrears,
            loans_overdue: self.loans_overdue + other.loans_overdue,
            par: [a1 + b1, a30 + b30, a90 + b90],
            principal_due: pair(self.principal_due, other.principal_due),
            interest_due: pair(self.interest_due, other.interest_due),
            attendance: pair(self.attendance, other.attendance),
            savers: self.savers + other.savers,
            savings_increase: self.savings_increase + other.savings_increase,
            visits_30d: pair(self.visits_30d, other.visits_30d),
            inactive: self.inactive + other.inactive,
            baseline: self.baseline + other.baseline,
            good_groups: self.good_groups + other.good_groups,
            weak_groups: self.weak_groups + other.weak_groups,
            of_area: self.of_area || other.of_area,
        }
    }
}

fn pair<T: Add<Output = T>>(one: (T, T), other: (T, T)) -> (T, T) {
    (one.0 + other.0, one.1 + other.1)
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        *self = *self + other;
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::empty_area(), Add::add)
    }
}
