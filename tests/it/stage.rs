//! A stage for flows: keys go in, what the person sees comes out, then the book is asked.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use tempfile::TempDir;
use tkvv::domain::day::Day;
use tkvv::domain::ledger::Ledger;
use tkvv::domain::record::Batch;
use tkvv::domain::rulebook::Shelf;
use tkvv::exchange::native::Reader;
use tkvv::office::{Office, OpenOptions, Stamp};
use tkvv::text::Language;
use tkvv::ui::UiOptions;
use tkvv::ui::app::App;
use tkvv::ui::look::Theme;

/// The day on which the sample stands.
pub const TODAY: &str = "2026-10-15";

/// The sample as a book, made once: each stage works on a copy of the file.
static SAMPLE: LazyLock<(TempDir, std::path::PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.db");
    let today = Day::parse_iso(TODAY).expect("a day");
    let known = Batch::default();
    let reader = Reader { book: &known, today, group_size: (5, 60) };
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let reading = reader.read(&sample, &mut |_| {}).expect("the sample has no fault");
    let mut office = Office::create(&book, options(), now()).expect("a new book");
    office
        .import(&reading.batch, now(), &mut |_| {}, &AtomicBool::new(false))
        .expect("the sample is taken in");
    drop(office);
    (folder, book)
});

fn options() -> OpenOptions {
    let shelf = Shelf::shipped().expect("the shipped rulebooks");
    OpenOptions { read_only: false, who: "Trần Thị Bích".to_owned(), shelf }
}

/// The moment at which all of a flow happens.
pub fn now() -> Stamp {
    Stamp::parse("2026-10-15T02:00:00Z").expect("a moment")
}

/// The same moment, a little later each time it is asked for: what is recorded later stands later.
fn tick() -> Stamp {
    static TICKS: AtomicU32 = AtomicU32::new(0);
    let ticks = TICKS.fetch_add(1, Ordering::Relaxed) % 60_000;
    let (seconds, millis) = (ticks / 1_000, ticks % 1_000);
    Stamp::parse(&format!("2026-10-15T02:00:{seconds:02}.{millis:03}Z")).expect("a moment")
}

/// The program on a terminal that only tests see.
pub struct Stage {
    app: App,
    terminal: Terminal<TestBackend>,
    _folder: Option<TempDir>,
}

impl Stage {
    /// A copy of the sample commune at 80×24, in a language.
    pub fn demo(language: Language) -> Stage {
        Stage::demo_at(language, 80, 24)
    }

    /// The same at another size.
    pub fn demo_at(language: Language, width: u16, height: u16) -> Stage {
        let folder = tempfile::tempdir().expect("a folder");
        let book = folder.path().join("book.db");
        std::fs::copy(&SAMPLE.1, &book).expect("a copy of the sample");
        let office = Office::open(&book, options()).expect("the copy opens");
        let mut stage = Stage::new(office, width, height, language);
        stage._folder = Some(folder);
        stage
    }

    /// A book of one's own.
    pub fn new(office: Office, width: u16, height: u16, language: Language) -> Stage {
        let today = Day::parse_iso(TODAY).expect("a day");
        let options = UiOptions {
            today,
            new_day: None,
            as_of: None,
            language,
            who: "Trần Thị Bích".to_owned(),
            theme: Theme::Plain,
            demo: false,
            clock: tick,
        };
        let mut app = App::new(office, &options);
        app.resize(width, height);
        let terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
        Stage { app, terminal, _folder: None }
    }

    /// Presses keys: `2 <enter> A :3 hoa<space>ly`. Blanks part tokens; what is not in `<>` is
    /// typed letter by letter. `<c-s>` is Ctrl+S, `<a-2>` Alt+2.
    pub fn press(mut self, keys: &str) -> Stage {
        for token in keys.split_whitespace() {
            self.press_token(token);
        }
        self
    }

    fn press_token(&mut self, token: &str) {
        let mut rest = token;
        while let Some(letter) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            match named {
                Some((name, after)) => {
                    self.key(event_of(name));
                    rest = after;
                }
                None => {
                    self.key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
                    rest = rest.strip_prefix(letter).unwrap_or_default();
                }
            }
        }
    }

    /// Presses one key.
    pub fn key(&mut self, event: KeyEvent) {
        self.app.key(event, false);
    }

    /// Pastes.
    pub fn paste(mut self, text: &str) -> Stage {
        self.app.paste(text.to_owned());
        self
    }

    /// Another size of the terminal.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        self.terminal.resize(ratatui::layout::Rect::new(0, 0, width, height)).expect("a size");
        self.app.resize(width, height);
    }

    /// What is on the terminal, row by row, blanks at their ends left out.
    pub fn sees(&mut self) -> String {
        self.terminal.draw(|frame| self.app.draw(frame.buffer_mut())).expect("a drawing");
        let buffer = self.terminal.backend().buffer();
        let width = usize::from(buffer.area.width).max(1);
        let mut seen = String::new();
        for row in buffer.content().chunks(width) {
            let mut line = String::new();
            let mut skip = 0;
            for cell in row {
                if skip == 0 {
                    line.push_str(cell.symbol());
                    skip = unicode_width::UnicodeWidthStr::width(cell.symbol()).max(1);
                }
                skip -= 1;
            }
            seen.push_str(line.trim_end());
            seen.push('\n');
        }
        seen
    }

    /// The rows that contain a text.
    pub fn rows_with(&mut self, text: &str) -> Vec<String> {
        self.sees().lines().filter(|row| row.contains(text)).map(str::to_owned).collect()
    }

    /// The book.
    pub fn book(&self) -> &Ledger {
        self.app.office().ledger()
    }

    /// The program.
    pub fn app(&mut self) -> &mut App {
        &mut self.app
    }
}

/// The key of a name: `enter`, `f9`, `c-s`, `a-2`.
fn event_of(name: &str) -> KeyEvent {
    let letter = |text: &str| KeyCode::Char(text.chars().next().expect("a letter"));
    let (code, modifiers) = match name {
        "enter" => (KeyCode::Enter, KeyModifiers::NONE),
        "esc" => (KeyCode::Esc, KeyModifiers::NONE),
        "tab" => (KeyCode::Tab, KeyModifiers::NONE),
        "backtab" => (KeyCode::BackTab, KeyModifiers::SHIFT),
        "space" => (KeyCode::Char(' '), KeyModifiers::NONE),
        "up" => (KeyCode::Up, KeyModifiers::NONE),
        "down" => (KeyCode::Down, KeyModifiers::NONE),
        "left" => (KeyCode::Left, KeyModifiers::NONE),
        "right" => (KeyCode::Right, KeyModifiers::NONE),
        "home" => (KeyCode::Home, KeyModifiers::NONE),
        "end" => (KeyCode::End, KeyModifiers::NONE),
        "pgup" => (KeyCode::PageUp, KeyModifiers::NONE),
        "pgdn" => (KeyCode::PageDown, KeyModifiers::NONE),
        "bs" => (KeyCode::Backspace, KeyModifiers::NONE),
        "del" => (KeyCode::Delete, KeyModifiers::NONE),
        other => match other.split_at(other.len().min(2)) {
            ("c-", rest) => (letter(rest), KeyModifiers::CONTROL),
            ("a-", rest) => (letter(rest), KeyModifiers::ALT),
            _ => {
                let number = other.strip_prefix('f').and_then(|rest| rest.parse().ok());
                let number = number.unwrap_or_else(|| panic!("no key <{other}>"));
                (KeyCode::F(number), KeyModifiers::NONE)
            }
        },
    };
    KeyEvent::new(code, modifiers)
}
