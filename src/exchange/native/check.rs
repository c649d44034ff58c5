//! Checks over lines and files: codes, the order of days, sums, reversals (contract.md, section 2).

mod codes;
mod days;
mod money;
mod named;
mod reversals;

use super::fault::{Faults, Unusual, Warning};
use super::loaded::Loaded;
use super::tables;
use crate::domain::day::Day;
use crate::domain::loan::{PaymentKind, PaymentPlace};
use std::collections::HashMap;

/// Checks all rows; what is unusual but imported all the same.
pub(super) fn check(
    loaded: &Loaded,
    today: Day,
    group_size: (u32, u32),
    faults: &mut Faults,
) -> Vec<Warning> {
    // What vanishes is held against nothing, so that is asked first.
    let undone = reversals::check(loaded, faults);
    codes::check(loaded, &undone, faults);
    days::check(loaded, &undone, today, faults);
    money::check(loaded, &undone, faults);
    warnings(loaded, &undone, today, group_size)
}

fn warnings(
    loaded: &Loaded,
    undone: &reversals::Undone<'_>,
    today: Day,
    (least, most): (u32, u32),
) -> Vec<Warning> {
    let mut members: HashMap<&str, u32> = HashMap::new();
    for (_, member) in loaded.members.iter().filter(|(_, member)| member.counts_on(today)) {
        *members.entry(member.group.as_str()).or_default() += 1;
    }
    let groups = loaded.groups.iter().filter(|(line, group)| *line > 0 && group.counts_on(today));
    let mut warnings: Vec<Warning> = groups
        .filter_map(|(line, group)| {
            let count = members.get(group.code.as_str()).copied().unwrap_or_default();
            let unusual = Unusual::GroupSize(count, least, most);
            let about = group.code.to_string();
            let warning = Warning { file: tables::GROUPS.file, line: *line, about, unusual };
            (!(least..=most).contains(&count)).then_some(warning)
        })
        .collect();
    let principal = loaded.payments.iter().filter(|(line, payment)| {
        *line > 0 && payment.kind == PaymentKind::Principal && !undone.payment(&payment.id)
    });
    for (line, payment) in principal {
        let mut warn = |unusual| {
            let about = payment.id.to_string();
            warnings.push(Warning { file: tables::PAYMENTS.file, line: *line, about, unusual });
        };
        if payment.place == PaymentPlace::Group {
            warn(Unusual::PrincipalThroughGroup);
        }
        if payment.receipt.is_none() {
            warn(Unusual::PrincipalWithoutReceipt);
        }
    }
    warnings
}
