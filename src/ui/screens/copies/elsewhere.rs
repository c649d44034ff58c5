//! A copy to a removable disk or another folder: the last one used, or the disk that is there.

use crate::ui::keymap::{Action, Binding, Mode, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step, View};
use crate::ui::widgets::paint;
use crate::ui::widgets::text_field::TextField;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use std::path::PathBuf;

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.backups.key_go),
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.frame.keys.next),
];

/// The question where to.
pub struct Elsewhere {
    field: TextField,
    /// Folders to choose from: the last one used, then the disks that are there.
    known: Vec<PathBuf>,
    chosen: usize,
}

impl Elsewhere {
    /// With the likeliest folder in it, so that Enter is enough.
    #[must_use]
    pub fn new(view: &View) -> Elsewhere {
        let known = view.office().copy_folders();
        let first = known.first().map(|folder| folder.display().to_string());
        Elsewhere { field: TextField::with(&first.unwrap_or_default()), known, chosen: 0 }
    }

    fn next(&mut self) {
        self.chosen = (self.chosen + 1) % self.known.len().max(1);
        if let Some(folder) = self.known.get(self.chosen) {
            self.field.set(&folder.display().to_string());
        }
    }
}

impl Screen for Elsewhere {
    fn title(&self, view: &View) -> String {
        view.text.backups.elsewhere.to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn mode(&self) -> Mode {
        Mode::Typing
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match action {
            Action::Open => {
                let folder = self.field.trimmed().map(PathBuf::from);
                match folder.filter(|folder| folder.is_dir()) {
                    Some(folder) => Step::BackUp(Some(folder)),
                    None => Step::Warning(view.text.backups.no_folder.to_owned()),
                }
            }
            Action::Next => {
                self.next();
                Step::Stay
            }
            other if self.field.on(other) => Step::Stay,
            _ => Step::Ignored,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.backups;
        paint::write(buffer, area, 1, 1, text.folder, view.look.heading());
        let label = paint::width(text.folder) + 3;
        let row = paint::row(area, 1);
        let room = area.width.saturating_sub(label + 2);
        let field = Rect { x: row.x + label, width: room, ..row }.intersection(area);
        self.field.draw(field, buffer, view, true, false);
        paint::write(buffer, area, label, 2, text.folder_hint, view.look.tone(Tone::Dim));
        let mut y = 4;
        for line in text.elsewhere_lines {
            for line in paint::wrap(line, area.width.saturating_sub(2)) {
                paint::write(buffer, area, 1, y, &line, view.look.ground());
                y += 1;
            }
        }
    }
}
