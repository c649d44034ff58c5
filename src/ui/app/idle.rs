//! What the program does while nobody presses a key: it looks after the day, and after the book
//! where somebody else writes in it.

use super::App;
use crate::domain::refusal::{Field, Refusal, Why};
use crate::text::{commands, refusals, troubles};
use crate::ui::look::Tone;

impl App {
    /// Nobody presses a key. The loop calls it then.
    pub fn idle(&mut self) {
        let day = self.takes_new_day();
        let book = self.settings.office.read_only() && self.reads_anew();
        if day || book {
            self.refresh();
        }
    }

    /// Midnight may have passed; whether it has.
    fn takes_new_day(&mut self) -> bool {
        let settings = &mut self.settings;
        let Some(day) = settings.new_day.map(|read| read()) else { return false };
        if day == settings.today {
            return false;
        }
        settings.today = day;
        if settings.as_of_follows {
            settings.as_of = day;
        }
        true
    }

    /// Somebody else may have written in the book; whether the ledger is another now.
    fn reads_anew(&mut self) -> bool {
        match self.settings.office.refresh() {
            Ok(changed) => changed,
            Err(error) => {
                let said = troubles::store_error(self.settings.language, &error);
                self.message = Some((said, Tone::Bad));
                false
            }
        }
    }

    /// Says at the start that nothing can be saved, and because of whom.
    pub(super) fn say_read_only(&mut self) {
        let office = &self.settings.office;
        if !office.read_only() {
            return;
        }
        let language = self.settings.language;
        let said = office.held_by().map_or_else(
            || refusals::sentence(language, &Refusal::at(Field::Whole, Why::ReadOnly)),
            |holder| commands::held_by(language, holder),
        );
        self.message = Some((said, Tone::Warn));
    }
}
