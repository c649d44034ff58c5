//! The frame around every screen: where one is, the places, the keys, the message.

use super::keymap::{Action, Binding, EVERYWHERE, Mode};
use super::look::Tone;
use super::screen::View;
use super::screens;
use super::widgets::paint;
use crate::domain::ledger::Ledger;
use crate::domain::place::{Place, PlaceKind};
use crate::office::Holder;
use crate::text::{Text, format};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The least size on which the frame is drawn.
pub const LEAST: (u16, u16) = (80, 24);

/// What the frame says around a screen.
pub struct Around<'a> {
    /// Who is working.
    pub who: &'a str,
    /// The place one is in, 1–8.
    pub place: u8,
    /// The path of titles, from the place inwards.
    pub path: Vec<String>,
    /// The screen's own keys.
    pub keys: &'static [Binding],
    /// Whether it takes letters.
    pub mode: Mode,
    /// Whether something is typed and not saved.
    pub unsaved: bool,
    /// Whether nothing can be saved.
    pub read_only: bool,
    /// Who writes in the book, where somebody else does.
    pub held_by: Option<&'a Holder>,
    /// Whether the book is a throw-away copy.
    pub demo: bool,
    /// The message, with what its colour says.
    pub message: Option<(&'a str, Tone)>,
}

/// Whether the terminal is too small for the frame.
#[must_use]
pub const fn too_small(size: Rect) -> bool {
    size.width < LEAST.0 || size.height < LEAST.1
}

/// The area of the screen inside the frame.
#[must_use]
pub fn body(size: Rect) -> Rect {
    paint::above(paint::below(size, 3), 2)
}

/// Draws the frame; the screen has drawn itself or will, inside [`body`].
pub fn draw(size: Rect, buffer: &mut Buffer, view: &View, around: &Around) {
    top(size, buffer, view, around);
    places(size, buffer, view, around.place);
    path(size, buffer, view, &around.path);
    message(size, buffer, view, around.message);
    key_bar(size, buffer, view, around);
}

/// Says politely that there is too little room.
pub fn draw_too_small(size: Rect, buffer: &mut Buffer, text: &Text) {
    let sentence = (text.frame.too_small)(size.width, size.height);
    for (line, y) in paint::wrap(&sentence, size.width).iter().zip(0..) {
        paint::write(buffer, size, 0, y, line, ratatui::style::Style::new());
    }
}

fn top(size: Rect, buffer: &mut Buffer, view: &View, around: &Around) {
    let frame = &view.text.frame;
    let ledger = view.ledger();
    let home = ledger.home.as_ref().and_then(|code| ledger.places.get(code));
    let home = home.or_else(|| only_commune(ledger));
    let place = home.map_or(ledger.title.as_str(), |place| place.name.as_str());
    let program = if size.width < 100 { frame.program_short } else { frame.program };
    let as_of = (frame.as_of)(&format::day(view.as_of));
    let mut right = format!("{} · {} ", state(view, around), frame.language);
    if around.demo {
        right = format!("{} · {right}", frame.demo);
    }
    let mut left = format!(" {program} │ {place} · {as_of}");
    // who keeps us from writing is worth more than where one is
    let full = paint::width(&left) + paint::width(&right) >= size.width;
    if place.is_empty() || around.read_only && full {
        left = format!(" {program} │ {as_of}");
    }
    let who = if view.hide_names { frame.names_hidden } else { around.who };
    let room = size.width.saturating_sub(paint::width(&left) + paint::width(&right) + 5);
    if !who.is_empty() && room > 0 {
        right = format!("{} · {right}", paint::cut(who, room));
    }
    let row = paint::row(size, 0);
    paint::write_right(buffer, row, 0, &right, view.look.ground());
    paint::write(buffer, row, 0, 0, &left, view.look.heading());
}

/// The commune of a book that says nothing of its home: the only one there is.
fn only_commune(ledger: &Ledger) -> Option<&Place> {
    let mut communes = ledger.places.values().filter(|place| place.kind == PlaceKind::Commune);
    let first = communes.next()?;
    communes.next().is_none().then_some(first)
}

/// Whether what is seen is in the book, or can't come into it.
fn state(view: &View, around: &Around) -> String {
    let frame = &view.text.frame;
    match (around.read_only, around.held_by) {
        (true, Some(holder)) => match (&holder.who, &holder.machine) {
            (Some(who), _) => (frame.open_at)(&view.name(who)),
            (None, Some(machine)) => (frame.open_at)(machine),
            (None, None) => (frame.open_at)(frame.another_window),
        },
        (true, None) => frame.read_only.to_owned(),
        (false, _) if around.unsaved => frame.typing_kept.to_owned(),
        (false, _) => frame.saved.to_owned(),
    }
}

