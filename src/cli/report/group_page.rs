//! `tkvv report group-page`: for people a page of 80 columns that a leader can take along.

use crate::cli::answer;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::setting::{Format, Setting};
use crate::domain::money::Dong;
use crate::reports::Question;
use crate::reports::due::SessionAsked;
use crate::reports::group_page::{GroupPage, PageRow, group_page};
use crate::text::commands;
use crate::text::words::Named;
use crate::text::{Language, format, talks};
use crate::ui::widgets::paint;

/// Widths of the columns, with a blank between them 80 in all.
const WIDTHS: [u16; 7] = [2, 19, 11, 10, 11, 10, 11];

pub(super) fn write(
    setting: &Setting,
    question: &Question<'_>,
    session: SessionAsked,
) -> Result<(), Failure> {
    let language = setting.language;
    let only_group = || {
        let given = language.text().group_page.only_group;
        Failure::Usage(commands::wrong_option(language, "--scope", "", given))
    };
    let group = question.scope.single_group().ok_or_else(only_group)?;
    let ledger = question.ledger;
    let point = ledger.groups.get(group).and_then(|group| ledger.point_of(group));
    let day = match session {
        SessionAsked::On(day) => day,
        SessionAsked::Next => {
            point.ok_or_else(only_group)?.calendar.first_on_or_after(question.as_of)
        }
    };
    let page = group_page(question, group, day).ok_or_else(only_group)?;
    if setting.format() == Format::Table {
        return output::write(setting, &paper(language, &page));
    }
    answer::write(setting, &page)
}

/// The page as lines of at most 80 columns.
fn paper(language: Language, page: &GroupPage) -> String {
    let text = &language.text().group_page;
    let (session, as_of) = (format::day(page.session), format::day(page.as_of));
    let rule = "─".repeat(80);
    let mut lines = vec![
        (text.title)(page.group.as_str(), &session),
        (text.group)(&page.leader, &page.village, page.association.say(language)),
        (text.session)(&session, &page.point_name, &as_of),
        String::new(),
        line(["", text.name, text.principal, text.interest, text.to_bring, text.overdue, ""]),
        rule.clone(),
    ];
    for row in &page.members {
        lines.push(member(row));
        if let Some(promise) = &row.promise {
            let said = talks::promise_in_full(language, promise);
            lines.extend(paint::wrap(&said, 74).into_iter().map(|said| format!("    · {said}")));
        }
    }
    let sums = [page.totals.principal, page.totals.interest, page.totals.to_bring];
    let [principal, interest, to_bring] = sums.map(format::amount);
    let overdue = format::amount(page.totals.overdue);
    lines.push(rule);
    lines.push(line(["", text.total, &principal, &interest, &to_bring, &overdue, ""]));
    lines.push(String::new());
    lines.extend(text.bring.iter().flat_map(|said| paint::wrap(said, 80)));
    let mut paper = lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n");
    paper.push('\n');
    paper
}

fn member(row: &PageRow) -> String {
    let amount = |sum: Dong| if sum.is_zero() { String::new() } else { format::amount(sum) };
    line([
        &row.no.to_string(),
        &row.name,
        &amount(row.principal),
        &amount(row.interest),
        &amount(row.to_bring),
        &amount(row.overdue),
        // room to write what was really paid
        "_________",
    ])
}

fn line(cells: [&str; WIDTHS.len()]) -> String {
    let cell = |(at, (cell, width)): (usize, (&str, u16))| paint::pad(cell, width, at != 1);
    let cells = cells.into_iter().zip(WIDTHS).enumerate().map(cell);
    cells.collect::<Vec<_>>().join(" ")
}
