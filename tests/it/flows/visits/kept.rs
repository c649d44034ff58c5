//! Drafts of a visit, and a form that survives every size.

use super::*;
use crate::stage::Stage;
use tkvv::domain::rulebook::Shelf;
use tkvv::office::{Office, OpenOptions};
use tkvv::text::Language;

#[test]
fn a_draft_is_found_again_to_the_letter_even_after_a_power_cut() {
    let mut stage = form().press("= <enter> 17tr <tab> <tab> 5");
    let typed = stage.sees();
    let image = tempfile::tempdir().expect("a folder");
    stage.app().keep_drafts();
    // the machine dies here: what the next start finds is what lies on disk
    let book = stage.app().office().location().expect("a file").to_owned();
    let folder = book.parent().expect("a folder");
    for file in std::fs::read_dir(folder).expect("the folder") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), image.path().join(file.file_name())).expect("a copy");
    }
    let options = OpenOptions {
        read_only: false,
        who: "Trần Thị Bích".to_owned(),
        shelf: Shelf::shipped().expect("the shipped rulebooks"),
    };
    let name = book.file_name().expect("a name");
    let office = Office::open(&image.path().join(name), options).expect("it opens again");
    let mut again = Stage::new(office, 80, 24, Language::Vi).press("4");
    assert_eq!(again.rows_with("d mở: ghi dở tổ 0703010").len(), 1);
    let mut again = again.press("d");
    assert_eq!(again.rows_with("Đã mở lại bản nháp.").len(), 1);
    // the first key takes the notice away, and all stands as it was
    let mut again = again.press("<end>");
    assert_eq!(again.sees(), typed);
    // thrown away on purpose only, after a question
    let again = again.press("<f4> k");
    let mut again = again.press("<f4> c");
    assert_eq!(again.rows_with("ghi dở").len(), 0);
    assert!(again.app().office().drafts().expect("drafts").is_empty());
}

#[test]
fn esc_keeps_what_was_typed_and_the_row_opens_it_again() {
    let mut stage = form().press("= <enter> 17tr");
    let typed = stage.sees();
    let mut stage = stage.press("<esc>");
    assert_eq!(stage.rows_with("Đã giữ nháp").len(), 1);
    assert_eq!(stage.rows_with("d mở: ghi dở tổ 0703010").len(), 1);
    let mut stage = stage.press("<enter> <end>");
    assert_eq!(stage.sees(), typed);
}

#[test]
fn the_form_and_a_visits_page_survive_every_size() {
    for keys in ["", "<f5>", "<esc> <tab> <tab> <enter>", "<f6>", "<esc> t x"] {
        // the next key takes the message of a refusal away
        let mut stage =
            form().press("<tab> <tab> <tab> 5tr = <enter> 500").press(keys).press("<down> <up>");
        let before = stage.sees();
        for (width, height) in [(0, 0), (1, 1), (79, 24), (80, 24), (120, 36), (300, 9), (90, 60)] {
            stage.resize(width, height);
            stage.sees();
            stage = stage.press("<down> <up>");
        }
        stage.resize(80, 24);
        assert_eq!(stage.sees(), before, "after {keys}");
    }
}
