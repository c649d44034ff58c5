//! What a clerk stumbled on who typed a book in from paper: each form says what it does and shows
//! what there is.

use super::{CONTRACT, GROUP, PLACES, empty, message, under, with_member};
use crate::stage::Stage;
use tkvv::domain::day::Day;
use tkvv::domain::money::Dong;
use tkvv::text::Language;

const CODE: &str = "6600990000000001";

/// A contract of 36 months of 50 triệu, the count of instalments at work.
const SHORT: &str = "6600990000000001 <tab> 19 <tab> 50tr <tab> 20/3/2024 <tab> 36 \
    <tab> <tab> <tab> <tab> <tab> <tab>";

fn with(keys: &str) -> Stage {
    empty(Language::Vi, 80, 24).press(PLACES).press(keys)
}

/// The line at work in a table: what stands after its mark.
fn at_work(stage: &mut Stage) -> String {
    let rows = stage.rows_with("▸");
    let row = rows.iter().rev().find(|row| !row.contains("─ ▸")).cloned().unwrap_or_default();
    row.split('▸').next_back().unwrap_or_default().trim().to_owned()
}

fn due_days(stage: &Stage) -> Vec<String> {
    let rows = &stage.book().loans[CODE].instalments;
    rows.iter().map(|row| row.due_on.to_string()).collect()
}

