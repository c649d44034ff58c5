//! Savings on a sheet: an amount is paid in, one with a minus is withdrawn.

use super::sheet::recorded;
use crate::stage::{Stage, TODAY};
use tkvv::text::Language;

/// What was withdrawn today, by the members of the first group.
fn withdrawn(stage: &Stage) -> i64 {
    let members = &stage.book().members_of["0701001"];
    let all = members.iter().flat_map(|code| &stage.book().members[code].withdrawals);
    all.filter(|moved| moved.day.to_string() == TODAY).map(|moved| moved.amount.get()).sum()
}

#[test]
fn a_minus_before_the_amount_withdraws_at_most_what_is_saved() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> = <tab>");
    let saved = stage.rows_with("số dư tiết kiệm").pop().expect("what is saved");
    let saved = saved.split("tiết kiệm ").nth(1).expect("an amount");
    let saved: String =
        saved.chars().take_while(|c| *c != 'đ').filter(char::is_ascii_digit).collect();
    let saved: i64 = saved.parse().expect("a number");
    // a đồng too much
    let mut stage = stage.press(&format!("-{}", saved + 1));
    assert_eq!(stage.rows_with("để rút").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<f7> <f5>");
    assert!(!stage.rows_with("✗").is_empty() && withdrawn(&stage) == 0, "{}", stage.sees());
    // all of it
    let mut stage = stage.press(&format!("<c-u> -{saved}"));
    assert_eq!(stage.rows_with("còn gửi 0 đ").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("phải chi thêm 3.108.630 đ").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<f5>");
    assert_eq!(stage.rows_with("Rút tiết kiệm").len(), 1, "{}", stage.sees());
    let stage = stage.press("<enter>");
    assert_eq!(withdrawn(&stage), saved);
    assert_eq!(recorded(stage.book(), "0701001"), (81_370, 0));
    // more went out than came in: nothing is handed in, and nothing is counted
    let mut stage = stage;
    let head = stage.rows_with("tiền mặt phải nộp: 0 đ");
    assert_eq!(head.len(), 1, "{}", stage.sees());
}
