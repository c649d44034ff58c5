//! The page of a session: what is due, and how far the sheets are.

use crate::stage::{Stage, TODAY};
use expect_test::expect;
use tkvv::domain::day::Day;
use tkvv::domain::money::Dong;
use tkvv::domain::rulebook::Shelf;
use tkvv::reports::Question;
use tkvv::reports::overview::sessions;
use tkvv::reports::sheet::session_day;
use tkvv::text::Language;

#[test]
fn the_day_opens_at_the_coming_session_with_what_is_due() {
    let mut stage = Stage::demo(Language::Vi).press("2");
    expect![[""]].assert_eq(&stage.sees());
}

#[test]
fn a_wide_screen_in_english_has_room_for_the_association() {
    let mut stage = Stage::demo_at(Language::En, 120, 36).press("2");
    expect![[""]].assert_eq(&stage.sees());
}

#[test]
fn tab_goes_to_the_other_point_and_the_arrows_to_other_sessions() {
    let mut stage = Stage::demo(Language::Vi).press("2 <tab>");
    assert_eq!(stage.rows_with("thứ Ba 20/10/2026 › chưa đến").len(), 1);
    assert_eq!(stage.rows_with("0703009").len(), 1);
    let mut stage = stage.press("<tab> <left>");
    assert_eq!(stage.rows_with("thứ Ba 15/09/2026 › đã qua").len(), 1);
    assert_eq!(stage.rows_with("✓ đã ghi").len(), 7, "{}", stage.sees());
    let mut stage = stage.press("<right> <right> <right>");
    assert_eq!(stage.rows_with("15/11/2026 › chưa đến").len(), 1);
    assert_eq!(stage.rows_with("Chỉ xem trước được").len(), 1);
}

#[test]
fn the_page_says_the_same_as_the_home_screen_and_as_its_sheets_add_up_to() {
    let stage = Stage::demo(Language::Vi);
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let question = Question::new(stage.book(), &shelf, Day::parse_iso(TODAY).expect("a day"));
    let ahead = sessions(&question);
    assert_eq!(ahead.len(), 2);
    for session in ahead {
        let day = session_day(&question, &session.point, session.day).expect("a point");
        assert_eq!((day.principal, day.interest), (session.principal, session.interest));
        let sheets: Dong = day.sheets.iter().map(|sheet| sheet.due()).sum();
        assert_eq!(sheets, day.interest.1);
        let lines = day.sheets.iter().flat_map(|sheet| &sheet.lines);
        let to_pay = lines.filter(|line| line.due.is_positive()).count();
        assert_eq!(to_pay, day.interest.0);
    }
}

#[test]
fn who_has_left_and_still_owes_stands_on_the_sheet() {
    let stage = Stage::demo(Language::Vi).press("2 <tab> <down> <enter>");
    let mut stage = stage;
    let row = stage.rows_with("Lê Hoài Nam");
    assert!(row[0].contains("đã ra khỏi tổ"), "{row:?}");
}
