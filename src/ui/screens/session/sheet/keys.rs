//! The keys of a sheet, by where the cursor is.

use crate::ui::keymap::{Action, Binding, ctrl, f, key, named};
use ratatui::crossterm::event::KeyCode;

/// Keys while an amount is typed: letters that no amount has are free.
pub const MONEY: &[Binding] = &[
    Binding::new(&[key('=')], Action::Own('='), |t| t.session.keys.fill),
    Binding::new(&[key('A')], Action::Own('A'), |t| t.session.keys.fill_all),
    Binding::new(&[key(':')], Action::StartJump, |t| t.session.keys.jump),
    Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.session.keys.keep),
    Binding::new(&[f(7), ctrl('a')], Action::Own('d'), |t| t.session.keys.attendance),
    Binding::new(&[key('c')], Action::Own('c'), |t| t.session.sheet.promise),
    Binding::new(&[f(6), ctrl('e')], Action::Own('m'), |t| t.session.day.keys.cash),
    Binding::new(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
];

/// Keys on a line that is saved.
pub const SAVED: &[Binding] = &[
    Binding::new(&[key('e')], Action::Own('e'), |t| t.session.sheet.mend),
    Binding::new(&[key('c')], Action::Own('c'), |t| t.session.sheet.promise),
    Binding::new(&[f(6), ctrl('e')], Action::Own('m'), |t| t.session.day.keys.cash),
    Binding::new(&[key(':')], Action::StartJump, |t| t.session.keys.jump),
    Binding::new(&[key('A')], Action::Own('A'), |t| t.session.keys.fill_all),
    Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.frame.keys.back),
    Binding::quiet(&[key('=')], Action::Own('='), |t| t.session.keys.fill),
    Binding::quiet(&[f(7), ctrl('a')], Action::Own('d'), |t| t.session.keys.attendance),
    Binding::quiet(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
];

/// Keys in an empty note, where a digit picks a reason.
pub const REASON: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.session.keys.next),
    Binding::new(&[key(':')], Action::StartJump, |t| t.session.keys.jump),
    Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.session.keys.keep),
    Binding::new(&[f(7), ctrl('a')], Action::Own('d'), |t| t.session.keys.attendance),
    Binding::quiet(&[f(6), ctrl('e')], Action::Own('m'), |t| t.session.day.keys.cash),
    Binding::quiet(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
];

/// Keys while a note is typed.
pub const NOTE: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter)], Action::Open, |t| t.session.keys.next),
    Binding::new(&[f(7), ctrl('a')], Action::Own('d'), |t| t.session.keys.attendance),
    Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.session.keys.keep),
    Binding::quiet(&[f(6), ctrl('e')], Action::Own('m'), |t| t.session.day.keys.cash),
    Binding::new(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
];

/// Keys of the page before saving.
pub const CONFIRM: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter), f(5), ctrl('s')], Action::Open, |t| t.frame.keys.save),
    Binding::new(&[f(7), ctrl('a')], Action::Own('d'), |t| t.session.keys.attendance),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.session.keys.look_again),
];
