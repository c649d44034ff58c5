//! What lies over a screen: the help, a question, the line number to jump to.

use super::keymap::{Action, Binding, EVERYWHERE, Mode, Press, key};
use super::look::Tone;
use super::screen::{Screen, View};
use super::widgets::{dialog, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Something over the screen; it has the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// All keys of the screen.
    Help {
        /// Its lines.
        lines: Vec<String>,
        /// The first line shown.
        from: usize,
    },
    /// A question.
    Confirm {
        /// The question.
        question: String,
        /// What happens on yes.
        action: Action,
    },
    /// A line number.
    Jump {
        /// Its digits so far.
        digits: String,
    },
}

/// What an overlay made of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing yet.
    Nothing,
    /// It is to go.
    Close,
    /// It is to go, and this is to happen.
    Act(Action),
}

const CONFIRM: &[Binding] = &[
    Binding::new(&[key('c'), key('C'), key('y'), key('Y')], Action::Own('y'), |t| t.frame.yes),
    Binding::new(&[key('k'), key('K'), key('n'), key('N')], Action::Own('n'), |t| t.frame.no),
];

impl Overlay {
    /// A question; on yes that action.
    #[must_use]
    pub const fn confirm(question: String, action: Action) -> Overlay {
        Overlay::Confirm { question, action }
    }

    /// Asks for a line number.
    #[must_use]
    pub const fn jump() -> Overlay {
        Overlay::Jump { digits: String::new() }
    }

    /// The help of a screen.
    #[must_use]
    pub fn help(screen: &dyn Screen, view: &View) -> Overlay {
        let frame = &view.text.frame;
        let mut lines = Vec::new();
        let explains = screen.explains(view);
        for sentence in &explains {
            lines.extend(paint::wrap(sentence, 72));
        }
        if !explains.is_empty() {
            lines.push(String::new());
        }
        if !screen.keys().is_empty() {
            lines.push(frame.help_here.to_owned());
            lines.extend(key_lines(screen.keys().iter(), Mode::Keys, view));
            lines.push(String::new());
        }
        lines.push(frame.help_everywhere.to_owned());
        let is_own =
            |binding: &&Binding| screen.keys().iter().any(|own| own.action == binding.action);
        let others = EVERYWHERE.iter().filter(|binding| !is_own(binding));
        lines.extend(key_lines(others, screen.mode(), view));
        Overlay::Help { lines, from: 0 }
    }

    /// Whether letters are typed.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        match self {
            Self::Jump { .. } => Mode::Typing,
            Self::Help { .. } | Self::Confirm { .. } => Mode::Keys,
        }
    }

    /// Its own keys.
    #[must_use]
    pub const fn keys(&self) -> &'static [Binding] {
        match self {
            Self::Confirm { .. } => CONFIRM,
            Self::Help { .. } | Self::Jump { .. } => &[],
        }
    }

    /// Takes an action.
    pub fn on(&mut self, action: &Action) -> Said {
        match self {
            Self::Help { lines, from } => scroll(action, from, lines.len()),
            Self::Confirm { action: on_yes, .. } => match action {
                Action::Own('y') => Said::Act(on_yes.clone()),
                Action::Own('n') | Action::Back => Said::Close,
                _ => Said::Nothing,
            },
            Self::Jump { digits } => match action {
                Action::Type(digit @ '0'..='9') if digits.len() < 6 => {
                    digits.push(*digit);
                    Said::Nothing
                }
                Action::Erase if !digits.is_empty() => {
                    digits.pop();
                    Said::Nothing
                }
                Action::Open => {
                    digits.parse().map_or(Said::Close, |line| Said::Act(Action::Jump(line)))
                }
                Action::Back | Action::Erase => Said::Close,
                _ => Said::Nothing,
            },
        }
    }

    /// Draws it over the whole terminal.
    pub fn draw(&self, size: Rect, buffer: &mut Buffer, view: &View) {
        let frame = &view.text.frame;
        match self {
            Self::Help { lines, from } => {
                dialog::draw(
                    size,
                    buffer,
                    view,
                    (frame.help_title, frame.help_close),
                    lines,
                    *from,
                );
            }
            Self::Confirm { question, .. } => {
                let (yes, no) = frame.yes_no;
                let foot = format!("{yes}   {no}");
                let lines = paint::wrap(question, 60);
                dialog::draw(size, buffer, view, ("?", &foot), &lines, 0);
            }
            Self::Jump { digits } => {
                let row = paint::row(size, size.height.saturating_sub(2));
                let text = format!("{}: {digits}▏", frame.jump_to);
                let text = paint::pad(&text, size.width.saturating_sub(1), false);
                paint::write(buffer, row, 1, 0, &text, view.look.tone(Tone::Strong));
            }
        }
    }
}

fn scroll(action: &Action, from: &mut usize, lines: usize) -> Said {
    let last = lines.saturating_sub(1);
    match action {
        Action::Down => *from = (*from + 1).min(last),
        Action::Up => *from = from.saturating_sub(1),
        Action::PageDown | Action::Open => *from = (*from + 15).min(last),
        Action::PageUp => *from = from.saturating_sub(15),
        Action::First => *from = 0,
        Action::Last => *from = last,
        Action::Scroll(rows) => {
            let moved = i64::try_from(*from).unwrap_or(0) + i64::from(*rows);
            *from = usize::try_from(moved).unwrap_or(0).min(last);
        }
        Action::Back | Action::Help | Action::Quit => return Said::Close,
        _ => {}
    }
    Said::Nothing
}

/// One line for each thing that keys do: keys that do the same kind of thing share one. A key that
/// types a letter where letters are typed is left out there.
fn key_lines(
    bindings: impl Iterator<Item = &'static Binding>,
    mode: Mode,
    view: &View,
) -> Vec<String> {
    let mut lines: Vec<(String, &str)> = Vec::new();
    let works = |press: &&Press| mode == Mode::Keys || !press.is_text();
    let places = if mode == Mode::Keys { "1–8, Alt+1–8" } else { "Alt+1–8" };
    for binding in bindings {
        let label = (binding.label)(view.text);
        let keys: Vec<String> = binding.presses.iter().filter(works).map(|it| it.label()).collect();
        if keys.is_empty() {
            continue;
        }
        let keys_said = keys.join(", ");
        match lines.iter_mut().find(|(_, known)| *known == label) {
            Some(_) if matches!(binding.action, Action::Place(_)) => {}
            Some((keys, _)) => *keys = format!("{keys}, {keys_said}"),
            None if matches!(binding.action, Action::Place(_)) => {
                lines.push((places.to_owned(), label));
            }
            None => lines.push((keys_said, label)),
        }
    }
    let line = |(keys, label): (String, &str)| {
        format!("  {} {label}", paint::pad(&paint::cut(&keys, 26), 26, false))
    };
    lines.into_iter().map(line).collect()
}
