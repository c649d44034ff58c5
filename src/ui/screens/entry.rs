//! Forms that take the bank's paper list into the book: groups, members, loans, places. One screen
//! for all of them; what each asks for is its [`Paper`].

mod change;
mod contact;
mod group;
mod kind;
mod lines;
mod lists;
mod loan;
mod meeting;
mod member;
mod mend;
mod money;
mod paper;
mod place;
mod point;
mod take_back;

use crate::domain::ids::FactId;
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal};
use crate::office::command::{Command, Done};
use crate::text::refusals;
use crate::ui::keymap::{Action, Binding, Mode, ctrl, f, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Draft, Screen, Step, View};
use crate::ui::widgets::form::FormAnswer;
use crate::ui::widgets::paint;
pub use kind::Entry;
use lines::KeptLine;
use paper::{After, Fault, Paper, Typed};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

const KEYS: &[Binding] = &[
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.entry.key.next),
    Binding::quiet(&[named(KeyCode::Enter), ctrl('j')], Action::Open, |t| t.entry.key.enter),
    Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.entry.key.keep),
    Binding::new(&[ctrl('u')], Action::EraseAll, |t| t.entry.key.empty),
    Binding::new(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
];

/// The same where tables stand beside the form.
const KEYS_LINES: &[Binding] = &[
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.entry.key.next),
    Binding::quiet(&[named(KeyCode::Enter), ctrl('j')], Action::Open, |t| t.entry.key.enter),
    Binding::new(&[f(6), ctrl('e')], Action::Own('e'), |t| t.entry.key.lines),
    Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.entry.key.keep),
    Binding::new(&[ctrl('u')], Action::EraseAll, |t| t.entry.key.empty),
    Binding::new(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
];

/// In a table.
const KEYS_IN_LINES: &[Binding] = &[
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.entry.key.next),
    Binding::quiet(&[named(KeyCode::Enter), ctrl('j')], Action::Open, |t| t.entry.key.next),
    Binding::new(&[f(6), ctrl('e')], Action::Own('e'), |t| t.entry.key.to_form),
    Binding::quiet(&[named(KeyCode::Esc)], Action::Back, |t| t.entry.key.to_form),
    Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::new(&[ctrl('u')], Action::EraseAll, |t| t.entry.key.empty),
    Binding::new(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
];

/// What of a form is kept on disk.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: FactId,
    fields: Vec<String>,
    lines: Vec<Vec<KeptLine>>,
}

/// A form with what is typed into it.
pub struct EntryScreen {
    entry: Entry,
    paper: Box<dyn Paper>,
    id: FactId,
    typed: Typed,
    /// What stands above the form: read when something changes, since papers ask the book for it
    /// and drawing asks nothing.
    head: Vec<(String, Tone)>,
    /// What stood in it when it was new: no draft is kept of that.
    untouched: (Vec<String>, Vec<Vec<KeptLine>>),
    /// The table that has the keyboard.
    in_lines: Option<usize>,
}

impl EntryScreen {
    /// The form, with what was typed into it before.
    #[must_use]
    pub fn new(entry: &Entry, view: &View) -> EntryScreen {
        let paper = entry.paper();
        let mut typed = paper.blank(view);
        let untouched = all_of(&typed);
        let (kind, key) = entry.draft();
        let json = view.draft(kind, &key);
        let kept = json.and_then(|json| serde_json::from_str::<Kept>(&json).ok());
        let id = kept.as_ref().map_or_else(|| view.new_id(), |kept| kept.id.clone());
        if let Some(kept) = kept {
            typed.form.restore(&kept.fields);
            for (lines, kept) in typed.lines.iter_mut().zip(&kept.lines) {
                lines.restore(kept);
            }
            paper.follow(&mut typed, view);
        }
        let head = paper.head(&typed, view);
        EntryScreen { entry: entry.clone(), paper, id, typed, head, untouched, in_lines: None }
    }

    fn is_changed(&self) -> bool {
        all_of(&self.typed) != self.untouched
    }

