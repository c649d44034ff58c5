//! Who a member is: name, group, household, telephone; the ID number masked.

use crate::domain::ids::MemberCode;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::{form, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the head in the first two rows of an area; `saved` is the member's savings.
pub fn draw(area: Rect, buffer: &mut Buffer, view: &View, code: &MemberCode, saved: &str) {
    let text = &view.text.history;
    let ledger = view.ledger();
    let Some(file) = ledger.members.get(code) else {
        paint::write(buffer, area, 1, 0, text.not_in_book, view.look.tone(Tone::Dim));
        return;
    };
    let member = &file.member;
    let language = view.language();
    let room = area.width.saturating_sub(2);
    let mut who = vec![view.name(&member.name)];
    if let Some(left) = member.left_on.filter(|day| *day <= view.as_of) {
        who.push(format!("! {}", (text.left)(&format::day(left))));
    }
    who.push(member.code.to_string());
    who.extend(member.phone.as_ref().map(|phone| (text.phone)(&view.number(phone))));
    who.extend(member.household.map(|kind| (text.household)(kind.say(language))));
    who.extend(member.sex.map(|sex| sex.say(language).to_owned()));
    who.extend(member.born.map(|day| (text.born)(day.year())));
    who.extend(member.id_number.as_ref().map(|number| (text.id_number)(&masked(number, view))));
    paint::write(buffer, area, 1, 0, &paint::joined(&who, room), view.look.tone(Tone::Strong));
    let mut of = Vec::new();
    if let Some(group) = ledger.groups.get(&member.group) {
        // a group without a leader bears its code
        let name = ledger.group_name(group);
        let leader = if name == group.code.as_str() { String::new() } else { view.name(name) };
        of.push((text.group)(group.code.as_str(), &leader).trim_end().to_owned());
        of.extend(ledger.places.get(&group.village).map(|place| place.name.clone()));
        of.push((text.savings)(saved));
        of.push(group.association.say(language).to_owned());
    }
    of.push((text.joined)(&format::day(member.joined_on)));
    paint::write(buffer, area, 1, 1, &paint::joined(&of, room), view.look.ground());
}

/// All but the last three digits hidden (trust.md, section 6).
fn masked(number: &str, view: &View) -> String {
    if view.hide_names { view.number(number) } else { form::masked(number) }
}
