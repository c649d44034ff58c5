//! What a group adds up to in a month up to a day; areas are sums of their groups, so that ratios
//! of an area are ratios of sums (domain.md, section 5).

use super::day::Day;
use super::group::Group;
use super::ledger::{Ledger, MemberFile};
use super::loan::{LoanFile, paid_until};
use super::money::Dong;
use super::ratio::{Ratio, RatioId};
use super::rulebook::Rulebook;
use super::score::{Grade, Scorecard, score};
use super::timeline::Timeline;
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
        let members = ledger.members_of.get(&group.code).map_or(&[][..], Vec::as_slice);
        let members = members.iter().filter_map(|code| ledger.members.get(code));
        let mut tally = Tally::of_board(ledger, group, day);
        for member in members {
            tally += Tally::of_savings(member, group, day);
            let mut loans = Tally::default();
            for file in member.loans.iter().filter_map(|code| ledger.loans.get(code)) {
                if let Some(timeline) = ledger.timeline(file, rules, day) {
                    loans += Tally::of_loan(file, &timeline, baseline);
                }
            }
            // A member with several loans is one borrower.
            tally += Tally { borrowers: loans.borrowers.min(1), ..loans };
        }
        tally
    }

    /// What the group itself brings, without its members: that it counts, and who came for it.
    #[must_use]
    pub fn of_board(ledger: &Ledger, group: &Group, day: Day) -> Tally {
        Tally {
            groups: i64::from(group.counts_on(day)),
            attendance: attendance(ledger, group, &Period::until(day)),
            ..Tally::default()
        }
    }

    /// What one member brings, without loans.
    #[must_use]
    pub fn of_savings(file: &MemberFile, group: &Group, day: Day) -> Tally {
        let period = Period::until(day);
        let saved = |on| paid_until(&file.deposits, on) - paid_until(&file.withdrawals, on);
        let savings = saved(day);
        let counts = group.counts_on(day) && file.member.counts_on(day);
        let deposited = file.deposits.iter().any(|deposit| period.holds(deposit.day));
        Tally {
            members: i64::from(counts),
            savers: i64::from(counts && deposited),
            savings,
            savings_increase: savings - saved(period.start.plus(-1)),
            ..Tally::default()
        }
    }

    /// What one loan brings on the day its timeline is known on.
    #[must_use]
    pub fn of_loan(file: &LoanFile, timeline: &Timeline<'_>, baseline: Day) -> Tally {
        let day = timeline.known_on();
        let period = Period::until(day);
        let standing = timeline.standing_on(day);
        let outstanding = i64::from(standing.outstanding.is_positive());
        let arrears = timeline.arrears_on(day);
        let par = [0, 30, 90].map(|over| {
            if standing.days_overdue > over { standing.outstanding } else { Dong::ZERO }
        });
        Tally {
            loans: outstanding,
            borrowers: outstanding,
            outstanding: standing.outstanding,
            overdue: standing.overdue,
            frozen: standing.frozen,
            interest_arrears: arrears,
            loans_in_arrears: outstanding.min(i64::from(arrears.is_positive())),
            loans_overdue: i64::from(standing.overdue.is_positive()),
            par,
            inactive: i64::from(timeline.inactive_since().is_some()),
            baseline: timeline.outstanding_on(baseline),
            principal_due: principal_due(timeline, &period),
            interest_due: interest_due(file, timeline, &period),
            visits_30d: visits_in_time(file, timeline, &period),
            ..Tally::default()
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

/// The calendar month of a day, from its first day to it.
struct Period {
    start: Day,
    day: Day,
}

impl Period {
    fn until(day: Day) -> Period {
        Period { start: day.month().first_day(), day }
    }

    fn holds(&self, day: Day) -> bool {
        (self.start..=self.day).contains(&day)
    }
}

/// Instalments with their effective due day in the period: what is paid of them, and their amounts.
fn principal_due(timeline: &Timeline<'_>, period: &Period) -> (Dong, Dong) {
    let filled = timeline.filled_on(period.day);
    let due = filled.filter(|(due, _)| period.holds(due.effective_due_on));
    due.fold((Dong::ZERO, Dong::ZERO), |sum, (due, paid)| pair(sum, (paid, due.amount)))
}

/// Interest paid in the period, and what fell due at its sessions.
fn interest_due(file: &LoanFile, timeline: &Timeline<'_>, period: &Period) -> (Dong, Dong) {
    let paid = file.interest_paid.iter().filter(|paid| period.holds(paid.day));
    let paid = paid.map(|paid| paid.amount).sum();
    let last = timeline.calendar.last_before(period.day.plus(1));
    if last < period.start {
        return (paid, Dong::ZERO);
    }
    let before = timeline.calendar.last_before(period.start);
    (paid, timeline.due_at_session(last) - timeline.due_at_session(before))
}

/// Disbursements whose visit deadline falls in the period: those visited in time, and all.
fn visits_in_time(file: &LoanFile, timeline: &Timeline<'_>, period: &Period) -> (i64, i64) {
    let opened = file.opening.as_ref().map(|opening| opening.day);
    let mut counts = (0, 0);
    for tranche in &file.tranches {
        let deadline = timeline.rules.visits.deadline(tranche.day);
        let in_figures = opened.is_none_or(|opened| tranche.day > opened);
        if in_figures && tranche.day <= period.day && period.holds(deadline) {
            let in_time = |visit: Day| (tranche.day..=deadline).contains(&visit);
            let visited = file.visits.iter().any(|visit| in_time(visit.day));
            counts = pair(counts, (i64::from(visited), 1));
        }
    }
    counts
}

/// Sessions of the period while the group existed: those with its leader or deputy, and all.
fn attendance(ledger: &Ledger, group: &Group, period: &Period) -> (i64, i64) {
    let Some(point) = ledger.point_of(group) else {
        return (0, 0);
    };
    let sessions = point.calendar.between(period.start, period.day);
    let mut counts = (0, 0);
    for session in sessions.into_iter().filter(|session| group.counts_on(*session)) {
        let by = ledger.attendance.get(&(group.code.clone(), session));
        counts.0 += i64::from(by.is_some_and(|by| by.represents()));
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
