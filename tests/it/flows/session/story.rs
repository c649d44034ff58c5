//! A whole collection day as a new user does it: a paper list of 34 lines with 6 exceptions, a
//! wrong receipt to take back, a cash count that is 20.000 đ short; then the result is read.

use super::cash::counted;
use super::sheet::recorded;
use super::sixty::{self, DUE};
use crate::stage::TODAY;
use tkvv::domain::day::Day;
use tkvv::domain::ledger::Presence;
use tkvv::domain::money::Dong;
use tkvv::reports::Question;
use tkvv::reports::sheet::session_day;

#[test]
fn a_day_of_34_lines_gets_in_and_its_result_can_be_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    sixty::make_of(&book, 34);
    // the leader came; all pay what is due, then the exceptions by the paper's numbers
    let stage = sixty::open(&book).press("2 t <enter> A");
    let exceptions = [
        ":3 <enter> 0 <enter>",
        ":7 <enter> 50k <enter> 2",
        ":12 <enter> 100k <enter> 1",
        ":20 <enter> <tab> 50k <enter>",
        ":25 <enter> 200k <enter>",
        ":34 <enter> <tab> 30k <enter>",
    ];
    let stage = exceptions.iter().fold(stage, |stage, keys| stage.press(keys));
    let mut stage = stage.press("<f5>");
    assert_eq!(stage.rows_with("3 tổ viên nộp thiếu").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("1 tổ viên trả trước 78.000 đ").len(), 1, "{}", stage.sees());
    let stage = stage.press("<enter>");
    let interest = 29 * DUE + 50_000 + 100_000 + 200_000;
    assert_eq!(recorded(stage.book(), "0000001"), (interest, 80_000));
    // the cash is 20.000 short: 3.968.000 of 3.988.000
    let mut stage = stage.press("<pgdn> <up> <up> 3.948.000");
    let cash = interest + 80_000;
    assert_eq!(cash, 3_968_000);
    assert_eq!(stage.rows_with("thiếu 20.000 đ (hai mươi nghìn đồng)").len(), 1);
    let stage = stage.press("<enter> Lý<space>Thị<space>Số<space>1 <enter>");
    let stage = stage.press("thối<space>nhầm<space>tiền<space>lẻ <f5>");
    let count = counted(&stage).expect("a count").clone();
    assert_eq!(count.difference(), Dong::new(-20_000));
    // a receipt typed to the wrong amount is taken back and recorded rightly
    let stage = stage.press("<esc> g 0000000000000005 <enter> 2tr <enter> BL100 <f5> <enter>");
    let stage = stage.press("<enter> <esc> <backtab> <right> <right> <right> <enter>");
    let stage = stage.press("e ghi<space>nhầm<space>số <tab> 1tr <f5> <esc>");
    let today = Day::parse_iso(TODAY).expect("a day");
    let loan = &stage.book().loans["0000000000000005"];
    let paid: Vec<i64> = loan.principal_paid.iter().map(|paid| paid.amount.get()).collect();
    assert_eq!(paid, [1_000_000]);
    assert_eq!(stage.book().attendance.get(&("0000001".into(), today)), Some(&Presence::Leader));
    // the result, as the screen says it and as the book says it
    let mut stage = stage;
    let shelf = tkvv::domain::rulebook::Shelf::shipped().expect("the shipped rulebooks");
    let question = Question::new(stage.book(), &shelf, today);
    let day = session_day(&question, &"P1".into(), today).expect("a session");
    let money = tkvv::text::format::money;
    let (due, left) = (day.interest.1, day.left.1);
    assert_eq!((due.get(), left.get()), (33 * DUE, DUE + 72_000 + 22_000));
    let row = stage.rows_with("Lãi phải thu  ").remove(0);
    for sum in [money(due), money(Dong::new(interest)), money(left)] {
        assert!(row.contains(&sum), "{sum} in {row}");
    }
    assert!(row.contains("95 %"), "{row}");
    assert_eq!(stage.rows_with("1.000.000 đ").len(), 1, "principal\n{}", stage.sees());
    assert_eq!(stage.rows_with("✓ điểm danh 1/1").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("✓ bảng kê 1/1").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("✓ đếm tiền 1/1").len(), 1, "{}", stage.sees());
    assert!(stage.rows_with("0000001")[0].ends_with("✓ lệch đã ghi"), "{}", stage.sees());
    assert!(stage.app().office().verify().is_empty());
    assert_eq!(stage.app().office().drafts(), Ok(Vec::new()));
}