    /// Reads all of it and gives the command; what can't be is said at its field. What a rule
    /// allows and is yet doubtful is asked, unless the person was `sure` already.
    fn save(&mut self, sure: bool, view: &View) -> Step {
        if self.entry.amends() && !self.is_changed() {
            return Step::Warning(view.text.entry.unchanged.to_owned());
        }
        if !self.typed.form.reads(view) {
            self.go_to_lines(None);
            return Step::Stay;
        }
        let wrong = self.typed.lines.iter_mut().position(|lines| !lines.reads(view));
        if let Some(at) = wrong {
            self.go_to_lines(Some(at));
            return Step::Stay;
        }
        match self.paper.commands(&self.id, &self.typed, view) {
            Ok(commands) => match <[_; 1]>::try_from(commands) {
                Ok([command]) => self.submit(command, sure, view),
                Err(several) => Step::SubmitAll(several),
            },
            Err(Fault::Gone) => Step::Warning(view.text.entry.gone.to_owned()),
            Err(Fault::Said(field, sentence)) => {
                self.go_to_lines(None);
                self.typed.form.say(field, sentence);
                Step::Stay
            }
            Err(Fault::Refused(refusal)) => {
                self.refuse(&refusal, view);
                Step::Stay
            }
        }
    }

    /// Hands the command on, or asks first.
    fn submit(&mut self, command: Command, sure: bool, view: &View) -> Step {
        let doubt = self.paper.doubt(&self.typed, view).filter(|_| !sure);
        match doubt.map(|question| (question, view.check(&command))) {
            Some((question, Ok(()))) => Step::Confirm { question, action: Action::Confirmed('s') },
            Some((_, Err(refusal))) => {
                self.refuse(&refusal, view);
                Step::Stay
            }
            None => Step::submit(command),
        }
    }

    /// Shows a refusal at its field, or at its line of a table.
    fn refuse(&mut self, refusal: &Refusal, view: &View) {
        let place = self.paper.line_of(refusal, &self.typed);
        let table = place.and_then(|(table, line)| Some((self.typed.lines.get_mut(table)?, line)));
        let Some((lines, line)) = table else {
            self.go_to_lines(None);
            self.typed.form.refuse(refusal, view);
            return;
        };
        let in_amount = !matches!(refusal.field, Field::DueOn | Field::Day);
        lines.say(line, in_amount, refusals::sentence(view.language(), refusal));
        self.go_to_lines(place.map(|(table, _)| table));
    }

    const fn go_to_lines(&mut self, at: Option<usize>) {
        self.in_lines = at;
        self.typed.form.leave(at.is_some());
    }

    /// From the form to the first table, from the last table back to the form.
    fn turn(&mut self) {
        let next = self.in_lines.map_or(0, |at| at + 1);
        self.go_to_lines((next < self.typed.lines.len()).then_some(next));
    }

    fn on_field(&mut self, action: &Action, view: &View) -> Step {
        if let Some(lines) = self.in_lines.and_then(|at| self.typed.lines.get_mut(at)) {
            return match action {
                Action::Save => self.save(false, view),
                Action::Back => {
                    self.go_to_lines(None);
                    Step::Stay
                }
                other if lines.on(other, view.today) => Step::Stay,
                _ => Step::Ignored,
            };
        }
        let areas = self.areas(view.area);
        match self.typed.form.on(action, areas.form, view) {
            FormAnswer::Ignored => Step::Ignored,
            FormAnswer::Taken => {
                self.paper.follow(&mut self.typed, view);
                Step::Stay
            }
            FormAnswer::Save => self.save(false, view),
        }
    }

    /// What each line of the first table adds up to.
    fn must(&self) -> Option<Dong> {
        self.typed.form.money(Field::Principal)
    }

    /// Where head, form and tables stand.
    fn areas(&self, area: Rect) -> Areas {
        let inside =
            Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
        let said = self.head_rows(inside.width);
        let head = u16::try_from(said.len()).unwrap_or(u16::MAX);
        let below = paint::below(inside, head + u16::from(head > 0));
        let wide = area.width >= lines::WIDTH * 3;
        let beside = !self.typed.lines.is_empty() && (wide || self.in_lines.is_some());
        if !beside {
            return Areas { head: inside, said, form: below, lines: Rect::ZERO };
        }
        let width = lines::WIDTH.min(below.width);
        let form = Rect { width: below.width.saturating_sub(width + 1), ..below };
        let lines = Rect { x: below.right().saturating_sub(width), width, ..below };
        Areas { head: inside, said, form, lines }
    }

