//! Copies of the book: how old, how large, whether sound; making one, restoring one.

pub mod elsewhere;

use super::Route;
use crate::office::{BackupCopy, Kept};
use crate::text::{backups, format, troubles};
use crate::ui::keymap::{Action, Binding, Mode, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Answer, Cell, Column, Table};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

const KEYS: &[Binding] = &[
    Binding::new(&[key('b')], Action::Own('b'), |t| t.backups.key_back_up),
    Binding::new(&[key('d')], Action::Own('d'), |t| t.backups.key_elsewhere),
    Binding::new(&[key('r'), named(KeyCode::Enter)], Action::Open, |t| t.backups.key_restore),
    Binding::new(&[key('v')], Action::Own('v'), |t| t.backups.key_read),
];

const COLUMNS: &[Column<BackupCopy>] = &[
    Column::<BackupCopy>::text(|t| t.backups.columns.0, 16, |c, _| c.taken.in_vietnam().into())
        .sorts(|one, other| one.taken.cmp(&other.taken)),
    Column::<BackupCopy>::text(
        |t| t.backups.columns.1,
        14,
        |copy, view| view.text.backups.age(view.days_since(copy.taken)).into(),
    ),
    Column::<BackupCopy>::number(
        |t| t.backups.columns.2,
        8,
        |copy, _| backups::size(copy.bytes).into(),
    )
    .sorts(|one, other| one.bytes.cmp(&other.bytes)),
    Column::<BackupCopy>::number(
        |t| t.backups.columns.3,
        8,
        |copy, _| format::whole(copy.rows()).into(),
    )
    .drops(1),
    Column::<BackupCopy>::text(|t| t.backups.columns.4, 26, state).grows(1),
];

fn state(copy: &BackupCopy, view: &View) -> Cell {
    let text = &view.text.backups;
    let kept = if copy.kept == Kept::Always { text.always } else { text.by_rule };
    match (copy.good, copy.read) {
        (false, _) => Cell::toned(text.broken, Tone::Bad),
        (true, true) => Cell::toned(format!("{} · {kept}", text.read_back), Tone::Good),
        (true, false) => format!("{} · {kept}", text.verified).into(),
    }
}

/// The list.
pub struct Copies {
    list: Table<BackupCopy>,
    /// Whether each copy was read again, and not only looked at.
    read: bool,
}

impl Copies {
    /// The list, not read yet.
    #[must_use]
    pub fn new() -> Copies {
        let key = |copy: &BackupCopy| copy.path.display().to_string();
        Copies { list: Table::new(COLUMNS, key), read: false }
    }

    fn read_all(&mut self, view: &View) -> Step {
        self.read = true;
        self.refresh(view);
        let good = self.list.rows().iter().filter(|copy| copy.good).count();
        let bad = self.list.rows().len() - good;
        let said = (view.text.backups.checked)(good, bad);
        if bad == 0 { Step::Notice(said) } else { Step::Warning(said) }
    }

    /// Asks back, once the copy has been checked from end to end.
    fn ask(&self, view: &View) -> Step {
        let text = &view.text.backups;
        let Some(copy) = self.list.current() else { return Step::Stay };
        if view.office().read_only() {
            return Step::Warning(text.reads_only.to_owned());
        }
        let weighed = match view.office().weigh(&copy.path) {
            Ok(weighed) => weighed,
            Err(error) => return Step::Warning(troubles::store_error(view.language(), &error)),
        };
        let age = text.age(view.days_since(copy.taken));
        let lost = text.losing(weighed.lost);
        let question = (text.question)(&copy.taken.in_vietnam(), &age, &lost);
        Step::Confirm { question, action: Action::Confirmed('r') }
    }
}

/// The list, below the line that says where the copies lie.
fn list_of(area: Rect) -> Rect {
    paint::below(area, 2)
}

impl Screen for Copies {
    fn title(&self, view: &View) -> String {
        view.text.backups.title.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn mode(&self) -> Mode {
        if self.list.is_typing() { Mode::Typing } else { Mode::Keys }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        let text = &view.text.backups;
        if !view.keeps_copies && matches!(action, Action::Own('b' | 'd')) {
            return Step::Warning(text.no_copies_here.to_owned());
        }
        match action {
            Action::Own('b') => Step::BackUp(None),
            Action::Own('d') => Step::Go(Route::CopyElsewhere),
            Action::Own('v') => self.read_all(view),
            Action::Confirmed('r') => match self.list.current() {
                Some(copy) => Step::Restore(copy.path.clone()),
                None => Step::Stay,
            },
            other => match self.list.on(other, list_of(view.area), view) {
                Answer::Open => self.ask(view),
                Answer::Taken => Step::Stay,
                Answer::Ignored => Step::Ignored,
            },
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.backups;
        let folder = view.office().backup_folder();
        let folder = folder.filter(|_| view.keeps_copies);
        let place = folder.map_or_else(
            || text.no_copies_here.to_owned(),
            |folder| (text.in_book)(&folder.display().to_string()),
        );
        let room = area.width.saturating_sub(2);
        paint::write(buffer, area, 1, 0, &paint::cut(&place, room), view.look.tone(Tone::Dim));
        if self.list.rows().is_empty() && view.keeps_copies {
            for (line, y) in paint::wrap(text.empty, room).iter().zip(2..) {
                paint::write(buffer, area, 1, y, line, view.look.tone(Tone::Warn));
            }
        } else if view.keeps_copies {
            self.list.draw(list_of(area), buffer, view, true);
        }
    }

    fn refresh(&mut self, view: &View) {
        let copies = if view.keeps_copies { view.office().copies(self.read) } else { Vec::new() };
        self.list.set_rows(copies, view);
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.backups.explains.iter().map(|sentence| (*sentence).to_owned()).collect()
    }
}
