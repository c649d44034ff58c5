//! Place 3: due, overdue, interest arrears.

use crate::stage::Stage;
use tkvv::text::Language;

#[test]
fn what_falls_due_is_told_by_the_session_of_each_point() {
    let mut stage = Stage::demo(Language::Vi).press("3");
    assert_eq!(stage.rows_with("Cộng 336").len(), 1);
    let mut stage = stage.press("<right>");
    assert!(stage.rows_with("Cộng 174")[0].contains("261.000.000"));
    let mut stage = stage.press("<right>");
    assert!(stage.rows_with("Cộng 162")[0].contains("47.711.342"));
}
