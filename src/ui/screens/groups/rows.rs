//! What stands in the three lists of place 5.

use crate::domain::figures::LoanStatus;
use crate::domain::group::{Association, Household};
use crate::domain::ids::{GroupCode, LoanCode, MemberCode};
use crate::domain::money::Dong;
use crate::text::fold::name_key;
use crate::text::format;
use crate::text::words::{Named, association_short};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::table::{Cell, Column};

/// A group in the list.
pub struct GroupRow {
    /// Its code.
    pub code: GroupCode,
    /// Its leader's name, else its code.
    pub leader: String,
    village: String,
    association: Association,
    members: usize,
    outstanding: Dong,
    overdue: Dong,
    closed: bool,
}

/// A member in the list.
pub struct MemberRow {
    /// The customer code.
    pub code: MemberCode,
    /// The full name.
    pub name: String,
    household: Option<Household>,
    outstanding: Dong,
    overdue: Dong,
    savings: Dong,
    left: bool,
}

/// A loan in the list.
pub struct LoanLine {
    /// Its code.
    pub code: LoanCode,
    programme: String,
    outstanding: Dong,
    overdue: Dong,
    arrears: Dong,
    due_on: String,
    due_key: i64,
    status: LoanStatus,
}

/// The columns of groups: the leader's name never drops.
pub const GROUPS: &[Column<GroupRow>] = &[
    Column::<GroupRow>::text(
        |t| t.people.leader,
        20,
        |row, view| {
            let tone = if row.closed { Tone::Dim } else { Tone::Plain };
            let closed = view.text.people.closed;
            let mark = if row.closed { format!(" ({closed})") } else { String::new() };
            Cell::toned(format!("{}{mark}", view.name(&row.leader)), tone)
        },
    )
    .grows(3)
    .sorts(|one, other| name_key(&one.leader).cmp(&name_key(&other.leader))),
    Column::<GroupRow>::text(|t| t.people.code, 7, |row, _| row.code.to_string().into())
        .drops(3)
        .sorts(|one, other| one.code.cmp(&other.code)),
    Column::<GroupRow>::text(|t| t.people.village, 13, |row, _| row.village.as_str().into())
        .grows(2)
        .drops(4)
        .sorts(|one, other| one.village.cmp(&other.village)),
    Column::<GroupRow>::text(
        |t| t.people.association_short,
        4,
        |row, view| association_short(row.association, view.language()).into(),
    )
    .drops(5)
    .sorts(|one, other| one.association.cmp(&other.association)),
    Column::<GroupRow>::number(
        |t| t.people.members_short,
        4,
        |row, _| format::count(row.members).into(),
    )
    .drops(2)
    .sorts(|one, other| one.members.cmp(&other.members)),
    Column::<GroupRow>::number(
        |t| t.people.outstanding,
        13,
        |row, _| Cell::amount(row.outstanding),
    )
    .sorts(|one, other| one.outstanding.cmp(&other.outstanding))
    .sums(|row| row.outstanding),
    Column::<GroupRow>::number(|t| t.people.overdue, 10, |row, _| Cell::bad_amount(row.overdue))
        .drops(1)
        .sorts(|one, other| one.overdue.cmp(&other.overdue))
        .sums(|row| row.overdue),
];

/// Members of a group.
pub const MEMBERS: &[Column<MemberRow>] = &[
    Column::<MemberRow>::text(
        |t| t.people.name,
        18,
        |row, view| {
            let tone = if row.left { Tone::Dim } else { Tone::Plain };
            let mark =
                if row.left { format!(" ({})", view.text.people.left) } else { String::new() };
            Cell::toned(format!("{}{mark}", view.name(&row.name)), tone)
        },
    )
    .grows(2)
    .sorts(|one, other| name_key(&one.name).cmp(&name_key(&other.name))),
    Column::<MemberRow>::text(|t| t.people.code, 10, |row, _| row.code.to_string().into())
        .drops(3)
        .sorts(|one, other| one.code.cmp(&other.code)),
    Column::<MemberRow>::text(
        |t| t.people.household,
        15,
        |row, view| {
            row.household
                .map_or_else(String::new, |kind| kind.say(view.language()).to_owned())
                .into()
        },
    )
    .drops(4)
    .sorts(|one, other| one.household.cmp(&other.household)),
    Column::<MemberRow>::number(|t| t.people.savings, 9, |row, _| Cell::amount(row.savings))
        .drops(2)
        .sorts(|one, other| one.savings.cmp(&other.savings))
        .sums(|row| row.savings),
    Column::<MemberRow>::number(
        |t| t.people.outstanding,
        12,
        |row, _| Cell::amount(row.outstanding),
    )
    .sorts(|one, other| one.outstanding.cmp(&other.outstanding))
    .sums(|row| row.outstanding),
    Column::<MemberRow>::number(|t| t.people.overdue, 10, |row, _| Cell::bad_amount(row.overdue))
        .drops(1)
        .sorts(|one, other| one.overdue.cmp(&other.overdue))
        .sums(|row| row.overdue),
];

