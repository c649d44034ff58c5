//! What a visit adds up to, in words.

use crate::domain::day::Day;
use crate::domain::workdays::working_days_after;
use crate::reports::visits::VisitTotals;
use crate::text::format;
use crate::ui::screen::View;

/// Households and amount checked; right, wrong and unused use with their shares.
pub fn sentences(totals: &VisitTotals, of: usize, view: &View) -> [String; 2] {
    let text = &view.text.visits;
    let language = view.language();
    let share = |ratio| format::percent(language, ratio);
    let checked = totals.checked();
    let uses = if checked.is_zero() {
        text.no_use_yet.to_owned()
    } else {
        (text.uses)(
            &format!("{} ({})", format::money(totals.right), share(totals.right_share())),
            &format!("{} ({})", format::money(totals.wrong), share(totals.wrong_share())),
            &format::money(totals.unused),
        )
    };
    [(text.checked)(totals.households, totals.loans, of, &format::money(checked)), uses]
}

/// By which day a visit of a day is to be reported, in words.
pub fn report_by(day: Day, view: &View) -> String {
    let Some(rules) = view.shelf().on(day) else { return String::new() };
    let days = rules.visits.report_working_days;
    let last = working_days_after(day, days, &rules.holidays);
    (view.text.visits.report_by)(&format::short_day(last), days)
}
