//! The files of a native folder and their columns, in the order of contract.md, section 2.

/// One file of the folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub file: &'static str,
    /// Whether it may be missing.
    pub optional: bool,
    /// Its columns, all of them needed, in this order.
    pub columns: &'static [&'static str],
    /// Further columns at the end, all or none of them, in this order.
    pub trail: &'static [&'static str],
}

/// What fact files may say besides.
const TRAIL: &[&str] = &["reverses", "reason", "recorded_by", "recorded_at", "machine"];
/// The same where money was collected and `reverses` is a column anyway.
const MONEY_TRAIL: &[&str] = &["reason", "collected_by", "recorded_by", "recorded_at", "machine"];

/// How a table is declared: its file, whether it is needed, its columns.
macro_rules! table {
    (
        $name:ident, $file:literal, optional: $optional:literal, $trail:expr,
        [$($column:literal),+ $(,)?]
    ) => {
        #[doc = concat!("`", $file, "`")]
        pub static $name: Table =
            Table { file: $file, optional: $optional, columns: &[$($column),+], trail: $trail };
    };
}

table!(PLACES, "places.csv", optional: false, &[], [
    "code", "kind", "name", "parent", "difficult",
]);
table!(POINTS, "points.csv", optional: false, &[], [
    "code", "commune", "name", "session_day",
]);
table!(SESSION_CHANGES, "session_changes.csv", optional: true, &[], [
    "point", "month", "held_on",
]);
table!(GROUPS, "groups.csv", optional: false, &[], [
    "code", "village", "point", "association", "leader", "deputy", "founded_on", "closed_on",
]);
table!(MEMBERS, "members.csv", optional: false, &[], [
    "code", "group", "name", "born", "sex", "household", "ethnicity", "phone", "id_number",
    "joined_on", "left_on",
]);
table!(LOANS, "loans.csv", optional: false, &[], [
    "code", "member", "programme", "principal", "disbursed_on", "rate", "term_months", "due_on",
    "purpose", "interest_grace_until", "capital",
]);
table!(OPENINGS, "openings.csv", optional: true, TRAIL, [
    "loan", "day", "outstanding", "interest_owed", "last_movement",
]);
table!(DISBURSEMENTS, "disbursements.csv", optional: true, TRAIL, [
    "id", "loan", "day", "amount",
]);
table!(INSTALMENTS, "instalments.csv", optional: true, &[], [
    "loan", "no", "due_on", "amount",
]);
table!(PAYMENTS, "payments.csv", optional: false, MONEY_TRAIL, [
    "id", "loan", "day", "kind", "amount", "place", "receipt", "reverses",
]);
table!(SAVINGS, "savings.csv", optional: true, MONEY_TRAIL, [
    "id", "member", "day", "kind", "amount", "reverses",
]);
table!(LOAN_CHANGES, "loan_changes.csv", optional: true, TRAIL, [
    "id", "loan", "day", "kind", "instalment", "value",
]);
table!(ATTENDANCE, "attendance.csv", optional: true, TRAIL, [
    "group", "session", "by",
]);
table!(VISITS, "visits.csv", optional: true, TRAIL, [
    "id", "group", "day", "kind", "association", "visitor", "witness", "reported_on",
]);
table!(VISIT_LINES, "visit_lines.csv", optional: true, TRAIL, [
    "visit", "loan", "received", "balance_seen", "right_use", "wrong_use", "unused", "effect",
    "interest_seen", "note",
]);
table!(GROUP_CHECKS, "group_checks.csv", optional: true, TRAIL, [
    "id", "group", "day", "association", "visitor", "item", "answer", "note",
]);
table!(CONTACTS, "contacts.csv", optional: true, TRAIL, [
    "id", "loan", "day", "how", "talker", "said", "promised_amount", "promised_by",
]);
table!(CASH_COUNTS, "cash_counts.csv", optional: true, TRAIL, [
    "id", "group", "session", "expected", "counted", "notes", "by", "because",
]);
table!(MEETINGS, "meetings.csv", optional: true, TRAIL, [
    "id", "area", "day", "session", "chair", "present", "minutes",
]);
table!(ACTIONS, "actions.csv", optional: true, TRAIL, [
    "id", "area", "day", "meeting", "what", "owner", "due_on",
]);
table!(ACTION_STEPS, "action_steps.csv", optional: true, TRAIL, [
    "id", "action", "day", "kind", "result",
]);
table!(CONFIRMATIONS, "confirmations.csv", optional: true, TRAIL, [
    "id", "fact", "day", "by",
]);
table!(BANK_GRADES, "bank_grades.csv", optional: true, &[], [
    "month", "level", "code", "score", "grade",
]);
table!(TARGETS, "targets.csv", optional: true, &[], [
    "area", "indicator", "from", "to", "baseline", "target", "approved_on",
]);
table!(CAPITAL, "capital.csv", optional: true, &[], [
    "area", "day", "source", "amount", "planned",
]);

/// All of them, in the order in which faults are listed.
pub static ALL: &[&Table] = &[
    &PLACES,
    &POINTS,
    &SESSION_CHANGES,
    &GROUPS,
    &MEMBERS,
    &LOANS,
    &OPENINGS,
    &DISBURSEMENTS,
    &INSTALMENTS,
    &PAYMENTS,
    &SAVINGS,
    &LOAN_CHANGES,
    &ATTENDANCE,
    &VISITS,
    &VISIT_LINES,
    &GROUP_CHECKS,
    &CONTACTS,
    &CASH_COUNTS,
    &MEETINGS,
    &ACTIONS,
    &ACTION_STEPS,
    &CONFIRMATIONS,
    &BANK_GRADES,
    &TARGETS,
    &CAPITAL,
];

impl Table {
    /// Its place in the folder, for sorting faults.
    #[must_use]
    pub fn rank(&self) -> usize {
        ALL.iter().position(|table| table.file == self.file).unwrap_or(ALL.len())
    }

    /// Where a column stands in it.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().chain(self.trail).position(|column| *column == name)
    }
}
