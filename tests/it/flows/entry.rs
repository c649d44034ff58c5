//! Typing a commune in from the paper list: places, groups, members, loans, and what is refused.

mod changes;
mod clerk;
mod groups;
mod loans;
mod members;
mod places;
mod sizes;

use crate::stage::Stage;
use tkvv::office::Office;
use tkvv::text::Language;

/// An empty book at a size.
fn empty(language: Language, width: u16, height: u16) -> Stage {
    Stage::new(Office::in_memory().expect("a book"), width, height, language)
}

/// What is typed for a commune with one village and one point, and a group in it.
const PLACES: &str = "t n 009901 <tab> Xã<space>Bưng<space>Lau <f5> \
    00990101 <tab> Ấp<space>Một <f5> <esc> \
    d 0099011 <tab> Điểm<space>Bưng<space>Lau <tab> <tab> 15 <f5> <esc>";
const GROUP: &str = "n 0990101 <tab> <tab> <tab> phụ <tab> 1/3/2020 <f5>";

/// A contract of five years.
const CONTRACT: &str = "6600990000000001 <tab> 19 <tab> 60tr <tab> 15/9/2024 <tab> 60";

/// A book with one member, the form of a new loan open.
fn with_member(keys: &str) -> Stage {
    let member = "n 0990000001 <tab> Thạch<space>Thị<space>Mẫu";
    let stage = empty(Language::Vi, 80, 24).press(PLACES).press(GROUP).press(member);
    let to_day = "<down> <down> <down> <down> <down> <down> <down>";
    stage.press(to_day).press("5/3/2020 <enter> <esc> <enter> n").press(keys)
}

/// The sentence of the message line.
fn message(stage: &mut Stage) -> String {
    let seen = stage.sees();
    seen.lines().rev().nth(1).unwrap_or_default().trim().to_owned()
}

/// What stands in the two rows under that of a label.
fn under(stage: &mut Stage, label: &str) -> String {
    let seen = stage.sees();
    let rows = seen.lines().skip_while(|row| !row.contains(label)).skip(1).take(2);
    let rows: Vec<&str> = rows.map(str::trim).collect();
    rows.join(" ")
}
