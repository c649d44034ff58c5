//! Any size and any key: nothing panics.

use crate::stage::Stage;
use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tkvv::text::Language;

/// Sizes at which drawing has gone wrong in other programs, and both sizes that count.
const SIZES: [(u16, u16); 9] =
    [(0, 0), (1, 1), (2, 2), (79, 23), (80, 24), (120, 36), (300, 8), (3, 200), (200, 60)];

/// Keys that open every kind of screen there is, one after the other.
const SCREENS: [&str; 20] = [
    "1",
    "2",
    "2 <enter> 5",
    "2 <enter> A <f5>",
    "2 g phan",
    "2 <f6> 5",
    "2 d",
    "2 d n an",
    "2 <backtab> <right> <right> <right> <enter>",
    "2 g <enter> 5tr",
    "3",
    "4",
    "5",
    "5 <enter>",
    "5 <enter> <enter>",
    "5 <enter> <enter> <enter>",
    "6",
    "7",
    "8 c",
    "/ an",
];

#[test]
fn every_screen_survives_every_size_and_comes_back() {
    for language in [Language::Vi, Language::En] {
        let mut stage = Stage::demo(language);
        for keys in SCREENS {
            stage = stage.press("<esc> <esc> <esc> <esc>").press(keys).press("<f1> <esc>");
            let before = stage.sees();
            for (width, height) in SIZES {
                stage.resize(width, height);
                stage.sees();
                stage = stage.press("<f1> <down> <esc>");
                stage.sees();
            }
            stage.resize(80, 24);
            assert_eq!(stage.sees(), before, "after {keys}");
        }
    }
}

#[test]
fn below_the_least_size_it_says_so_politely() {
    let mut stage = Stage::demo(Language::Vi);
    stage.resize(79, 24);
    assert_eq!(stage.rows_with("hơi nhỏ").len(), 1);
}

#[test]
fn no_line_of_the_frame_is_wider_than_the_terminal() {
    for (width, height) in [(80, 24), (120, 36)] {
        for language in [Language::Vi, Language::En] {
            let mut stage = Stage::demo_at(language, width, height);
            for keys in SCREENS {
                stage = stage.press("<esc> <esc> <esc> <esc>").press(keys);
                let seen = stage.sees();
                let places = seen.lines().nth(1).expect("the places");
                assert!(places.contains("8 "), "{places}");
                let bar = seen.lines().last().expect("the keys");
                let help = if language == Language::Vi { "trợ giúp" } else { "help" };
                assert!(bar.contains(help), "{bar}");
            }
        }
    }
}

fn keys() -> impl Strategy<Value = KeyEvent> {
    let code = prop_oneof![
        4 => prop::sample::select("123456789:/?sSfcvnAq= abkđễ0-.".chars().collect::<Vec<_>>())
            .prop_map(KeyCode::Char),
        1 => any::<char>().prop_map(KeyCode::Char),
        4 => prop::sample::select(vec![
            KeyCode::Enter, KeyCode::Enter, KeyCode::Esc, KeyCode::Tab, KeyCode::BackTab,
            KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right, KeyCode::Home,
            KeyCode::End, KeyCode::PageUp, KeyCode::PageDown, KeyCode::Backspace,
            KeyCode::Delete, KeyCode::Insert, KeyCode::Null,
        ]),
        1 => (1u8..13).prop_map(KeyCode::F),
    ];
    let modifiers = prop_oneof![
        8 => Just(KeyModifiers::NONE),
        1 => Just(KeyModifiers::CONTROL),
        1 => Just(KeyModifiers::ALT),
        1 => Just(KeyModifiers::SHIFT),
    ];
    (code, modifiers).prop_map(|(code, modifiers)| KeyEvent::new(code, modifiers))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 12,
        max_shrink_iters: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_row_of_keys_makes_it_panic(keys in prop::collection::vec((keys(), 0..40usize), 1..150)) {
        let mut stage = Stage::demo(Language::Vi);
        for (key, size) in keys {
            stage.key(key);
            if let Some((width, height)) = SIZES.get(size) {
                stage.resize(*width, *height);
            }
            stage.sees();
        }
    }
}

#[test]
fn a_day_typed_takes_the_place_of_the_day_that_stands_there() {
    let stage = Stage::demo(Language::Vi).press("2 g dao<space>thi<space>sray <enter>");
    let mut stage = stage.press("<tab> <tab> 12/10");
    assert_eq!(stage.rows_with("12/10/2026").len(), 1, "{}", stage.sees());
    // Once typing has begun, what is typed is added; an impossible day is said at its field.
    let mut stage = stage.press("/2026 <tab> <tab> <backtab> <backtab> 30/02");
    assert_eq!(stage.rows_with("30/02").len(), 1, "{}", stage.sees());
}

#[test]
fn what_can_not_be_seen_is_not_typed() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter>");
    stage.resize(60, 15);
    let mut stage = stage.press("999 <enter> 8 A");
    stage.resize(80, 24);
    assert!(stage.rows_with("999").is_empty(), "{}", stage.sees());
    assert_eq!(stage.rows_with("0/24").len(), 1, "{}", stage.sees());
}

#[test]
fn a_question_mark_in_an_amount_is_help_and_leaves_no_draft() {
    let mut stage = Stage::demo(Language::Vi).press("2 <enter> ?");
    assert_eq!(stage.rows_with("Trợ giúp").len(), 1, "{}", stage.sees());
    let mut visit = Stage::demo(Language::Vi).press("4 <enter> ?");
    assert_eq!(visit.rows_with("Trợ giúp").len(), 1, "{}", visit.sees());
    let mut stage = stage.press("<esc> <esc>");
    assert_eq!(stage.rows_with("1 bản nháp"), Vec::<String>::new(), "{}", stage.sees());
}

#[test]
fn the_home_screen_tells_what_is_typed_and_not_saved() {
    let mut stage = Stage::demo(Language::Vi);
    assert!(stage.rows_with("bản nháp chưa ghi sổ").is_empty());
    let mut stage = stage.press("2 <enter> = <esc> 1");
    assert_eq!(stage.rows_with("! bản nháp chưa ghi sổ").len(), 1, "{}", stage.sees());
}
