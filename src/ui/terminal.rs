//! The loop between the terminal and the program: keys in, screens out, and the terminal given
//! back whatever happens.

use super::UiOptions;
use super::app::App;
use super::unkept::Unkept;
use crate::office::Office;
use crate::text::{Language, troubles};
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{
    self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
    Event, KeyCode, KeyEventKind, MouseButton, MouseEventKind,
};
use ratatui::crossterm::{execute, terminal as screen};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use super::keymap::Action;

/// How long the loop waits at most for a key before it looks after signals and the day.
const PATIENCE: Duration = Duration::from_millis(500);
/// How long the loop waits for the rest of a burst. The keys of one read come within microseconds.
const BURST_GAP: Duration = Duration::from_millis(1);
/// Keys that arrive together in such a number were pasted, or several were fused in one read.
const BURST: usize = 4;

/// Runs the program in the terminal until the person leaves it or the terminal is closed.
///
/// # Errors
/// What the terminal says. A terminal that was closed is no error.
pub fn run(office: Office, options: &UiOptions) -> io::Result<()> {
    let crash_file = crash_file(office.location());
    let asked_to_end = end_on_signals()?;
    give_back_on_panic(crash_file, options.language);
    let mut app = App::new(office, options);
    app.back_up_after_session();
    let mut terminal = ratatui::try_init()?;
    let result = execute!(io::stdout(), EnableBracketedPaste, EnableMouseCapture)
        .and_then(|()| turn(&mut terminal, &mut app, &asked_to_end));
    app.leave();
    // where the terminal is gone there is nothing to give back
    let _ = execute!(io::stdout(), DisableMouseCapture, DisableBracketedPaste);
    if terminal.show_cursor().is_err() {
        // its end would complain to a standard error that is gone too, and abort
        std::mem::forget(terminal);
    }
    let _ = ratatui::try_restore();
    let text = app.language().text();
    if app.copy_is_due() {
        let _ = writeln!(io::stderr(), "{}", text.backups.at_close);
    }
    if let Err(error) = app.back_up_at_close() {
        let what = troubles::store_error(text.language, &error);
        let _ = writeln!(io::stderr(), "{}", (text.backups.at_close_failed)(&what));
    }
    match result {
        Err(error) if is_closed(&error) || asked_to_end.load(Ordering::Relaxed) => Ok(()),
        other => other,
    }
}

fn turn(
    terminal: &mut DefaultTerminal,
    app: &mut App,
    asked_to_end: &AtomicBool,
) -> io::Result<()> {
    let events = listen();
    let mut unkept = Unkept::default();
    while !app.is_done() && !asked_to_end.load(Ordering::Relaxed) {
        let size = terminal.size()?;
        app.resize(size.width, size.height);
        terminal.draw(|frame| app.draw(frame.buffer_mut()))?;
        let batch = drain(&events, patience(&unkept, app.now().millis()))?;
        let now = app.now().millis();
        if batch.is_empty() && is_gone() {
            return Ok(());
        }
        if batch.is_empty() {
            app.idle();
        }
        if !batch.is_empty() {
            unkept.typed(now);
        }
        let keys = batch.iter().filter(|event| is_press(event)).count();
        for event in batch {
            take(app, event, keys >= BURST);
        }
        if unkept.due_in(now) == Some(0) {
            app.keep_drafts();
            unkept.kept(now);
        }
    }
    Ok(())
}

/// How long to wait for a key: until what was typed is due on disk, where that comes sooner.
fn patience(unkept: &Unkept, now: u64) -> Duration {
    unkept.due_in(now).map_or(PATIENCE, |due| PATIENCE.min(Duration::from_millis(due)))
}

/// Reads the terminal on a thread of its own: the reader never comes back once the terminal is
/// gone, and then the loop has still to keep the drafts.
fn listen() -> Receiver<io::Result<Event>> {
    let (sender, events) = mpsc::channel();
    std::thread::spawn(move || {
        loop {
            let event = event::read();
            let failed = event.is_err();
            if sender.send(event).is_err() || failed {
                return;
            }
        }
    });
    events
}

/// All events that have arrived, so that a burst is drawn once; none after a patience.
fn drain(events: &Receiver<io::Result<Event>>, mut patience: Duration) -> io::Result<Vec<Event>> {
    let mut batch = Vec::new();
    while batch.len() < 10_000 {
        match events.recv_timeout(patience) {
            Ok(event) => batch.push(event?),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        patience = BURST_GAP;
    }
    Ok(batch)
}

fn is_press(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.kind != KeyEventKind::Release)
}

fn take(app: &mut App, event: Event, burst: bool) {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            app.key(key, burst && key.code == KeyCode::Enter);
        }
        Event::Paste(text) => app.paste(text),
        Event::Resize(width, height) => app.resize(width, height),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                app.act(&Action::Click { column: mouse.column, row: mouse.row });
            }
            MouseEventKind::ScrollDown => app.act(&Action::Scroll(3)),
            MouseEventKind::ScrollUp => app.act(&Action::Scroll(-3)),
            _ => {}
        },
        _ => {}
    }
}

/// Whether the terminal went away without a word, as when its window is closed.
fn is_gone() -> bool {
    cfg!(unix) && screen::window_size().is_err()
}

fn is_closed(error: &io::Error) -> bool {
    // 5 is EIO: what a terminal says once its other side is gone
    matches!(error.kind(), io::ErrorKind::BrokenPipe | io::ErrorKind::UnexpectedEof)
        || error.raw_os_error() == Some(5)
}

/// A closed terminal (SIGHUP) and a machine that shuts down (SIGTERM) end the program as a person
/// would: what was typed is kept.
#[cfg(unix)]
fn end_on_signals() -> io::Result<Arc<AtomicBool>> {
    let flag = Arc::new(AtomicBool::new(false));
    for signal in
        [signal_hook::consts::SIGHUP, signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT]
    {
        signal_hook::flag::register(signal, Arc::clone(&flag))?;
    }
    Ok(flag)
}

#[cfg(not(unix))]
fn end_on_signals() -> io::Result<Arc<AtomicBool>> {
    Ok(Arc::new(AtomicBool::new(false)))
}

/// Beside the book, or among the temporary files where there is none.
fn crash_file(book: Option<&Path>) -> PathBuf {
    book.map_or_else(
        || std::env::temp_dir().join("tkvv-crash.txt"),
        |book| book.with_extension("crash.txt"),
    )
}

/// On a bug the terminal is given back, what is known of the bug goes into a file, and one
/// sentence says so.
fn give_back_on_panic(file: PathBuf, language: Language) {
    std::panic::set_hook(Box::new(move |panic| {
        let _ = execute!(io::stdout(), DisableMouseCapture, DisableBracketedPaste);
        let trace = std::backtrace::Backtrace::force_capture();
        let version = env!("CARGO_PKG_VERSION");
        let written = std::fs::write(&file, format!("tkvv {version}\n{panic}\n{trace}\n"));
        let place = if written.is_ok() { file.display().to_string() } else { panic.to_string() };
        let sentence = (language.text().frame.crashed)(&place);
        let _ = writeln!(io::stderr(), "{sentence}");
    }));
}
