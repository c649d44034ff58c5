//! Stories of debt: late, overdue, in arrears, inactive, settled.

use super::{Fate, Past};
use crate::domain::day::Day;
use crate::generate::conduct::{Conduct, Extra};
use crate::generate::contract::{Contract, MILLION};
use crate::generate::dice::Dice;

/// The contract and conduct of a story of debt.
pub(super) fn story(fate: Fate, dice: &mut Dice, past: &Past<'_>) -> Option<(Contract, Conduct)> {
    late(fate, dice, past)
        .or_else(|| unmoved(fate, dice, past))
        .or_else(|| paid_back(fate, dice, past))
}

fn late(fate: Fate, dice: &mut Dice, past: &Past<'_>) -> Option<(Contract, Conduct)> {
    let last_late = |dice: &mut Dice, programme, least, most| {
        let due = past.session_between(least, most);
        let term = if programme == "26" { 24 } else { 36 };
        let contract =
            Contract::new(programme, dice.between(20, 40), due.months_before(term), term);
        let leave = dice.between(2, 7) * MILLION;
        (contract, Conduct { leave, ..Conduct::told() })
    };
    Some(match fate {
        Fate::LastLate1 => last_late(dice, "19", 1, 30),
        Fate::LastLate31 => last_late(dice, "26", 31, 90),
        Fate::LastLate91 => last_late(dice, "19", 91, 180),
        Fate::LastLate181 => last_late(dice, "01", 181, 360),
        Fate::LastLate361 => {
            let (contract, conduct) = last_late(dice, "01", 361, 700);
            (contract, Conduct { stop_interest: Some(past.session(5)), ..conduct })
        }
        Fate::Left => {
            let (contract, conduct) = last_late(dice, "19", 31, 120);
            let left = past.after_session(4, 9);
            (contract, Conduct { left: Some(left), stop_interest: Some(left), ..conduct })
        }
        Fate::RepaidLate => {
            let due = past.session(4);
            let contract = Contract::new("09", 30, due.months_before(36), 36);
            let extra = vec![(past.session(2), Extra::Principal(5 * MILLION))];
            (contract, Conduct { leave: 5 * MILLION, extra, ..Conduct::told() })
        }
        Fate::RolledOn => {
            let before_rule = past.rules.instalments_overdue_from.plus(-3);
            let on = past.session(14).min(before_rule);
            let contract = Contract::new("19", 50, on, 60).every(6);
            let from = past.session(4);
            (contract, Conduct { stop_principal: Some(from), ..Conduct::told() })
        }
        Fate::LateCounts | Fate::LateExempt => {
            let on = past.session(7);
            let contract = if fate == Fate::LateExempt {
                Contract::new("12", dice.between(25, 40) * 10, on, 180).every(3)
            } else {
                Contract::new("19", dice.between(3, 6) * 10, on, 36).every(6)
            };
            let conduct = Conduct { stop_principal: Some(past.session(2)), ..Conduct::told() };
            (contract, conduct)
        }
        _ => return None,
    })
}

/// Interest unpaid, or nothing paid at all.
fn unmoved(fate: Fate, dice: &mut Dice, past: &Past<'_>) -> Option<(Contract, Conduct)> {
    let running = |dice: &mut Dice, back| {
        let programme = dice.one(&["01", "19", "09"]);
        Contract::new(programme, dice.between(4, 6) * 10, past.session(back), 60)
    };
    let three_months_ago = past.as_of.months_before(past.rules.visits.inactive_months);
    let until = |last: Day| Conduct {
        stop_interest: Some(last),
        stop_principal: Some(last),
        extra: vec![(last, Extra::AllInterest)],
        ..Conduct::told()
    };
    Some(match fate {
        Fate::JustInactive => (running(dice, 20), until(three_months_ago.plus(-1))),
        Fate::JustActive => (running(dice, 20), until(three_months_ago)),
        Fate::Inactive => {
            let stop = past.session(6);
            let (stop_interest, stop_principal) = (Some(stop), Some(stop));
            (running(dice, 30), Conduct { stop_interest, stop_principal, ..Conduct::told() })
        }
        Fate::Arrears => {
            let skip = vec![past.session(1)];
            (running(dice, 18), Conduct { skip, ..Conduct::told() })
        }
        Fate::Prepaid => {
            let extra = vec![(past.session(1), Extra::Interest(dice.between(20, 45) * 100_000))];
            (running(dice, 16), Conduct { extra, ..Conduct::told() })
        }
        Fate::OpeningOwed => {
            let on = past.calendar.last_before(past.eve.months_before(14));
            let owed = dice.between(2, 9) * 50_000;
            (Contract::new("12", 240, on, 240).every(12), Conduct { owed, ..Conduct::told() })
        }
        _ => return None,
    })
}

fn paid_back(fate: Fate, dice: &mut Dice, past: &Past<'_>) -> Option<(Contract, Conduct)> {
    let contract = Contract::new("01", dice.between(3, 6) * 10, past.session(23), 48);
    let settled = |settle| Conduct { settle: Some(settle), ..Conduct::told() };
    let conduct = match fate {
        Fate::SettledToday => settled(past.last),
        Fate::SettledEarlier => settled(past.session(5)),
        Fate::SettledInterestLater => {
            let later = past.after_session(4, 12);
            Conduct { settle_interest: Some(Some(later)), ..settled(past.session(4)) }
        }
        Fate::InterestLeft => Conduct { settle_interest: Some(None), ..settled(past.session(2)) },
        Fate::Mistyped => Conduct { mistyped: true, ..Conduct::told() },
        _ => return None,
    };
    let contract = if fate == Fate::Mistyped {
        Contract::new("09", 50, past.session(16), 60)
    } else {
        contract
    };
    Some((contract, conduct))
}
