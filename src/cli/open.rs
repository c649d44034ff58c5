//! `tkvv`: the terminal program on the book.

use super::failure::Failure;
use super::setting::Setting;
use super::{book, demo, output};
use crate::domain::day::Day;
use crate::office::Office;
use crate::text::commands;
use crate::ui::first::Beginning;
use crate::ui::look::Theme;
use crate::ui::{self, UiOptions};
use std::io::{self, IsTerminal};
use std::path::Path;

pub(super) fn run(setting: &Setting) -> Result<(), Failure> {
    let path = setting.book_path()?;
    if !path.exists() {
        return first_start(setting, &path);
    }
    needs_terminal(setting)?;
    let office = Office::open(&path, book::options(setting, false))
        .map_err(|error| Failure::store(setting.language, &error))?;
    if let Some(holder) = office.held_by() {
        output::note(setting, &commands::held_by(setting.language, holder));
    }
    let new_day = (!setting.today_given).then_some(Setting::local_day as fn() -> Day);
    screens(setting, office, (setting.today, new_day), false)
}

/// Where there is no book yet: on a terminal it is asked with what to begin, else it is said what
/// to do.
fn first_start(setting: &Setting, path: &Path) -> Result<(), Failure> {
    if !is_terminal() || setting.as_of.is_some() {
        return Err(book::no_book(setting, path));
    }
    let shown = path.display().to_string();
    let asked = ui::first::ask(&shown, setting.language, theme(setting));
    let (beginning, language) = asked.map_err(Failure::writing)?;
    let setting = &Setting { language, ..setting.clone() };
    match beginning {
        Beginning::Leave => Ok(()),
        Beginning::Example => demo::run(setting),
        Beginning::Empty => {
            let office = Office::create(path, book::options(setting, false), Setting::now())
                .map_err(|error| Failure::store(setting.language, &error))?;
            let new_day = (!setting.today_given).then_some(Setting::local_day as fn() -> Day);
            screens(setting, office, (setting.today, new_day), false)
        }
    }
}

fn is_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

fn theme(setting: &Setting) -> Theme {
    if setting.no_color { Theme::Plain } else { Theme::default() }
}

/// Screens need a terminal on both sides.
pub(super) fn needs_terminal(setting: &Setting) -> Result<(), Failure> {
    if is_terminal() {
        return Ok(());
    }
    Err(Failure::Usage(commands::no_terminal(setting.language)))
}

/// Runs the screens until the person leaves; `new_day` is none where the day stands still.
pub(super) fn screens(
    setting: &Setting,
    office: Office,
    (today, new_day): (Day, Option<fn() -> Day>),
    demo: bool,
) -> Result<(), Failure> {
    let options = UiOptions {
        today,
        new_day,
        as_of: setting.as_of,
        language: setting.language,
        who: Setting::who(),
        theme: theme(setting),
        demo,
        clock: Setting::now,
    };
    ui::run(office, &options).map_err(Failure::writing)
}
