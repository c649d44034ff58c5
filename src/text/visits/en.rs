//! Supervision in English.
#![allow(missing_docs)]

use super::Visits;

pub const EN: Visits = Visits {
    title: "Supervision",
    lists: ["To visit", "Coverage of the year", "Visits made"],
    all: "all",
    missed: "! missed",
    due_soon: "▲ due soon",
    pending: "in time",
    no_deadline: "no deadl.",
    state: "State",
    borrower: "Borrower",
    group: "Group",
    association_short: "Ass.",
    reason: "Reason",
    deadline: "Deadline",
    days_left: "Left",
    left: |days| match days {
        0 => "today".to_owned(),
        1.. => format!("{days} d"),
        _ => format!("{} late", -days),
    },
    new_on: |day| format!("new money {day}"),
    inactive: "inactive for 3 months",
    wrong_left: |dong| format!("to repay {dong} đ"),
    repayment_late: "! unpaid",
    wrong_left_said: |dong, days| match days {
        ..=-1 => format!("Wrong use {dong} not repaid, {} days late", -days),
        0 => format!("Wrong use {dong} not repaid, due today"),
        _ => format!("Wrong use {dong} not repaid, {days} days left"),
    },
    nothing_due: "No loan needs a visit. Press t to visit a group, Tab to see the coverage.",
    nothing_in_state: "None in this state. Press ← → for another.",
    draft_waits: |group, count| match count {
        1 => format!("d opens: typed {group}"),
        _ => format!("d opens: {count} half typed"),
    },
    no_draft: "No visit is half typed.",
    visited: "Visited",
    share: "Share",
    required: "Asked",
    no_loans: "no loans",
    checked_on: "Checked",
    needs: "Still needed",
    met: "✓ met",
    needs_loans: |loans| format!("! {loans} loans"),
    needs_check: "! a group check",
    needs_both: |loans| format!("! {loans} loans, check"),
    coverage_summary: |year, met, of, shares| {
        format!("{year}: {met}/{of} groups have met it · loans of earlier years, {shares} asked")
    },
    past_summary: "Visits (06/TD) in the book, the newest first.",
    nothing_past: "No visit yet. Press t to record the first.",
    day: "Day",
    kind: "Kind of visit",
    kinds_short: ["new money", "inactive", "yearly plan", "unannounced"],
    visitor: "Visitor",
    visitor_short: "by",
    witness: "Witness",
    households: "HH",
    no: "No",
    loan: "Loan",
    disbursed: "Disbursed",
    received: "Received",
    balance_seen: "Said owed",
    right_use: "Right use",
    wrong_use: "Wrong use",
    unused: "Unused",
    effect: "Effect",
    interest_seen: "Unpaid int.",
    found: "Found",
    note: "Note",
    received_long: "Received",
    balance_long: "Balance said",
    right_long: "Right use",
    wrong_long: "Wrong use",
    unused_long: "Not yet used",
    interest_long: "Unpaid interest",
    no_association: "the bank, the board",
    reported: |day| format!("reported {day}"),
    gone: "This visit is not in the book.",
    form_title: |group, day| format!("06/TD group {group} · {day}"),
    pick_title: "Which group?",
    pick_label: "Find",
    visits_due: "To visit",
    loans_outstanding: |loans, dong| format!("{loans} loans, outstanding {dong}"),
    as_before: |name| format!("= as the last time: {name}"),
    due_in_group: |count| format!("To visit in this group: {count} loans"),
    due_new: "! new money",
    due_inactive: "! inactive",
    due_wrong: "! wrong use",
    not_this_year: "not this year",
    mend: "✗ to mend",
    uses_off: "! sum is off",
    wrong_short: |dong| format!("✗ wrong {dong}"),
    unused_short: |dong| format!("▲ left {dong}"),
    differs: "≠ differs",
    right_short: "✓ right",
    begun: "begun",
    repay: |dong, days, day| {
        format!("✗ Wrong use {dong}: to be repaid within {days} days, by {day}.")
    },
    repay_late: |dong, day, days| {
        format!("✗ Wrong use {dong}: was to be repaid by {day}, {days} days late.")
    },
    not_counted: "! not counted",
    effect_alone: "! An effect alone makes no visited household: type an amount or a note.",
    effect_alone_short: "an effect alone; type an amount or a note (Ctrl+D clears the line).",
    uses_more: |dong| format!("✗ Right + wrong + unused are {dong} more than received."),
    uses_less: |dong| format!("! Right + wrong + unused are {dong} less than received."),
    balance_differs: |dong, more| {
        let than = if more { "more" } else { "less" };
        format!("≠ The balance differs: said {dong} {than} than in the book.")
    },
    interest_differs: |dong, more| {
        let than = if more { "more" } else { "less" };
        format!("≠ Interest differs: said {dong} {than} than in the book.")
    },
    disbursed_on: |day| format!("since {day}"),
    line_title: |no, name, balance, arrears| {
        format!("{no}. {name} · owes {balance} · int. arrears {arrears}")
    },
    no_loans_to_visit: "The group has no loan outstanding on this day. Press F6 to change the day.",
    as_file_filled: "as in the book · ↓ or Enter: next household",
    rest_filled: |uses| format!("the rest filled: {uses} · ↓ or Enter: next"),
    wrong_filled: |uses| format!("earlier wrong use remains: {uses} · Enter: next"),
    line_is_full: |uses| format!("already typed: {uses} · ↓ or Enter: next"),
    uses_short: |right, wrong, unused| match unused {
        "" => format!("right {right} · wrong {wrong}"),
        _ => format!("right {right} · wrong {wrong} · unused {unused}"),
    },
    no_such_line: |no| format!("There is no line {no}"),
    last_line: "That was the last line. F5 saves.",
    checked: |households, loans, of, dong| {
        format!("Checked: households {households}, loans {loans}/{of} · {dong}")
    },
    uses: |right, wrong, unused| format!("right {right} · wrong {wrong} · unused {unused}"),
    no_use_yet: "no use written down yet",
    report_by: |day, days| format!("report by {day} ({days} workdays)"),
    at_line: |no, sentence| format!("Line {no}: {sentence}"),
    review_title: |group, day| format!("Save the visit to group {group} on {day}"),
    review_keys: "Enter or F5 saves, Esc looks again.",
    review_found: "Households with wrong or unused money, or with another balance:",
    review_clean: "No household with wrong or unused money or another balance.",
    review_more: |households| match households {
        1 => "and 1 more household".to_owned(),
        _ => format!("and {households} more households"),
    },
    balance_short: |said, book| format!("≠ said {said}, book {book}"),
    discard_question: |lines| {
        format!("Throw this visit away? What was typed will be lost; lines: {lines}.")
    },
    key_visit: "visit",
    key_member: "household",
    key_group: "group",
    key_pick: "pick group",
    key_coverage: "coverage",
    key_past: "visits made",
    key_due: "to visit",
    key_state: "by state",
    key_year: "→ year",
    key_draft: "open what is half typed",
    key_loan: "loan",
    key_save: "save",
    key_discard: "discard",
    key_lines: "households",
    key_head: "head",
    key_keep: "keep draft",
    key_clear: "clear the line",
    key_next: "next",
    key_on: "next, or next household after =",
    key_as_before: "as the last time",
    key_as_file: "as in the book",
    key_jump: "to line",
    explains_due: &[
        "Every disbursement is visited within 30 days: deadline = disbursement + 30. Due soon: 7 \
         days or fewer left.",
        "A loan inactive for 3 months is visited, without a deadline; a visit on any day of that \
         time will do.",
        "Wrong use: left = found by the latest visit − principal paid after it; to be repaid \
         within 30 days of the first finding. Unpaid: that day has passed; no visit is missing.",
        "Left: days to the deadline; late: days past it.",
    ],
    explains_coverage: &[
        "Visited: loans disbursed in earlier years and still outstanding that were visited in \
         the year / all of them.",
        "Share = one divided by the other. Asked: the share to reach in the year, less in \
         difficult areas.",
        "Checked: the latest check of the group (16/TD) in the year. Met = share reached and \
         group checked.",
    ],
    explains_past: &[
        "HH: households checked. Right, wrong, unused: the sums of the visit's lines.",
    ],
    explains_form: &[
        "Disbursed, outstanding and arrears are the book's on the day of the visit. The cells \
         are what was seen on the spot.",
        "= fills the empty cells as in the book: received = disbursed, right use = received − \
         wrong − unused. Type what differs first, then press =.",
        "= stays at the line to be looked at; ↓, Enter or = again goes to the next household. \
         What remains of an earlier finding of wrong use is filled in as wrong use.",
        "A line left empty is not part of the visit. Ctrl+D clears the line.",
        "The shares of right and wrong use are of right + wrong + unused.",
        "To be reported within 3 working days of the visit, weekends and holidays left out.",
    ],
};