/// Loans of a member.
pub const LOANS: &[Column<LoanLine>] = &[
    Column::<LoanLine>::text(|t| t.people.programme, 12, |row, _| row.programme.as_str().into())
        .grows(1)
        .sorts(|one, other| one.programme.cmp(&other.programme)),
    Column::<LoanLine>::text(|t| t.people.code, 16, |row, _| row.code.to_string().into())
        .drops(4)
        .sorts(|one, other| one.code.cmp(&other.code)),
    Column::<LoanLine>::text(
        |t| t.people.status,
        10,
        |row, view| {
            let tone = match row.status {
                LoanStatus::Overdue => Tone::Bad,
                LoanStatus::Frozen => Tone::Warn,
                LoanStatus::Settled => Tone::Dim,
                LoanStatus::InTerm => Tone::Plain,
            };
            Cell::toned(row.status.say(view.language()), tone)
        },
    )
    .drops(2)
    .sorts(|one, other| one.status.cmp(&other.status)),
    Column::<LoanLine>::number(|t| t.people.due_on, 10, |row, _| row.due_on.as_str().into())
        .drops(3)
        .sorts(|one, other| one.due_key.cmp(&other.due_key)),
    Column::<LoanLine>::number(
        |t| t.people.outstanding,
        12,
        |row, _| Cell::amount(row.outstanding),
    )
    .sorts(|one, other| one.outstanding.cmp(&other.outstanding))
    .sums(|row| row.outstanding),
    Column::<LoanLine>::number(|t| t.people.overdue, 10, |row, _| Cell::bad_amount(row.overdue))
        .drops(1)
        .sorts(|one, other| one.overdue.cmp(&other.overdue))
        .sums(|row| row.overdue),
    Column::<LoanLine>::number(|t| t.people.arrears, 11, |row, _| Cell::bad_amount(row.arrears))
        .drops(5)
        .sorts(|one, other| one.arrears.cmp(&other.arrears))
        .sums(|row| row.arrears),
];

/// The groups of the book with their sums on the day.
pub fn groups(view: &View) -> Vec<GroupRow> {
    let ledger = view.ledger();
    let question = view.question();
    let row = |group: &crate::domain::group::Group| {
        let sums = question.tally_of(group);
        let members = ledger.members_of.get(&group.code).map_or(&[][..], Vec::as_slice);
        let counts = |code: &&MemberCode| {
            ledger.members.get(*code).is_some_and(|file| file.member.counts_on(view.as_of))
        };
        let village = ledger.places.get(&group.village);
        GroupRow {
            code: group.code.clone(),
            leader: ledger.group_name(group).to_owned(),
            village: village.map(|place| place.name.clone()).unwrap_or_default(),
            association: group.association,
            members: members.iter().filter(counts).count(),
            outstanding: sums.outstanding,
            overdue: sums.overdue,
            closed: !group.counts_on(view.as_of),
        }
    };
    ledger.groups.values().map(row).collect()
}

/// The members of a group, those who left at the end.
pub fn members(view: &View, group: &GroupCode) -> Vec<MemberRow> {
    let ledger = view.ledger();
    let codes = ledger.members_of.get(group).map_or(&[][..], Vec::as_slice);
    let question = view.question();
    let row = |code: &MemberCode| {
        let file = ledger.members.get(code)?;
        let (mut outstanding, mut overdue) = (Dong::ZERO, Dong::ZERO);
        for loan in file.loans.iter().filter_map(|loan| ledger.loans.get(loan)) {
            let standing = question.loan_day(loan).map(|day| day.standing).unwrap_or_default();
            outstanding += standing.outstanding;
            overdue += standing.overdue;
        }
        Some(MemberRow {
            code: code.clone(),
            name: file.member.name.clone(),
            household: file.member.household,
            outstanding,
            overdue,
            savings: saved(file, view),
            left: !file.member.counts_on(view.as_of),
        })
    };
    let mut rows: Vec<MemberRow> = codes.iter().filter_map(row).collect();
    rows.sort_by_key(|row| row.left);
    rows
}

/// What a member has saved on the day asked about.
fn saved(file: &crate::domain::ledger::MemberFile, view: &View) -> Dong {
    let sum = |rows: &[crate::domain::loan::Movement]| -> Dong {
        rows.iter().filter(|row| row.day <= view.as_of).map(|row| row.amount).sum()
    };
    sum(&file.deposits) - sum(&file.withdrawals)
}

/// The loans of a member.
pub fn loans(view: &View, member: &MemberCode) -> Vec<LoanLine> {
    let ledger = view.ledger();
    let Some(file) = ledger.members.get(member) else { return Vec::new() };
    let question = view.question();
    let row = |code: &LoanCode| {
        let loan = ledger.loans.get(code)?;
        let day = question.loan_day(loan)?;
        let due_on = loan.loan.due_on;
        Some(LoanLine {
            code: code.clone(),
            programme: programme(view, loan.loan.programme.as_str()),
            outstanding: day.standing.outstanding,
            overdue: day.standing.overdue,
            arrears: day.arrears,
            due_on: format::day(due_on),
            due_key: view.as_of.days_until(due_on),
            status: day.status,
        })
    };
    file.loans.iter().filter_map(row).collect()
}

/// A programme's name by the rulebook of the day, else its code.
pub fn programme(view: &View, code: &str) -> String {
    let known = view.rules().and_then(|rules| rules.programme(&code.into()));
    known.map_or_else(|| code.to_owned(), |programme| programme.name.clone())
}