/// The places with their columns: number, start, width, label.
fn places_row(width: u16, text: &Text) -> Vec<(u8, u16, String)> {
    let row = |short: bool, gap: u16| {
        let mut x = 1;
        let mut row = Vec::new();
        for (number, (long, brief)) in (1..).zip(text.frame.places) {
            let label = format!("{number} {}", if short { brief } else { long });
            let wide = paint::width(&label);
            row.push((number, x, label));
            x += wide + gap;
        }
        (row, x.saturating_sub(gap))
    };
    for (short, gap) in [(false, 3), (false, 2), (true, 2)] {
        let (row, used) = row(short, gap);
        if used < width {
            return row;
        }
    }
    row(true, 1).0
}

fn places(size: Rect, buffer: &mut Buffer, view: &View, here: u8) {
    let row = paint::row(size, 1);
    for (number, x, label) in places_row(size.width, view.text) {
        let style = match screens::place(number) {
            _ if number == here => view.look.place(),
            Some(_) => view.look.ground(),
            None => view.look.tone(Tone::Dim),
        };
        paint::write(buffer, row, x, 0, &label, style);
    }
}

/// The place under a click.
#[must_use]
pub fn place_at(size: Rect, text: &Text, column: u16, row: u16) -> Option<u8> {
    if !paint::row(size, 1).contains(Position::new(column, row)) {
        return None;
    }
    places_row(size.width, text)
        .into_iter()
        .find(|(_, x, label)| (*x..x + paint::width(label)).contains(&column))
        .map(|(number, ..)| number)
}

fn path(size: Rect, buffer: &mut Buffer, view: &View, titles: &[String]) {
    let row = paint::row(size, 2);
    let rule = "─".repeat(usize::from(size.width));
    paint::write(buffer, row, 0, 0, &rule, view.look.line());
    let room = size.width.saturating_sub(6);
    // where the path is too long, the outer titles give way: what is nearest is kept
    let mut from = 0;
    let text = loop {
        let kept: Vec<&str> = titles.iter().skip(from).map(String::as_str).collect();
        let mark = if from > 0 { "… › " } else { "" };
        let text = format!("{mark}{}", kept.join(" › "));
        if paint::width(&text) <= room || kept.len() < 2 {
            break text;
        }
        from += 1;
    };
    if !text.is_empty() {
        let text = format!(" {} ", paint::cut(&text, room));
        paint::write(buffer, row, 2, 0, &text, view.look.heading());
    }
}

fn message(size: Rect, buffer: &mut Buffer, view: &View, message: Option<(&str, Tone)>) {
    let row = paint::row(size, size.height.saturating_sub(2));
    let Some((text, tone)) = message else {
        let rule = "─".repeat(usize::from(size.width));
        paint::write(buffer, row, 0, 0, &rule, view.look.line());
        return;
    };
    let sign = match tone {
        Tone::Bad => "✗ ",
        Tone::Warn => "! ",
        Tone::Good => "✓ ",
        _ => "",
    };
    // a long sentence grows upwards over the screen: it is read whole or it is of no use
    let lines = paint::wrap(&format!("{sign}{text}"), size.width.saturating_sub(2));
    for (line, up) in lines.iter().rev().zip(2..) {
        let Some(y) = size.height.checked_sub(up).filter(|y| *y > 2) else { break };
        let text = paint::pad(&format!(" {line}"), size.width, false);
        let style = view.look.ground().patch(view.look.tone(tone));
        paint::write(buffer, paint::row(size, y), 0, 0, &text, style);
    }
}

/// Draws the keys that work here: the screen's own, then those that work everywhere, as many as
/// fit; the help is never left out.
fn key_bar(size: Rect, buffer: &mut Buffer, view: &View, around: &Around) {
    let row = paint::row(size, size.height.saturating_sub(1));
    let shown = |binding: &&Binding| binding.bar && key_of(binding, around.mode).is_some();
    let say = |binding: &Binding| {
        let key = key_of(binding, around.mode).unwrap_or_default();
        format!("{key} {}", (binding.label)(view.text))
    };
    let own = around.keys.iter().filter(shown);
    let taken: Vec<&Action> = around.keys.iter().map(|binding| &binding.action).collect();
    let everywhere = EVERYWHERE.iter().filter(shown).filter(|binding| {
        let root = around.path.len() < 2 && binding.action == Action::Back;
        !taken.contains(&&binding.action) && !root && binding.action != Action::Help
    });
    let help = EVERYWHERE.iter().find(|binding| binding.action == Action::Help).map(say);
    let help = help.unwrap_or_default();
    let room = size.width.saturating_sub(paint::width(&help) + 5);
    let mut line = String::new();
    for part in own.chain(everywhere).map(say) {
        let gap = if line.is_empty() { "" } else { " · " };
        if paint::width(&line) + paint::width(gap) + paint::width(&part) > room {
            break;
        }
        line += gap;
        line += &part;
    }
    paint::write(buffer, row, 1, 0, &format!("{line} · {help}"), view.look.ground());
}

/// The key to show for a binding: while typing, one that is no letter.
fn key_of(binding: &Binding, mode: Mode) -> Option<String> {
    let is_own = !EVERYWHERE.iter().any(|known| std::ptr::eq(known, binding));
    let works = |press: &&super::keymap::Press| mode == Mode::Keys || is_own || !press.is_text();
    binding.presses.iter().find(works).map(|press| press.label())
}
