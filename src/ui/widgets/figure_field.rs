//! A field for a whole number, a rate or a month.

use super::text_field::TextField;
use crate::domain::day::{Day, Month};
use crate::domain::rate::Rate;
use crate::text::parse::figures::{self, FigureFault};
use crate::text::{format, refusals};
use crate::ui::keymap::Action;
use crate::ui::screen::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What kind of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A whole number.
    Whole,
    /// A rate in percent a year.
    Rate,
    /// A month.
    Month,
}

/// A figure as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureField {
    figure: Figure,
    field: TextField,
}

impl FigureField {
    /// An empty field.
    #[must_use]
    pub fn new(figure: Figure) -> FigureField {
        FigureField::typed(figure, "")
    }

    /// A field with what was typed.
    #[must_use]
    pub fn typed(figure: Figure, text: &str) -> FigureField {
        FigureField { figure, field: TextField::with(text) }
    }

    /// A field with a rate in it.
    #[must_use]
    pub fn rate(rate: Rate) -> FigureField {
        FigureField::typed(Figure::Rate, &rate.to_string().replace('.', ","))
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// Puts a text in.
    pub fn set(&mut self, text: &str) {
        self.field.set(text);
    }

    /// The whole number; none where nothing or nothing readable was typed.
    #[must_use]
    pub fn whole(&self) -> Option<u32> {
        figures::whole(self.text()).ok()
    }

    /// The rate; none where nothing or nothing readable was typed.
    #[must_use]
    pub fn percent(&self) -> Option<Rate> {
        figures::rate(self.text()).ok()
    }

    /// The month; none where nothing or nothing readable was typed.
    #[must_use]
    pub fn month(&self, today: Day) -> Option<Month> {
        figures::month(self.text(), today).ok()
    }

    /// Takes an action; false where it is none of a field's.
    pub fn on(&mut self, action: &Action) -> bool {
        self.field.on(action)
    }

    /// Writes the month in full once it is left, if it is one.
    pub fn tidy(&mut self, today: Day) {
        if let Some(month) = self.month(today).filter(|_| self.figure == Figure::Month) {
            self.field.set(&format::month(month));
        }
    }

    /// What is wrong with what was typed.
    #[must_use]
    pub fn fault(&self, today: Day) -> Option<FigureFault> {
        let text = self.text();
        if text.trim().is_empty() {
            return None;
        }
        match self.figure {
            Figure::Whole => figures::whole(text).err(),
            Figure::Rate => figures::rate(text).err(),
            Figure::Month => figures::month(text, today).err(),
        }
    }

    /// What stands under the field: what is wrong with it. The flag says whether it is wrong.
    #[must_use]
    pub fn echo(&self, view: &View) -> (String, bool) {
        let fault = self.fault(view.today);
        fault.map_or_else(
            || (String::new(), false),
            |fault| (refusals::figure_fault(view.language(), fault), true),
        )
    }

    /// Draws it over the width of an area's first row.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View, active: bool) {
        self.field.draw(area, buffer, view, active, false);
    }
}
