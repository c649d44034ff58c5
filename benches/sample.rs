//! How long the things a person waits for take on the sample commune: `cargo bench`.
#![allow(missing_docs, clippy::expect_used, reason = "a benchmark that can't go on stops")]

use divan::{Bencher, black_box};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use tkvv::domain::day::Day;
use tkvv::domain::record::Batch;
use tkvv::domain::rulebook::Shelf;
use tkvv::exchange::native::Reader;
use tkvv::office::{Office, OpenOptions, Stamp};
use tkvv::reports::due::{SessionAsked, due};
use tkvv::reports::loans::loans;
use tkvv::reports::overview::{at_home, overview};
use tkvv::reports::scores::{Level, scores};
use tkvv::reports::visits_due::visits_due;
use tkvv::reports::{Question, overdue};
use tkvv::text::Language;
use tkvv::ui::UiOptions;
use tkvv::ui::app::App;
use tkvv::ui::look::Theme;

fn main() {
    divan::main();
}

fn today() -> Day {
    Day::parse_iso("2026-10-15").expect("a day")
}

fn sample() -> Batch {
    let known = Batch::default();
    let reader = Reader { book: &known, today: today(), group_size: (5, 60) };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    reader.read(&folder, &mut |_| {}).expect("the sample has no fault").batch
}

fn office() -> Office {
    let mut office = Office::in_memory().expect("a book");
    let never = AtomicBool::new(false);
    office.import(&sample(), Stamp::EPOCH, &mut |_| {}, &never).expect("taken in");
    office
}

#[divan::bench(sample_count = 10)]
fn read_the_folder(bencher: Bencher) {
    bencher.bench_local(|| black_box(sample()));
}

#[divan::bench(sample_count = 5)]
fn take_the_folder_in(bencher: Bencher) {
    bencher.bench_local(|| black_box(office()));
}

fn ask<T>(bencher: Bencher, question: impl Fn(&Question<'_>) -> T) {
    let office = office();
    let asked = Question::new(office.ledger(), office.shelf(), today());
    bencher.bench_local(|| black_box(question(&asked)));
}

#[divan::bench]
fn report_loans(bencher: Bencher) {
    ask(bencher, |question| loans(question, true));
}

#[divan::bench]
fn report_due(bencher: Bencher) {
    ask(bencher, |question| due(question, SessionAsked::Next));
}

#[divan::bench]
fn report_overdue(bencher: Bencher) {
    ask(bencher, overdue::overdue);
}

#[divan::bench]
fn report_visits_due(bencher: Bencher) {
    ask(bencher, visits_due);
}

#[divan::bench]
fn report_scores_of_groups(bencher: Bencher) {
    ask(bencher, |question| scores(question, Level::Group));
}

#[divan::bench]
fn report_overview(bencher: Bencher) {
    ask(bencher, |question| overview(&at_home(question.clone())));
}

fn press(app: &mut App, key: KeyCode) {
    app.key(KeyEvent::new(key, KeyModifiers::NONE), false);
}

fn program() -> (App, Terminal<TestBackend>) {
    let options = UiOptions {
        today: today(),
        new_day: None,
        as_of: None,
        language: Language::Vi,
        who: "Trần Thị Bích".to_owned(),
        theme: Theme::Dark,
        demo: true,
        clock: || Stamp::EPOCH,
    };
    let mut app = App::new(office(), &options);
    app.resize(120, 36);
    (app, Terminal::new(TestBackend::new(120, 36)).expect("a terminal"))
}

/// From a key to the frame that answers it: go to each place and away again, and draw both.
#[divan::bench(args = ['1', '2', '3', '4', '5', '6', '8'])]
fn key_to_screen(bencher: Bencher, place: char) {
    let (mut app, mut terminal) = program();
    bencher.bench_local(|| {
        for key in [place, '7'] {
            press(&mut app, KeyCode::Char(key));
            terminal.draw(|frame| app.draw(frame.buffer_mut())).expect("a frame");
        }
    });
}

/// The dearest key there is: with every place open, all of them read the book again (as after a
/// save), and the frame is drawn.
#[divan::bench(sample_count = 50)]
fn every_place_reads_again(bencher: Bencher) {
    let (mut app, mut terminal) = program();
    for place in '1'..='8' {
        press(&mut app, KeyCode::Char(place));
    }
    bencher.bench_local(|| {
        press(&mut app, KeyCode::F(9));
        terminal.draw(|frame| app.draw(frame.buffer_mut())).expect("a frame");
    });
}

/// What leaving the program takes where something was recorded: a verified copy of the sample.
#[divan::bench(sample_count = 5)]
fn copy_the_book_at_close(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    let options = OpenOptions {
        read_only: false,
        who: "bench".to_owned(),
        shelf: Shelf::shipped().expect("the shipped rulebooks"),
    };
    let path = folder.path().join("book.db");
    let mut office = Office::create(&path, options, Stamp::EPOCH).expect("a book");
    let never = AtomicBool::new(false);
    office.import(&sample(), Stamp::EPOCH, &mut |_| {}, &never).expect("taken in");
    bencher.bench_local(|| black_box(office.back_up(None, Stamp::EPOCH).expect("a copy")));
}