    /// The head in rows of a width.
    fn head_rows(&self, width: u16) -> Vec<(String, Tone)> {
        let rows = self.head.iter().flat_map(|(sentence, tone)| {
            paint::wrap(sentence, width).into_iter().map(|line| (line, *tone))
        });
        rows.collect()
    }

    /// Where there is room all tables stand below each other, else the one at work alone.
    fn draw_lines(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let all = usize::from(area.height) >= self.typed.lines.len() * 12;
        let shown: Vec<(usize, &lines::Lines)> = self.typed.lines.iter().enumerate().collect();
        let shown = shown.into_iter().filter(|(at, _)| all || *at == self.in_lines.unwrap_or(0));
        let shown: Vec<(usize, &lines::Lines)> = shown.collect();
        let count = u16::try_from(shown.len()).unwrap_or(1).max(1);
        let height = area.height / count;
        for ((at, lines), no) in shown.into_iter().zip(0u16..) {
            let part = paint::below(area, no * height);
            let part = Rect { height: height.min(part.height), ..part };
            lines.draw(part, buffer, view, (self.in_lines == Some(at), self.must()));
        }
    }
}

/// The parts of the screen.
struct Areas {
    head: Rect,
    /// What stands in the head, row by row.
    said: Vec<(String, Tone)>,
    form: Rect,
    lines: Rect,
}

/// All that is typed, for a draft.
fn all_of(typed: &Typed) -> (Vec<String>, Vec<Vec<KeptLine>>) {
    (typed.form.typed(), typed.lines.iter().map(lines::Lines::typed).collect())
}

impl Screen for EntryScreen {
    fn title(&self, view: &View) -> String {
        self.paper.title(view)
    }

    fn keys(&self) -> &'static [Binding] {
        match (self.typed.lines.is_empty(), self.in_lines) {
            (true, _) => KEYS,
            (false, None) => KEYS_LINES,
            (false, Some(_)) => KEYS_IN_LINES,
        }
    }

    fn mode(&self) -> Mode {
        Mode::Typing
    }

    fn types_words(&self) -> bool {
        self.in_lines.is_none() && self.typed.form.types_words()
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        let step = match action {
            Action::Own('e') => {
                self.turn();
                Step::Stay
            }
            Action::Discard if self.is_changed() => Step::Confirm {
                question: view.text.entry.discard.to_owned(),
                action: Action::Confirmed('x'),
            },
            Action::Confirmed('x') => Step::Discard,
            Action::Confirmed('s') => self.save(true, view),
            other => self.on_field(other, view),
        };
        self.head = self.paper.head(&self.typed, view);
        step
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let areas = self.areas(area);
        for ((line, tone), y) in areas.said.iter().zip(0..) {
            paint::write(buffer, areas.head, 0, y, line, view.look.tone(*tone));
        }
        self.typed.form.draw(areas.form, buffer, view);
        if !areas.lines.is_empty() {
            self.draw_lines(areas.lines, buffer, view);
        }
    }

    fn refresh(&mut self, view: &View) {
        self.paper.rename(&mut self.typed, view);
        self.head = self.paper.head(&self.typed, view);
    }

    fn refused(&mut self, refusal: &Refusal, view: &View) {
        self.refuse(refusal, view);
    }

    fn saved(&mut self, _done: &Done, view: &View) -> Step {
        match self.paper.after(&self.typed, view) {
            After::Back => Step::Back,
            After::To(route) => {
                self.untouched = all_of(&self.typed);
                Step::Replace(route)
            }
            After::Again(typed, said) => {
                self.typed = *typed;
                self.untouched = all_of(&self.typed);
                self.id = view.new_id();
                self.go_to_lines(None);
                Step::Notice(said)
            }
        }
    }

    fn draft(&self) -> Option<Draft> {
        if !self.is_changed() {
            return None;
        }
        let (fields, lines) = all_of(&self.typed);
        let kept = Kept { id: self.id.clone(), fields, lines };
        let (kind, key) = self.entry.draft();
        Some(Draft { kind, key, json: serde_json::to_string(&kept).ok()? })
    }

    fn explains(&self, view: &View) -> Vec<String> {
        self.paper.explains(view).iter().map(|said| (*said).to_owned()).collect()
    }
}
