//! The themes. Colour says a second time what a word or sign has said.

use ratatui::style::{Color, Modifier, Style};

/// A choice of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light letters on dark.
    #[default]
    Dark,
    /// Dark letters on light, for a projector.
    Light,
    /// Black and white with few strong colours.
    HighContrast,
    /// No colours at all (`NO_COLOR`).
    Plain,
}

impl Theme {
    /// The next one; without colours stays without.
    #[must_use]
    pub const fn next(self) -> Theme {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::HighContrast,
            Self::HighContrast => Self::Dark,
            Self::Plain => Self::Plain,
        }
    }
}

/// What a piece of text wants to say by its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing.
    #[default]
    Plain,
    /// Less important.
    Dim,
    /// More important.
    Strong,
    /// Good news.
    Good,
    /// To be watched.
    Warn,
    /// Bad news.
    Bad,
}

/// The theme in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Its theme.
    pub theme: Theme,
}

impl Look {
    /// The look of a theme.
    #[must_use]
    pub const fn new(theme: Theme) -> Look {
        Look { theme }
    }

    /// The ground of the whole screen.
    #[must_use]
    pub fn ground(self) -> Style {
        match self.theme {
            Theme::Dark => Style::new().fg(Color::Gray).bg(Color::Black),
            Theme::Light => Style::new().fg(Color::Black).bg(Color::White),
            Theme::HighContrast => Style::new().fg(Color::White).bg(Color::Black),
            Theme::Plain => Style::new(),
        }
    }

    /// The style of a tone.
    #[must_use]
    pub fn tone(self, tone: Tone) -> Style {
        let color = match (self.theme, tone) {
            (Theme::Plain, _) | (_, Tone::Plain | Tone::Strong) => None,
            (Theme::Dark, Tone::Dim) => Some(Color::DarkGray),
            (Theme::Light, Tone::Dim) => Some(Color::Indexed(240)),
            (Theme::HighContrast, Tone::Dim) => None,
            (Theme::Dark, Tone::Good) => Some(Color::LightGreen),
            (Theme::Light, Tone::Good) => Some(Color::Indexed(22)),
            (Theme::HighContrast, Tone::Good) => Some(Color::LightGreen),
            (Theme::Light, Tone::Warn) => Some(Color::Indexed(94)),
            (_, Tone::Warn) => Some(Color::LightYellow),
            (Theme::Light, Tone::Bad) => Some(Color::Indexed(124)),
            (_, Tone::Bad) => Some(Color::LightRed),
        };
        let style = color.map_or_else(Style::new, |color| Style::new().fg(color));
        match tone {
            Tone::Strong | Tone::Bad => style.add_modifier(Modifier::BOLD),
            _ => style,
        }
    }

    /// The row or item that the cursor is on.
    #[must_use]
    pub fn cursor(self) -> Style {
        match self.theme {
            Theme::Dark => Style::new().fg(Color::White).bg(Color::Blue),
            Theme::Light => Style::new().fg(Color::White).bg(Color::Indexed(24)),
            Theme::HighContrast | Theme::Plain => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// The cursor's row in a pane that has not the keyboard.
    #[must_use]
    pub fn cursor_away(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// The place where one is, among the places.
    #[must_use]
    pub fn place(self) -> Style {
        self.cursor().add_modifier(Modifier::BOLD)
    }

    /// Headings of columns and panels.
    #[must_use]
    pub fn heading(self) -> Style {
        match self.theme {
            Theme::Dark => Style::new().fg(Color::LightCyan),
            Theme::Light => Style::new().fg(Color::Indexed(24)),
            Theme::HighContrast | Theme::Plain => Style::new(),
        }
        .add_modifier(Modifier::BOLD)
    }

    /// Rules and borders.
    #[must_use]
    pub fn line(self) -> Style {
        self.tone(Tone::Dim)
    }

    /// A field that can be typed into.
    #[must_use]
    pub fn field(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// The field that has the keyboard.
    #[must_use]
    pub fn field_active(self) -> Style {
        self.cursor()
    }

    /// The place in a field where the next letter goes.
    #[must_use]
    pub fn caret(self) -> Style {
        match self.theme {
            Theme::Dark | Theme::Light => Style::new().fg(Color::Black).bg(Color::LightYellow),
            // the field is reversed already; its caret is reversed back
            Theme::HighContrast | Theme::Plain => {
                Style::new().remove_modifier(Modifier::REVERSED).add_modifier(Modifier::UNDERLINED)
            }
        }
    }
}
