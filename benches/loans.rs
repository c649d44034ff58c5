//! The loans report of a commune with 5,000 loans and five years of facts, beside the bare SQL that
//! reads the same rows: `cargo bench --bench loans`. The report may take three times as long
//! (house.md, section 5, and the issue behind it), and 64 MB of memory.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark speaks, and one that can't go on stops"
)]

use divan::{Bencher, black_box};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use serde::ser::{SerializeSeq, Serializer};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;
use tkvv::domain::day::Day;
use tkvv::domain::rulebook::Shelf;
use tkvv::generate::{self, Plan};
use tkvv::office::{Loanwise, Office, OpenOptions, Stamp};
use tkvv::reports::Question;
use tkvv::reports::loans::listed;
use tkvv::reports::scores::{Level, scores};
use tkvv::text::Language;
use tkvv::ui::UiOptions;
use tkvv::ui::app::App;
use tkvv::ui::look::Theme;

fn main() {
    println!("a book of {} loans, {} bytes", counted("loans"), size(&BOOK.path));
    println!("payments {}, savings {}", counted("payments"), counted("savings"));
    divan::main();
}

/// One book for all benchmarks.
struct Book {
    path: PathBuf,
    as_of: Day,
    _folder: TempDir,
}

static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let plan = Plan::bench_5000(5);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.db");
    let mut office = Office::create(&path, options(), Stamp::EPOCH).expect("a book");
    let never = AtomicBool::new(false);
    let batch = generate::batch(&plan);
    office.import(&batch, Stamp::EPOCH, &mut |_| {}, &never).expect("taken in");
    Book { path, as_of: plan.as_of, _folder: folder }
});

fn options() -> OpenOptions {
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    OpenOptions { read_only: false, who: "Lan".to_owned(), shelf }
}

fn counted(table: &str) -> i64 {
    let count = format!("SELECT count(*) FROM {table}");
    bare().query_row(&count, [], |row| row.get(0)).expect("a count")
}

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).expect("a file").len()
}

fn bare() -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(&BOOK.path, flags).expect("opened")
}

/// The rows that the report is made of, each with the cells it needs, in the loans' order.
const ROWS: [&str; 10] = [
    "SELECT code, kind, name, parent, difficult FROM places",
    "SELECT code, village, point, association, leader, founded_on, closed_on FROM groups",
    "SELECT code, group_code, name, joined_on, left_on FROM members ORDER BY code",
    "SELECT code, member, programme, principal, disbursed_on, rate, term_months, due_on, \
     interest_grace_until FROM loans ORDER BY code",
    "SELECT loan, day, outstanding, interest_owed, last_movement FROM openings \
     WHERE reverses IS NULL ORDER BY loan",
    "SELECT loan, day, amount FROM tranches WHERE reverses IS NULL ORDER BY loan, day, id",
    "SELECT loan, no, due_on, amount FROM instalments ORDER BY loan, no",
    "SELECT loan, day, kind, amount FROM payments WHERE reverses IS NULL AND id NOT IN \
     (SELECT reverses FROM payments WHERE reverses IS NOT NULL) ORDER BY loan, day, id",
    "SELECT loan, day, kind, instalment, value FROM loan_changes WHERE reverses IS NULL \
     ORDER BY loan, day, id",
    "SELECT line.loan, visit.day, visit.kind, line.wrong_use FROM visit_lines AS line \
     JOIN visits AS visit ON visit.id = line.visit WHERE visit.reverses IS NULL \
     ORDER BY line.loan, visit.day, visit.id",
];

/// Opens the book and looks at every cell once.
#[divan::bench(sample_count = 20)]
fn bare_sql_reads_the_same_rows(bencher: Bencher) {
    let _ = &*BOOK;
    bencher.bench_local(|| {
        let connection = bare();
        let mut seen = 0_usize;
        for sql in ROWS {
            let mut statement = connection.prepare(sql).expect("prepared");
            let columns = statement.column_count();
            let mut rows = statement.query([]).expect("asked");
            while let Some(row) = rows.next().expect("read") {
                for column in 0..columns {
                    seen += match row.get_ref(column).expect("a cell") {
                        ValueRef::Text(text) => text.len(),
                        ValueRef::Integer(number) => usize::from(number > 0),
                        _ => 0,
                    };
                }
            }
        }
        black_box(seen)
    });
}

/// Opens the book, works out every loan and writes the list as JSON.
#[divan::bench(sample_count = 20)]
fn report_loans_as_json(bencher: Bencher) {
    let _ = &*BOOK;
    bencher.bench_local(|| {
        let book = Loanwise::open(&BOOK.path, options(), None).expect("opened");
        let question = Question::new(book.ledger(), book.shelf(), BOOK.as_of);
        let mut serializer = serde_json::Serializer::pretty(std::io::sink());
        let mut list = serializer.serialize_seq(None).expect("a list");
        let all: ControlFlow<()> = book
            .each_loan(|file| {
                if let Some(row) = listed(&question, &file, true) {
                    list.serialize_element(&row).expect("written");
                }
                ControlFlow::Continue(())
            })
            .expect("read");
        list.end().expect("written");
        black_box(all)
    });
}

fn office() -> Office {
    Office::open(&BOOK.path, OpenOptions { read_only: true, ..options() }).expect("opened")
}

/// Reads the whole book into memory, as the screens do at the start.
#[divan::bench(sample_count = 10)]
fn open_for_screens(bencher: Bencher) {
    let _ = &*BOOK;
    bencher.bench_local(|| black_box(office()));
}

fn ui() -> UiOptions {
    UiOptions {
        today: BOOK.as_of,
        new_day: None,
        as_of: None,
        language: Language::Vi,
        who: "Trần Thị Bích".to_owned(),
        theme: Theme::Dark,
        demo: true,
        clock: || Stamp::EPOCH,
    }
}

#[divan::bench(sample_count = 10)]
fn report_scores_of_groups(bencher: Bencher) {
    let office = office();
    let question = Question::new(office.ledger(), office.shelf(), BOOK.as_of);
    bencher.bench_local(|| black_box(scores(&question, Level::Group)));
}

/// From a key to the frame that answers it, with 5,000 loans: go to each place and away again.
#[divan::bench(args = ['1', '2', '3', '4', '5', '6', '8'], sample_count = 10)]
fn key_to_screen(bencher: Bencher, place: char) {
    let mut app = App::new(office(), &ui());
    app.resize(120, 36);
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a terminal");
    bencher.bench_local(|| {
        for key in [place, '7'] {
            app.key(KeyEvent::new(KeyCode::Char(key), KeyModifiers::NONE), false);
            terminal.draw(|frame| app.draw(frame.buffer_mut())).expect("a frame");
        }
    });
}

/// The page of a session and the sheet of its first group opened, with 45 groups and some 2,000 lines
/// at the point: the issue asks for less than 50 ms.
#[divan::bench(args = ["the page", "and a sheet"], sample_count = 20)]
fn session_opens(bencher: Bencher, what: &str) {
    let mut app = App::new(office(), &ui());
    app.resize(120, 36);
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a terminal");
    let mut press = |code: KeyCode| {
        app.key(KeyEvent::new(code, KeyModifiers::NONE), false);
        terminal.draw(|frame| app.draw(frame.buffer_mut())).expect("a frame");
    };
    press(KeyCode::Char('7'));
    bencher.bench_local(|| {
        press(KeyCode::Char('2'));
        if what == "and a sheet" {
            press(KeyCode::Enter);
            press(KeyCode::Esc);
        }
        press(KeyCode::Char('7'));
    });
}
