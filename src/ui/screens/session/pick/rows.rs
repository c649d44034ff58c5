//! The rows from which one picks: loans that owe, loans not paid out in full, members.

use super::Purpose;
use crate::domain::ids::PointCode;
use crate::domain::loan::Tranche;
use crate::domain::money::Dong;
use crate::reports::due::{self, SessionAsked};
use crate::reports::loans;
use crate::reports::scope::{Part, Scope};
use crate::text::fold::{fold, name_key};
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::screens::session::receipt;
use crate::ui::widgets::table::{Cell, Column};
use std::collections::BTreeMap;

/// A loan, or a member, that can be picked.
#[derive(Clone)]
pub struct PickRow {
    /// The code of the loan or member.
    pub code: String,
    name: String,
    group: String,
    /// What is outstanding; of a loan to be paid out, its principal.
    outstanding: Dong,
    /// What is to pay; of a loan to be paid out, what is left of it.
    due: Dong,
    overdue: Dong,
    draft: bool,
    /// What is searched, folded.
    pub text: String,
}

/// The columns for a purpose.
#[must_use]
pub const fn columns(purpose: Purpose) -> &'static [Column<PickRow>] {
    match purpose {
        Purpose::Principal => OWING,
        Purpose::Interest => INTEREST,
        Purpose::Tranche => TO_PAY_OUT,
        Purpose::Contract => MEMBERS,
    }
}

const NAME: Column<PickRow> = Column::<PickRow>::text(
    |t| t.session.receipt.name,
    16,
    |row, view| view.name(&row.name).into(),
)
.grows(1);
const GROUP: Column<PickRow> =
    Column::<PickRow>::text(|t| t.session.receipt.group, 7, |row, _| row.group.as_str().into());
const LOAN: Column<PickRow> =
    Column::<PickRow>::text(|t| t.session.receipt.loan, 16, |row, _| row.code.as_str().into());
const OUTSTANDING: Column<PickRow> = Column::<PickRow>::number(
    |t| t.session.receipt.outstanding,
    12,
    |row, _| Cell::amount(row.outstanding),
)
.sums(|row| row.outstanding);
const DRAFT: Column<PickRow> = Column::<PickRow>::text(
    |t| t.session.state,
    9,
    |row, view| {
        let said = if row.draft { view.text.session.is_draft } else { "" };
        Cell::toned(said, Tone::Warn)
    },
)
.drops(3);

const OWING: &[Column<PickRow>] = &[
    NAME,
    GROUP.drops(2),
    LOAN,
    OUTSTANDING,
    Column::<PickRow>::number(|t| t.session.receipt.due_now, 11, |row, _| Cell::amount(row.due))
        .sums(|row| row.due),
    Column::<PickRow>::number(
        |t| t.session.receipt.overdue,
        10,
        |row, _| Cell::bad_amount(row.overdue),
    )
    .drops(1)
    .sums(|row| row.overdue),
    DRAFT,
];

const INTEREST: &[Column<PickRow>] = &[
    NAME,
    GROUP.drops(2),
    LOAN,
    OUTSTANDING.drops(1),
    Column::<PickRow>::number(
        |t| t.session.counter.interest_due,
        12,
        |row, _| Cell::amount(row.due),
    )
    .sums(|row| row.due),
    DRAFT,
];

const TO_PAY_OUT: &[Column<PickRow>] = &[
    NAME,
    GROUP.drops(2),
    LOAN,
    Column::<PickRow>::number(
        |t| t.session.counter.principal,
        13,
        |row, _| Cell::amount(row.outstanding),
    )
    .drops(1),
    Column::<PickRow>::number(|t| t.session.counter.left, 13, |row, _| Cell::amount(row.due))
        .sums(|row| row.due),
];

const MEMBERS: &[Column<PickRow>] = &[
    NAME,
    GROUP,
    Column::<PickRow>::text(|t| t.session.counter.member, 10, |row, _| row.code.as_str().into()),
    Column::<PickRow>::number(
        |t| t.session.receipt.outstanding,
        13,
        |row, _| Cell::amount(row.outstanding),
    ),
];

/// All that can be picked at a point for a purpose.
#[must_use]
pub fn all(point: &PointCode, purpose: Purpose, view: &View) -> Vec<PickRow> {
    match purpose {
        Purpose::Principal => owing(point, view),
        Purpose::Interest => interest(point, view),
        Purpose::Tranche => to_pay_out(point, view),
        Purpose::Contract => members(point, view),
    }
}

fn searched(name: &str, group: &str, code: &str) -> String {
    fold(&format!("{name} {group} {code}"))
}

