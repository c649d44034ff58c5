//! The loans of a native folder as plain facts, by contract.md, section 2, alone: what the second
//! way to the figures is told of a book that the program takes in by its own way.

use super::folder::Folder;
use super::raw::{Change, Date, Facts, Opening, Sessions, rate};
use std::collections::{BTreeMap, BTreeSet};

/// Each loan of a folder, by code, with the codes of its member and group.
pub fn loans(folder: &Folder) -> BTreeMap<String, (Facts, [String; 2])> {
    let groups: BTreeMap<&str, &str> =
        folder.cells("members.csv", ["code", "group"]).into_iter().map(|[a, b]| (a, b)).collect();
    let points: BTreeMap<&str, &str> =
        folder.cells("groups.csv", ["code", "point"]).into_iter().map(|[a, b]| (a, b)).collect();
    let columns = ["code", "member", "programme", "principal", "disbursed_on", "rate", "due_on"];
    let graces: BTreeMap<&str, &str> = folder
        .cells("loans.csv", ["code", "interest_grace_until"])
        .into_iter()
        .map(|[code, until]| (code, until))
        .collect();
    let mut loans = BTreeMap::new();
    for [code, member, programme, principal, disbursed_on, percent, due_on] in
        folder.cells("loans.csv", columns)
    {
        let group = groups[member];
        let facts = Facts {
            sessions: sessions(folder, points[group]),
            programme: programme.to_owned(),
            principal: money(principal),
            disbursed_on: day(disbursed_on),
            rate: rate(percent),
            due_on: day(due_on),
            grace_until: some_day(graces[code]),
            opening: None,
            tranches: Vec::new(),
            instalments: Vec::new(),
            principal_paid: Vec::new(),
            interest_paid: Vec::new(),
            changes: Vec::new(),
            visits: Vec::new(),
        };
        loans.insert(code.to_owned(), (facts, [member.to_owned(), group.to_owned()]));
    }
    fill(folder, &mut loans);
    for (facts, _) in loans.values_mut() {
        if facts.tranches.is_empty() {
            facts.tranches.push((facts.disbursed_on, facts.principal));
        }
        if facts.instalments.is_empty() {
            facts.instalments.push((1, facts.due_on, facts.principal));
        }
    }
    loans
}

type Loans = BTreeMap<String, (Facts, [String; 2])>;

fn fill(folder: &Folder, loans: &mut Loans) {
    let mut of = |loan: &str, put: &mut dyn FnMut(&mut Facts)| {
        put(&mut loans.get_mut(loan).expect("a loan").0);
    };
    let columns = ["loan", "day", "outstanding", "interest_owed", "last_movement"];
    for [loan, on, outstanding, owed, last] in folder.cells("openings.csv", columns) {
        let (outstanding, owed) = (money(outstanding), money(owed));
        let opening = Opening { day: day(on), outstanding, owed, last_movement: some_day(last) };
        of(loan, &mut |facts| facts.opening = Some(opening.clone()));
    }
    for [loan, no, due, amount] in
        folder.cells("instalments.csv", ["loan", "no", "due_on", "amount"])
    {
        let part = (no.parse().expect("a number"), day(due), money(amount));
        of(loan, &mut |facts| facts.instalments.push(part));
    }
    for [_, on, loan, amount] in counting(folder, "disbursements.csv", ["loan", "amount"]) {
        of(&loan, &mut |facts| facts.tranches.push((day(&on), money(&amount))));
    }
    for [_, on, loan, kind, amount] in counting(folder, "payments.csv", ["loan", "kind", "amount"])
    {
        let paid = (day(&on), money(&amount));
        of(&loan, &mut |facts| match kind.as_str() {
            "principal" => facts.principal_paid.push(paid),
            _ => facts.interest_paid.push(paid),
        });
    }
    for [_, on, loan, kind, instalment, value] in
        counting(folder, "loan_changes.csv", ["loan", "kind", "instalment", "value"])
    {
        let change = change(&kind, &instalment, &value);
        of(&loan, &mut |facts| facts.changes.push((day(&on), change)));
    }
    let lines = folder.cells("visit_lines.csv", ["visit", "loan", "wrong_use"]);
    for [visit, on] in counting(folder, "visits.csv", []) {
        for [_, loan, wrong] in lines.iter().filter(|[of, ..]| *of == visit) {
            let found = (!wrong.is_empty()).then(|| money(wrong));
            of(loan, &mut |facts| facts.visits.push((day(&on), found)));
        }
    }
}

/// The facts of a file that count, each with its id, its day and those cells, by day, then id:
/// a fact that was taken back vanishes, and so does what takes it back.
fn counting<const N: usize, const M: usize>(
    folder: &Folder,
    file: &str,
    columns: [&str; N],
) -> Vec<[String; M]> {
    let Some(table) = folder.table(file) else { return Vec::new() };
    let mut gone = BTreeSet::new();
    if table.has("reverses") {
        for [id, reverses] in table.cells(["id", "reverses"]) {
            if !reverses.is_empty() {
                gone.extend([id, reverses]);
            }
        }
    }
    let mut rows: Vec<(&str, &str, [&str; N])> = table
        .cells(["id", "day"])
        .into_iter()
        .zip(table.cells(columns))
        .map(|([id, day], cells)| (day, id, cells))
        .filter(|(_, id, _)| !gone.contains(id))
        .collect();
    rows.sort_unstable();
    let flat = |(day, id, cells): (&str, &str, [&str; N])| {
        let mut all = [id, day].into_iter().chain(cells);
        std::array::from_fn(|_| all.next().expect("a cell").to_owned())
    };
    rows.into_iter().map(flat).collect()
}

fn change(kind: &str, instalment: &str, value: &str) -> Change {
    match kind {
        "reschedule" => {
            Change::Reschedule { no: instalment.parse().expect("a number"), due: day(value) }
        }
        "extend" => Change::Extend { due: day(value) },
        "freeze" => Change::Freeze { until: some_day(value) },
        _ => Change::Unfreeze,
    }
}

fn sessions(folder: &Folder, point: &str) -> Sessions {
    let points = folder.cells("points.csv", ["code", "session_day"]);
    let [_, number] = points.iter().find(|[code, _]| *code == point).expect("a point");
    let changes = folder.cells("session_changes.csv", ["point", "month", "held_on"]);
    let changes = changes.iter().filter(|[of, ..]| *of == point).map(|[_, month, held]| {
        let (year, month) = month.split_once('-').expect("a month");
        let month = (year.parse().expect("a year"), month.parse().expect("a month"));
        (month, some_day(held))
    });
    Sessions { day: number.parse().expect("a day"), changes: changes.collect() }
}

fn money(cell: &str) -> i64 {
    cell.parse().expect("whole đồng")
}

fn day(cell: &str) -> Date {
    Date::parse_from_str(cell, "%Y-%m-%d").expect("a day")
}

fn some_day(cell: &str) -> Option<Date> {
    (!cell.is_empty()).then(|| day(cell))
}
