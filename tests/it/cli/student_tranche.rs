//! A student's loan that the book begins with an opening gets its later tranches.

use super::folder::{Folder, LOAN};
use serde_json::Value;

/// Records a tranche of the loan.
fn tranche(folder: &Folder, day: &str, amount: &str) -> super::folder::Ran {
    let (loan, day) = (format!("loan={LOAN}"), format!("day={day}"));
    folder.run(&["record", "disbursement", &loan, &day, &format!("amount={amount}")])
}

fn figure(folder: &Folder, day: &str, key: &str) -> i64 {
    let ran = folder.run(&["report", "loan", LOAN, "--format", "json", "--as-of", day]);
    let loan: Value = serde_json::from_str(&ran.out).expect("JSON");
    loan.pointer(key).and_then(Value::as_i64).expect("a figure")
}

#[test]
fn a_loan_with_an_opening_gets_a_later_tranche_once_the_earlier_is_recorded() {
    let folder = Folder::new();
    let header = "loan,day,outstanding,interest_owed,last_movement";
    folder.write("openings.csv", format!("{header}\n{LOAN},2026-06-30,6000000,77000,\n"));
    folder.write("payments.csv", "id,loan,day,kind,amount,place,receipt,reverses\n");
    let folder = folder.imported();
    let first = tranche(&folder, "2026-10-01", "2000000");
    assert_eq!((first.code, first.err.contains("6.000.000 đ,")), (1, true), "{first:?}");
    // Of what was outstanding nothing may be missing.
    assert_eq!(tranche(&folder, "2026-06-30", "5999999").code, 1);
    assert_eq!(tranche(&folder, "2026-06-30", "6000000").code, 0);
    let before = figure(&folder, "2026-10-15", "/interest/accrued");
    assert_eq!(figure(&folder, "2026-10-15", "/outstanding"), 6_000_000);
    assert_eq!(tranche(&folder, "2026-10-01", "2000000").code, 0);
    // The opening stands; the tranche adds to it from its own day on.
    assert_eq!(figure(&folder, "2026-09-30", "/outstanding"), 6_000_000);
    assert_eq!(figure(&folder, "2026-10-01", "/outstanding"), 8_000_000);
    assert_eq!(figure(&folder, "2026-06-30", "/interest/accrued"), 77_000);
    assert!(figure(&folder, "2026-10-15", "/interest/accrued") > before);
    assert_eq!(folder.run(&["check"]).code, 0);
}
