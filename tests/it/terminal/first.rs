//! The first start on a real terminal: an empty book is begun and a commune typed into it.

use super::pty::Terminal;
use std::path::Path;
use tkvv::domain::day::Day;
use tkvv::domain::money::Dong;
use tkvv::domain::rulebook::Shelf;
use tkvv::office::{Office, OpenOptions};

const ESC: &str = "\x1b";
const ENTER: &str = "\r";
const F5: &str = "\x1b[15~";

fn ask(book: &Path) -> Office {
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    let options = OpenOptions { read_only: true, who: "test".to_owned(), shelf };
    Office::open(book, options).expect("the book opens")
}

/// Types the cells of a form one after the other and saves it.
fn fill(terminal: &mut Terminal, cells: &[&str], said: &str) {
    terminal.press(&cells.join("\t"));
    terminal.press(F5);
    terminal.until(said);
}

#[test]
fn an_empty_book_is_begun_and_a_commune_typed_into_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("moi").join("book.db");
    let path = book.display().to_string();
    let mut terminal = Terminal::start(&["--book", &path], 80, 24);
    terminal.until("Bắt đầu sổ trống ở đó");
    assert!(!book.exists(), "nothing is done before it is said");
    terminal.press("1");
    terminal.until("Sổ còn trống. Nhập theo thứ tự sau:");
    terminal.press("t");
    terminal.until("Chưa có xã, ấp nào.");
    terminal.press("n");
    terminal.until("xã 6 chữ số");
    fill(&mut terminal, &["009901", "Xã Bưng Lau"], "Đã ghi: Xã Bưng Lau.");
    fill(&mut terminal, &["00990101", "Ấp Một"], "Đã ghi: Ấp Một.");
    terminal.press(ESC);
    terminal.until("d thêm điểm GD");
    terminal.press("d");
    terminal.until("mã điểm của ngân hàng");
    fill(&mut terminal, &["0099011", "Điểm Bưng Lau", "", "15"], "ngày 15 hằng tháng");
    terminal.press(ESC);
    terminal.until("Chưa có tổ nào.");
    terminal.press("n");
    terminal.until("7 chữ số");
    fill(&mut terminal, &["0990101", "", "", "pn", "1/3/2020"], "Tổ chưa có tổ viên.");
    terminal.press("n");
    terminal.until("10 chữ số");
    for no in 1..=5 {
        let (code, name) = (format!("099000000{no}"), format!("Thạch Thị Mẫu {no}"));
        // the day of joining is kept from the first on
        let joined = if no == 1 { "5/3/2020" } else { "" };
        let cells = [&code, &name, "1/5/80", "", "", "", "", "", joined];
        fill(&mut terminal, &cells, &format!("Đã ghi: {name}"));
    }
    terminal.press(ESC);
    terminal.until("Cộng 5");
    terminal.press(ENTER);
    terminal.until("n thêm món vay");
    terminal.press("n");
    terminal.until("16 chữ số");
    let contract = ["6600990000000001", "19", "60tr", "15/9/2024", "60"];
    let opening = ["", "", "", "", "", "5", "", "30/9", "36tr", "0", "15/9"];
    fill(&mut terminal, &[&contract[..], &opening[..]].concat(), "Phân kỳ trả gốc");
    let screen = terminal.until("36.000.000 đ");
    assert!(screen.contains("trong hạn"), "{screen}");
    // what is due at the session of 15/10: interest of 30/9 to 14/10 on 36 triệu at 7,92 %
    assert!(screen.contains("Lãi phải trả     117.173 đ"), "{screen}");
    terminal.press("q");
    assert!(terminal.ends());
    let office = ask(&book);
    let ledger = office.ledger();
    assert_eq!((ledger.groups.len(), ledger.members.len(), ledger.loans.len()), (1, 5, 1));
    let file = &ledger.loans["6600990000000001"];
    let opening = file.opening.as_ref().expect("an opening");
    assert_eq!(Some(opening.day), Day::parse_iso("2026-09-30"));
    assert_eq!(opening.outstanding, Dong::new(36_000_000));
    assert_eq!(file.instalments.len(), 5);
    assert!(office.verify().is_empty());
}

#[test]
fn leaving_the_first_question_makes_no_book() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    let path = book.display().to_string();
    let mut terminal = Terminal::start(&["--book", &path], 80, 24);
    terminal.until("Máy này chưa có sổ ở:");
    terminal.press("\x1b[20~");
    terminal.until("There is no book yet at:");
    terminal.press("q");
    assert!(terminal.ends());
    assert!(terminal.is_given_back());
    assert!(!book.exists());
}