/// Loans with principal outstanding, those that are to pay some first.
fn owing(point: &PointCode, view: &View) -> Vec<PickRow> {
    let question = view.question().within(Scope::of(Part::Point(point.clone())));
    let due = due::due(&question, SessionAsked::Next);
    let due: BTreeMap<_, Dong> = due.into_iter().map(|row| (row.loan, row.principal_due)).collect();
    let drafts = view.office().drafts().unwrap_or_default();
    let open = loans::loans(&question, false).into_iter();
    let open = open.filter(|row| row.outstanding.is_positive());
    let mut all: Vec<PickRow> = open
        .map(|row| PickRow {
            text: searched(&row.name, row.group.as_str(), row.loan.as_str()),
            due: due.get(&row.loan).copied().unwrap_or_default(),
            draft: drafts
                .iter()
                .any(|draft| draft.kind == receipt::DRAFT && draft.key == row.loan.as_str()),
            code: row.loan.to_string(),
            name: row.name,
            group: row.group.to_string(),
            outstanding: row.outstanding,
            overdue: row.overdue,
        })
        .collect();
    all.sort_by_cached_key(|row| {
        (!row.draft, !row.due.is_positive(), name_key(&row.name), row.code.clone())
    });
    all
}

/// Loans on which interest can be paid, by name.
fn interest(point: &PointCode, view: &View) -> Vec<PickRow> {
    let question = view.question().within(Scope::of(Part::Point(point.clone())));
    let drafts = view.office().drafts().unwrap_or_default();
    let mut all: Vec<PickRow> = loans::loans(&question, false)
        .into_iter()
        .map(|row| PickRow {
            text: searched(&row.name, row.group.as_str(), row.loan.as_str()),
            due: row.next_session.interest,
            draft: drafts
                .iter()
                .any(|draft| draft.kind == receipt::INTEREST && draft.key == row.loan.as_str()),
            code: row.loan.to_string(),
            name: row.name,
            group: row.group.to_string(),
            outstanding: row.outstanding,
            overdue: Dong::ZERO,
        })
        .collect();
    all.sort_by_cached_key(|row| (!row.draft, name_key(&row.name), row.code.clone()));
    all
}

/// Loans of which not all is paid out yet, by name.
fn to_pay_out(point: &PointCode, view: &View) -> Vec<PickRow> {
    let question = view.question().within(Scope::of(Part::Point(point.clone())));
    let row = |loan: crate::reports::LoanInBook<'_>| {
        let file = loan.file;
        let paid: Dong = file.tranches.iter().map(|tranche: &Tranche| tranche.amount).sum();
        let left = file.loan.principal - paid;
        let (name, group) = (&loan.member.member.name, loan.group.code.as_str());
        left.is_positive().then(|| PickRow {
            text: searched(name, group, file.loan.code.as_str()),
            code: file.loan.code.to_string(),
            name: name.clone(),
            group: group.to_owned(),
            outstanding: file.loan.principal,
            due: left,
            overdue: Dong::ZERO,
            draft: false,
        })
    };
    let mut all: Vec<PickRow> = question.loans().filter_map(row).collect();
    all.sort_by_cached_key(|row| (name_key(&row.name), row.code.clone()));
    all
}

/// Members of the point's groups, by name.
fn members(point: &PointCode, view: &View) -> Vec<PickRow> {
    let question = view.question().within(Scope::of(Part::Point(point.clone())));
    let ledger = view.ledger();
    let mut owed: BTreeMap<String, Dong> = BTreeMap::new();
    for row in loans::loans(&question, false) {
        *owed.entry(row.member.to_string()).or_default() += row.outstanding;
    }
    let mut all = Vec::new();
    for group in question.groups().filter(|group| group.counts_on(view.today)) {
        let codes = ledger.members_of.get(&group.code).map_or(&[][..], Vec::as_slice);
        let files = codes.iter().filter_map(|code| ledger.members.get(code));
        all.extend(files.filter(|file| file.member.counts_on(view.today)).map(|file| PickRow {
            text: searched(&file.member.name, group.code.as_str(), file.member.code.as_str()),
            code: file.member.code.to_string(),
            name: file.member.name.clone(),
            group: group.code.to_string(),
            outstanding: owed.get(file.member.code.as_str()).copied().unwrap_or_default(),
            due: Dong::ZERO,
            overdue: Dong::ZERO,
            draft: false,
        }));
    }
    all.sort_by_cached_key(|row| (name_key(&row.name), row.code.clone()));
    all
}