#[test]
fn instalments_that_do_not_reach_the_last_day_are_said_and_asked_about() {
    let mut stage = with_member(SHORT).press("5 <tab> 6");
    let said = "! 5 kỳ × 6 tháng = 30 tháng, không khớp hạn trả cuối 20/03/2027";
    assert_eq!(stage.rows_with(said).len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<f5>");
    assert_eq!(stage.rows_with("Ghi như vậy?").len(), 1, "{}", stage.sees());
    // no: nothing is recorded, all is still there
    let mut stage = stage.press("k");
    assert!(stage.book().loans.is_empty());
    assert_eq!(stage.rows_with(said).len(), 1, "{}", stage.sees());
    let stage = stage.press("<f5> c");
    let days = ["2024-09-20", "2025-03-20", "2025-09-20", "2026-03-20", "2027-03-20"];
    assert_eq!(due_days(&stage), days);
}

#[test]
fn instalments_that_fit_or_were_typed_by_hand_are_not_asked_about() {
    let stage = with_member(SHORT).press("6 <tab> 6 <f5>");
    assert_eq!(due_days(&stage).len(), 6);
    // the last one's day is the person's own
    let by_hand = "5 <tab> 6 <f6> <up> <down> <down> <down> <down> 20/9/2026 <f5>";
    let stage = with_member(SHORT).press(by_hand);
    assert_eq!(due_days(&stage)[4], "2026-09-20");
}

#[test]
fn a_contract_that_a_rule_refuses_is_refused_before_anything_is_asked() {
    let keys =
        SHORT.replace("20/3/2024", "20/3/2019").replace("36", "36 <tab> 20/3/2027 <backtab>");
    let mut stage = with_member(&keys).press("5 <tab> 6 <f5>");
    assert!(under(&mut stage, "Ngày giải ngân *").contains("05/03/2020"), "{}", stage.sees());
    assert_eq!(stage.rows_with("Ghi như vậy?").len(), 0);
}

#[test]
fn a_wrong_sum_leaves_the_person_at_the_line_where_they_were() {
    let mut stage = with_member(SHORT).press("6 <tab> 6 <f6>");
    assert_eq!(stage.rows_with("Kỳ  Hạn trả             Số tiền").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<down> <down> <tab> 9000000 <f5>");
    let seen = stage.sees();
    assert!(at_work(&mut stage).starts_with("3 20/09/2025"), "{seen}");
    assert!(at_work(&mut stage).ends_with("9.000.000"), "written as the others are\n{seen}");
    assert!(seen.contains("vay 50.000.000 đ."), "the sentence is whole\n{seen}");
    // what is typed next takes its place
    let stage = stage.press("8333000 <f5>");
    let rows = &stage.book().loans[CODE].instalments;
    assert_eq!(rows[2].amount, Dong::new(8_333_000));
    assert_eq!(rows.iter().map(|row| row.amount).sum::<Dong>(), Dong::new(50_000_000));
}

#[test]
fn a_line_that_is_not_whole_is_never_said_to_match() {
    let mut stage = with_member(SHORT).press("6 <tab> 6 <f6>");
    assert_eq!(stage.rows_with("✓ khớp số tiền vay").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<down> <down> <down> <down> <down> <down> 31/2/2027");
    let seen = stage.sees();
    assert!(!seen.contains("✓ khớp") && seen.contains("! dòng 7 chưa đủ"), "{seen}");
    let mut stage = stage.press("<c-u>");
    assert_eq!(stage.rows_with("✓ khớp số tiền vay").len(), 1, "{}", stage.sees());
}

#[test]
fn tranches_that_are_still_to_come_are_no_fault() {
    let student = "6600990000000002 <tab> 02 <tab> 40tr <tab> 15/9/2025 <tab> 72 <f6> <f6>";
    let mut stage = with_member(student).press("15/9/2025 <tab> 10tr");
    let seen = stage.sees();
    assert!(
        seen.contains("còn 30.000.000 đ chưa giải ngân") && !seen.contains("còn thiếu"),
        "{seen}"
    );
    assert_eq!(stage.rows_with("Lần Ngày                Số tiền").len(), 1, "{seen}");
}

#[test]
fn a_form_longer_than_the_screen_says_that_there_is_more() {
    let mut stage = with_member(CONTRACT);
    assert_eq!(stage.rows_with("↓ còn nữa: 4 ô ở dưới").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("↑ còn nữa").len(), 0, "{}", stage.sees());
    let mut stage = stage.press("<pgdn>");
    let seen = stage.sees();
    assert!(seen.contains("↑ còn nữa") && seen.contains("▸Lần trả gần nhất"), "{seen}");
    assert!(!seen.contains("↓ còn nữa"), "{seen}");
    let mut stage = stage.press("<pgup>");
    assert_eq!(stage.rows_with("▸Mã món vay").len(), 1, "{}", stage.sees());
    stage.resize(120, 36);
    assert_eq!(stage.rows_with("còn nữa").len(), 0, "{}", stage.sees());
}

#[test]
fn a_question_mark_is_text_and_the_help_lists_only_keys_that_work_while_typing() {
    let mut stage = with("t n").press("00990102 <tab> Ấp<space>Hai?");
    assert_eq!(stage.rows_with("Ấp Hai?").len(), 1, "{}", stage.sees());
    stage.resize(100, 60);
    let mut stage = stage.press("<f1>");
    let seen = stage.sees();
    assert!(seen.contains("  F1, Ctrl+G                 trợ giúp"), "{seen}");
    assert!(seen.contains("  Ctrl+U                     xóa ô"), "{seen}");
    assert!(seen.contains("  Enter, Ctrl+J              ô kế; ở ô cuối là ghi sổ"), "{seen}");
    assert!(seen.contains("  Alt+1–8                    đến mục"), "{seen}");
    for gone in ["  ?", "  q", "  s ", "  /", "sắp xếp", "  1–8"] {
        assert!(!seen.contains(gone), "{gone}\n{seen}");
    }
    // where letters are keys they are listed
    let mut stage = stage.press("<esc> <esc>");
    stage = stage.press("<f1>");
    assert!(stage.sees().contains("  ?, F1, Ctrl+G "), "{}", stage.sees());
}

#[test]
fn the_list_of_places_shows_sessions_ahead_that_are_moved_or_not_held() {
    let mut stage = with("t p <c-u> 11 <tab> 17/11 <f5>");
    let moved = "! Phiên 11/2026 dời sang 17/11/2026 · Điểm Bưng Lau";
    assert_eq!(stage.rows_with(moved).len(), 1, "{}", stage.sees());
    let stage = stage.press("p <c-u> 12 <tab> <tab> bão <f5>");
    let mut stage = stage.press("p <c-u> 9/2026 <tab> 16/9 <f5>");
    assert_eq!(stage.rows_with(moved).len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("! Tháng 12/2026 không giao dịch").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("09/2026").len(), 0, "what is over is not told\n{}", stage.sees());
}

#[test]
fn more_moved_sessions_than_there_is_room_for_are_counted() {
    let move_to = |month: u32| format!("p <c-u> {month}/2027 <tab> 20/{month}/2027 <f5> ");
    let stage = with("t").press(&(1..=4).map(move_to).collect::<String>());
    let mut stage = stage;
    assert_eq!(stage.rows_with("! Phiên").len(), 4, "{}", stage.sees());
    let mut stage = stage.press(&move_to(5));
    assert_eq!(stage.rows_with("! Phiên").len(), 3, "{}", stage.sees());
    assert_eq!(stage.rows_with("và 2 phiên khác").len(), 1, "{}", stage.sees());
}

#[test]
fn a_year_of_birth_alone_is_refused_with_what_to_do_and_no_day_is_made_up() {
    let mut stage = with(GROUP).press("n 0990000001 <tab> Lý<space>An <tab> 1985 <f5>");
    let said = under(&mut stage, "Ngày sinh");
    assert!(said.contains("Chỉ biết năm sinh thì bỏ trống"), "{said}");
    assert!(!stage.sees().contains("hoặc nay"));
    let mut stage = stage.press("85");
    assert!(under(&mut stage, "Ngày sinh").contains("Cần đủ ngày"), "{}", stage.sees());
    let mut stage = stage.press("<c-u> x");
    assert!(under(&mut stage, "Ngày sinh").contains("1/5/80"), "{}", stage.sees());
    let to_joined = "<c-u> <tab> <tab> <tab> <tab> <tab> <tab> 5/3/2020 <f5>";
    let stage = stage.press(to_joined);
    assert_eq!(stage.book().members["0990000001"].member.born, None);
}

#[test]
fn a_people_is_written_as_it_is_spelt_and_is_nobody_elses() {
    let people = "n 0990000001 <tab> Lý<space>An <tab> <tab> <tab> <tab> khmer <tab> <tab> <tab>";
    let mut stage = with(GROUP).press(people).press("5/3/2020 <f5>");
    assert_eq!(stage.rows_with("khmer").len(), 0, "{}", stage.sees());
    assert!(message(&mut stage).starts_with("✓ Đã ghi: Lý An."), "{}", stage.sees());
    let member = &stage.book().members["0990000001"].member;
    assert_eq!(member.ethnicity.as_deref(), Some("Khmer"));
}

#[test]
fn the_space_bar_turns_a_choice_and_what_is_no_choice_is_said() {
    let mut stage = with("t n 00990102 <tab> Ấp<space>Hai <tab> <tab> <space>");
    assert_eq!(stage.rows_with("‹ có ›").len(), 1, "{}", stage.sees());
    let stage = stage.press("<f5>");
    assert!(stage.book().places["00990102"].difficult);
    let mut stage = with("t n 00990102 <tab> Ấp<space>Hai <tab> <tab> xx");
    let said = under(&mut stage, "Vùng khó khăn");
    assert!(said.contains("Không có lựa chọn này"), "{said}");
    assert!(!said.contains("mã"), "words of the program have no code: {said}");
}

#[test]
fn one_key_empties_a_field_and_stands_in_the_key_bar() {
    let mut stage = Stage::demo(Language::Vi).press("5 t <end> <enter> <tab>");
    assert_eq!(stage.rows_with("Ctrl+U xóa ô").len(), 1, "{}", stage.sees());
    assert_eq!(stage.rows_with("▸Tên * ").len(), 1, "{}", stage.sees());
    let stage = stage.press("<c-u> Ấp<space>Mới <f5>");
    assert_eq!(stage.book().places["00314708"].name, "Ấp Mới");
    let mut stage = with_member(CONTRACT);
    assert_eq!(stage.rows_with("Ctrl+U xóa ô").len(), 1, "{}", stage.sees());
    let mut stage = stage.press("<f6>");
    assert_eq!(stage.rows_with("Ctrl+U xóa ô").len(), 1, "{}", stage.sees());
}

#[test]
fn after_a_refusal_a_day_typed_takes_the_place_of_the_wrong_one() {
    let five = "<tab> <tab> <tab> <tab> <tab> <tab> 5 <tab> <f5>";
    let stage = with_member(CONTRACT).press(five);
    let mut stage = stage.press("k <right> <tab> <tab> 16/3/2032 <f5>");
    let said = under(&mut stage, "Hạn mới");
    assert!(said.contains("Ngày mới phải từ ngày 15/03/2032 trở về trước."), "{said}");
    let mut stage = stage.press("15/3/2032 <f5> c");
    // the page says that the loan was extended, and to when
    assert!(stage.rows_with("Đến hạn")[0].contains("15/03/2032 gia hạn"), "{}", stage.sees());
    let loan = &stage.book().loans[CODE];
    assert_eq!(Some(loan.loan.due_on), Day::new(2029, 9, 15), "the contract stays");
}

#[test]
fn a_group_without_a_leader_is_picked_by_its_village() {
    let member = "n 0990000001 <tab> Lý<space>An <pgdn> 5/3/2020 <f5> <esc> e <pgdn> <up> <up>";
    let mut stage = with(GROUP).press(member);
    assert_eq!(stage.rows_with("‹ Ấp Một · 0990101 ›").len(), 1, "{}", stage.sees());
}

#[test]
fn a_day_that_the_program_filled_asks_for_its_sum_or_to_be_emptied() {
    let to_opening = "<pgdn> <up> <up> <up>";
    let first = with_member(CONTRACT).press(to_opening).press("30/9 <tab> 36tr <tab> 0 <f5> <esc>");
    let stage = first.press("n").press(&CONTRACT.replace(CODE, "6600990000000002"));
    let mut stage = stage.press("<f5>");
    let said = under(&mut stage, "Dư nợ gốc");
    assert!(said.contains("Món mới thì xóa ô ngày ở trên (Ctrl+U)"), "{said}");
    let stage = stage.press("<up> <c-u> <f5>");
    assert_eq!(stage.book().loans["6600990000000002"].opening, None);
}
