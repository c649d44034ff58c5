//! Place 3 in English.

use super::{Choose, Debts, Detail, Head, Keys, Parts, Points};
use crate::text::format;

pub const EN: Debts = Debts {
    title: "Due and overdue",
    lists: [
        ("Due at the next session", "Due"),
        ("Overdue by age", "Overdue"),
        ("Interest arrears, inactive", "Arrears"),
        ("To see before the session", "To see"),
    ],
    split: |principal, interest| format!("princ. {principal} · int. {interest}"),
    all: "all",
    session_of: |day, point| format!("session {day} {point}"),
    owes_interest: "in interest arrears",
    inactive: "inactive for 3 months",
    days: "days",
    whole_book: "Whole book",
    filtered_by: |what| format!("Only: {what}"),
    loans: |count| match count {
        1 => "1 loan".to_owned(),
        _ => format!("{} loans", format::count(count)),
    },
    empty: [
        "Nothing is to be paid at the next session.",
        "Nothing is overdue.",
        "No interest arrears, and no loan inactive for 3 months.",
        "No loan needs anybody before the next session.",
    ],
    empty_filtered: "No loan in what is chosen. Press Esc to see all.",
    page_of_groups: "A page is one group's: press g until the list stands by group.",
    head: Head {
        name: "Name",
        leader: "Group leader",
        group: "Group",
        village: "Village",
        session: "Sess.",
        principal: "Princ. due",
        interest: "Int. due",
        outstanding: "Outstanding",
        overdue: "Overdue",
        days: "Days",
        arrears: "Arrears",
        visit: "Visited",
        contact: "Talked",
        promise: "Promise",
        points: "Pts",
        reason: "Why",
        unpaid_since: "Unpaid since",
        last_movement: "Last payment",
        inactive_since: "Inactive from",
        loan: "Loan",
    },
    keys: Keys {
        list: "list",
        part: "part",
        borrower: "borrower",
        filter: "filter",
        visit: "visit",
        receipt: "receipt",
        by: "by area",
        group_page: "group's page",
        only_this: "only this",
        loans: "loans",
    },
    choose: Choose {
        title: "Only one village, point, association or group",
        label: "Type a name or code",
        hint: "↑↓ choose · Enter show · Esc leave",
        nothing: "Nothing found.",
        everything: "all",
        kind: "Kind",
        what: "Name",
        count: "Loans",
        village: "village",
        point: "point",
        association: "assoc.",
        group: "group",
    },
    detail: Detail {
        loan: |code| format!("loan {code}"),
        group: |code| format!("group {code}"),
        phone: |number| format!("tel. {number}"),
        visited: |day| format!("visited {day}"),
        talked: |day| format!("talked {day}"),
        never_visited: "never visited",
        unpaid_since: |day| format!("interest unpaid since {day}"),
        inactive_since: |day| format!("inactive since {day}"),
    },
    explains: [
        &[
            "Due: each loan at the next session of its own point.",
            "Princ. due = principal to pay at the session: what is unpaid of instalments whose \
             session has come by then, those that rolled on included; 0 while frozen.",
            "Interest due = interest up to the session − interest paid, if nothing is paid \
             before; 0 while in grace.",
            "Overdue = overdue principal on the day asked about. Days = the largest days late.",
            "Wrongly used money is not in Princ. due; it is in Overdue once its 30 days have \
             passed.",
        ],
        &[
            "Overdue: for loans disbursed from 01/03/2026 on each late instalment; for earlier \
             ones a late instalment rolls on, and once the last is late, all that is unpaid.",
            "Days = days after the session at which it was to be paid, frozen days left out.",
            "Wrongly used money is to be repaid within 30 days of the visit that found it; from \
             day 31 what remains is overdue.",
            "Interest arrears = interest due at past sessions − interest paid, at least 0.",
            "← → show one age only.",
        ],
        &[
            "Interest arrears = interest due at past sessions − interest paid, at least 0.",
            "Unpaid since: the first of the unbroken run of sessions whose interest is not all \
             paid.",
            "Inactive from: the first day on which three months had passed without principal, \
             interest or disbursement (frozen and student loans are never inactive).",
            "Last payment: the last payment or disbursement.",
        ],
        &[
            "To see before the session: principal due, overdue, frozen, interest arrears, inactive \
             for 3 months, and visits and promises whose last day lies by the session. Who only \
             pays the month's interest is not listed.",
            "Promise: kept when all was paid by the end of the first session on or after its day; \
             less is in part, nothing is broken; before that session it is open.",
            "Who comes first: points for each reason by the rulebook's table of whom to talk to \
             first, added \
             up; our own proposal, not the bank's.",
        ],
    ],
    parts: Parts {
        falls_due: "due",
        overdue: "overdue",
        frozen: "frozen",
        deadline: "visit by",
        promise: "promised",
    },
    points: Points {
        of: |name| format!("The points of {name}:"),
        to_pay: |session, principal, interest| {
            format!("session {session}: principal {principal}, interest {interest}")
        },
        table: "The table (the first step reached of each reason, added up):",
        step: |least, points| format!("from {least}: {points}"),
        overdue: "Overdue principal",
        days: "Days overdue",
        months: "Months with interest not all paid",
        promise: |broken, partly| {
            format!("The latest promise, not all paid: broken {broken} · in part {partly}")
        },
        not_visited: |points| format!("No visit since 01/01 (beside another reason): {points}"),
        order: "With the same points who is overdue with more comes first, then by loan code.",
    },
};
