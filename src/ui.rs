//! The terminal program: screens in a frame, by keyboard, over one office.
//!
//! # How to add a screen
//!
//! 1. Its file `ui/screens/<name>.rs` with a struct that owns its fields, and
//!    [`screen::Screen`] for it. `refresh` reads rows from the reports (`view.question()`), `on`
//!    turns an [`keymap::Action`] into a [`screen::Step`] and touches nothing else, `draw` takes
//!    `&self` and writes into the buffer. Lay out by a function of the area alone and use it in
//!    `on` (with `view.area`) and in `draw` alike, so that clicks and paging hit what is seen.
//! 2. In `ui/screens.rs`: its `mod`, its [`screens::Route`] and its line in `open`; a place also
//!    its line in `place`.
//! 3. Its phrases in its own file under `text/`: the compiler asks for both languages. Every name
//!    of a person goes through [`screen::View::name`].
//! 4. Its own keys: a `const KEYS: &[Binding]` given by `keys`, with `Action::Own('c')` for a key
//!    that only it knows. They fill the key bar and the help. While `mode` is
//!    [`keymap::Mode::Typing`], letters arrive as `Action::Type`; own keys go before them.
//! 5. Lists: [`widgets::table::Table`]. Forms: [`widgets::form::Form`], with `draft` so that what
//!    was typed outlives a power cut, and `Step::submit(command)` to save; then the frame calls
//!    `saved` or `refused`.
//! 6. Its flow test in `tests/it/flows/`.
//!
//! `ui/screens/groups.rs` is the example.

pub mod app;
pub mod first;
pub mod frame;
pub mod keymap;
pub mod look;
pub mod overlay;
pub mod screen;
pub mod screens;
mod terminal;
mod unkept;
pub mod widgets;

pub use terminal::run;

use crate::domain::day::Day;
use crate::domain::stamp::Stamp;
use crate::text::Language;

/// How the program is started.
#[derive(Clone, Debug)]
pub struct UiOptions {
    /// What "today" is when the program starts.
    pub today: Day,
    /// Reads the day anew, as midnight passes; none where "today" stands still.
    pub new_day: Option<fn() -> Day>,
    /// The day asked about, where it is another than today.
    pub as_of: Option<Day>,
    /// The first language.
    pub language: Language,
    /// Who is working, for the top line.
    pub who: String,
    /// The colours; [`look::Theme::Plain`] where `NO_COLOR` is set.
    pub theme: look::Theme,
    /// Whether the book is a throw-away copy.
    pub demo: bool,
    /// The clock: when something was recorded, and how long nobody has typed.
    pub clock: fn() -> Stamp,
}
