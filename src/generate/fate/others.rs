//! Stories of grace, changes of the contract, wrong use and visits.

use super::{Fate, Past, workday};
use crate::domain::day::Day;
use crate::domain::loan::ChangeKind;
use crate::generate::conduct::{Conduct, Extra, Finding, FirstVisit};
use crate::generate::contract::{Contract, MILLION};
use crate::generate::dice::Dice;

/// The contract and conduct of one of these stories.
pub(super) fn story(fate: Fate, dice: &mut Dice, past: &Past<'_>) -> Option<(Contract, Conduct)> {
    graced(fate, dice, past)
        .or_else(|| changed(fate, past))
        .or_else(|| frozen(fate, past))
        .or_else(|| misused(fate, past))
        .or_else(|| visited(fate, dice, past))
}

fn graced(fate: Fate, dice: &mut Dice, past: &Past<'_>) -> Option<(Contract, Conduct)> {
    Some(match fate {
        Fate::StudentInGrace => {
            let grace = past.session(1).months_after(12);
            (Contract::student(dice, past.session(26), grace), Conduct::told())
        }
        Fate::StudentThisMonth => {
            let grace = past.as_of.month().first_day();
            (Contract::student(dice, past.session(37), grace), Conduct::told())
        }
        Fate::StudentAfter => {
            let contract = Contract::student(dice, past.session(40), past.session(6));
            (contract, Conduct { cap: Some(MILLION), ..Conduct::told() })
        }
        Fate::OpeningStudent => {
            let on = past.calendar.last_before(past.eve.months_before(7));
            let grace = past.as_of.months_after(9);
            (Contract { term: 132, ..Contract::student(dice, on, grace) }, Conduct::told())
        }
        Fate::Undrawn => {
            let on = past.session(12);
            let drawn = (0..2).map(|no| (on.months_after(no * 3), 100 * MILLION)).collect();
            let house = Contract::new("12", 300, on, 180).every(12);
            (Contract { tranches: drawn, ..house }, Conduct::told())
        }
        _ => return None,
    })
}

/// A loan whose due days or freezes were changed.
fn changed(fate: Fate, past: &Past<'_>) -> Option<(Contract, Conduct)> {
    let conduct = |changes| Conduct { changes, ..Conduct::told() };
    Some(match fate {
        Fate::Rescheduled => {
            let due_on = past.session(2).months_after(6);
            let change = ChangeKind::Reschedule { instalment: 2, due_on };
            let decided = workday(past.session(2).plus(-7));
            let on = past.session(2).months_before(24);
            (Contract::new("19", 50, on, 60), conduct(vec![(decided, change)]))
        }
        Fate::Extended => {
            let due_on = past.session(1).months_after(16);
            let decided = workday(past.session(1).plus(-9));
            let on = past.session(1).months_before(36);
            let change = ChangeKind::Extend { due_on };
            (Contract::new("04", 60, on, 36).every(12), conduct(vec![(decided, change)]))
        }
        _ => return None,
    })
}

fn frozen(fate: Fate, past: &Past<'_>) -> Option<(Contract, Conduct)> {
    let freeze = |day: Day, until| (day, ChangeKind::Freeze { until });
    let on = |back| past.after_session(back, 4);
    let changes = match fate {
        Fate::FrozenOpen => vec![freeze(on(6), None)],
        Fate::Frozen => vec![freeze(on(5), Some(on(5).months_after(36)))],
        Fate::FreezeEnded => vec![freeze(on(20), Some(on(12)))],
        Fate::FreezesOverlap => vec![
            freeze(on(9), Some(on(9).months_after(5))),
            freeze(on(7), Some(on(7).months_after(24))),
        ],
        Fate::Unfrozen => vec![freeze(on(16), None), (on(8), ChangeKind::Unfreeze)],
        _ => return None,
    };
    let contract = Contract::new("19", 60, past.session(30), 60);
    Some((contract, Conduct { changes, ..Conduct::told() }))
}

fn misused(fate: Fate, past: &Past<'_>) -> Option<(Contract, Conduct)> {
    const REPAIRS: &str = "Dùng tiền sửa nhà, không mua bò; phải trả lại trong 30 ngày";
    const HEALED: &str = "Đã trả lại phần dùng sai mục đích";
    let found = |day, millions: Option<i64>, note| Finding {
        day,
        wrong: millions.map(|millions| millions * MILLION),
        note,
    };
    let repaid = |back, millions| (past.session(back), Extra::Principal(millions * MILLION));
    let (back, findings, extra) = match fate {
        Fate::WrongRepaid => {
            (8, vec![found(past.after_session(7, 5), Some(20), REPAIRS)], vec![repaid(6, 20)])
        }
        Fate::WrongRemains => {
            (3, vec![found(past.after_session(2, 4), Some(25), REPAIRS)], vec![repaid(1, 10)])
        }
        Fate::WrongHealed => (
            9,
            vec![
                found(past.after_session(8, 6), Some(20), REPAIRS),
                found(past.after_session(8, 16), None, "Hộ vắng nhà, chưa xác nhận được"),
                found(past.after_session(6, 5), Some(0), HEALED),
            ],
            vec![repaid(7, 20)],
        ),
        Fate::WrongInTime => {
            (3, vec![found(workday(past.as_of.plus(-20)), Some(15), REPAIRS)], Vec::new())
        }
        Fate::WrongTwice => (
            6,
            vec![
                found(past.after_session(4, 3), Some(20), REPAIRS),
                found(past.after_session(2, 3), Some(12), REPAIRS),
            ],
            Vec::new(),
        ),
        _ => return None,
    };
    let contract = Contract::new("19", 50, past.session(back), 48);
    Some((contract, Conduct { findings, extra, ..Conduct::told() }))
}

fn visited(fate: Fate, dice: &mut Dice, past: &Past<'_>) -> Option<(Contract, Conduct)> {
    let ago = |days: i64| past.as_of.plus(-days);
    let (on, first_visit) = match fate {
        Fate::VisitMissed => (ago(31), FirstVisit::Never),
        Fate::VisitToday => (ago(30), FirstVisit::Never),
        Fate::VisitSoon => (ago(dice.between(23, 29)), FirstVisit::Never),
        Fate::VisitPending => (ago(dice.between(3, 22)), FirstVisit::Never),
        Fate::VisitLate => (past.session(6), FirstVisit::After(41)),
        _ => return None,
    };
    let programme = dice.one(&["01", "19", "09", "03"]);
    let contract = Contract::new(programme, dice.between(4, 8) * 10, on, 60);
    Some((contract, Conduct { first_visit, ..Conduct::told() }))
}
