//! The columns of a list without rows, so that an empty CSV file still says what it would hold.

/// `report loans`
pub(super) const LOANS: &[&str] = &[
    "as_of",
    "loan",
    "member",
    "name",
    "group",
    "programme",
    "principal",
    "disbursed",
    "outstanding",
    "overdue",
    "frozen",
    "days_overdue",
    "status",
    "inactive",
    "last_movement",
    "settled_on",
    "interest.accrued",
    "interest.paid",
    "interest.due",
    "interest.arrears",
    "interest.in_grace",
    "interest.prepaid",
    "next_session.day",
    "next_session.principal",
    "next_session.interest",
];

/// `report due`
pub(super) const DUE: &[&str] = &[
    "group",
    "member",
    "name",
    "loan",
    "principal_due",
    "interest_due",
    "overdue",
    "days_overdue",
    "last_visit",
    "last_promise",
];

/// `report overdue`
pub(super) const OVERDUE: &[&str] = &[
    "loan",
    "member",
    "name",
    "group",
    "village",
    "outstanding",
    "overdue",
    "days_overdue",
    "bucket",
    "interest_arrears",
    "last_visit",
    "last_contact",
];

/// `report worklist`
pub(super) const WORKLIST: &[&str] = &[
    "loan",
    "member",
    "name",
    "group",
    "village",
    "session",
    "principal_due",
    "overdue",
    "days_overdue",
    "frozen",
    "inactive",
    "interest_due",
    "interest_arrears",
    "visit_deadline",
    "wrong_use_by",
    "promise_by",
    "promise_amount",
    "promise_paid",
    "promise_state",
    "last_contact",
    "last_visit",
    "points",
    "reasons.overdue",
    "reasons.days_overdue",
    "reasons.interest_months",
    "reasons.promise",
    "reasons.not_visited",
];

/// `report contacts`
pub(super) const CONTACTS: &[&str] = &[
    "id",
    "day",
    "loan",
    "member",
    "name",
    "group",
    "how",
    "talker",
    "said",
    "promised_amount",
    "promised_by",
    "until",
    "paid",
    "state",
];

/// `report scores`, whose criteria are those of a rulebook.
pub(super) const SCORES: &[&str] = &["code", "name", "score", "grade", "bank.score", "bank.grade"];

/// `report visits-due`
pub(super) const VISITS_DUE: &[&str] =
    &["loan", "member", "name", "group", "reason", "since", "deadline", "days_left", "state"];

/// `report coverage`
pub(super) const COVERAGE: &[&str] =
    &["group", "earlier_loans", "visited", "ratio", "required", "checked_on", "met"];

/// `report portfolio`
pub(super) const PORTFOLIO: &[&str] =
    &["key", "loans", "borrowers", "outstanding", "overdue", "frozen", "share"];

/// `report progress`
pub(super) const PROGRESS: &[&str] =
    &["area", "indicator", "baseline", "target", "now", "met", "expected_today"];

/// `report meeting`, one row a figure of a unit.
pub(super) const MEETING: &[&str] =
    &["part", "code", "name", "figure", "now", "before", "change", "direction"];

/// `report actions`
pub(super) const ACTIONS: &[&str] = &[
    "id",
    "area",
    "day",
    "meeting",
    "what",
    "owner",
    "due_on",
    "state",
    "days_left",
    "last_step.day",
    "last_step.kind",
    "last_step.result",
    "closed_on",
    "result",
];

/// `report audit`
pub(super) const AUDIT: &[&str] = &[
    "recorded_at",
    "recorded_by",
    "machine",
    "seq",
    "kind",
    "id",
    "day",
    "of",
    "code",
    "what",
    "amount",
    "reverses",
    "reason",
];
