//! `tkvv report meeting` and `report actions`: the page of the meeting after a session, and what
//! meetings want done. As CSV one row a figure of a unit; for people, tables.

use super::{empty, word};
use crate::cli::answer;
use crate::cli::arguments::Report;
use crate::cli::failure::Failure;
use crate::cli::setting::{Format, Setting};
use crate::domain::day::Day;
use crate::domain::direction::Direction;
use crate::reports::Question;
use crate::reports::actions::{self as reports, ActionRow};
use crate::reports::meeting::collected::OfDue;
use crate::reports::meeting::figures::{Figure, FigureId, Value as Amount};
use crate::reports::meeting::units::{By, Part};
use crate::reports::meeting::{self, Held, MeetingPage};
use crate::text::words::Named;
use crate::text::{columns, commands, format};
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::{Value, json};
use std::cmp::Ordering;

pub(super) fn meeting(
    setting: &Setting,
    question: &Question<'_>,
    asked: &Report,
) -> Result<(), Failure> {
    let by = match asked.by.as_deref() {
        None => By::Commune,
        given => word(setting, "--by", given, &By::ALL.map(|(word, _)| word), By::from_word)?,
    };
    let held = held(setting, question, asked)?;
    let page = meeting::meeting(question, held, by, asked.scope.as_deref());
    match setting.format() {
        Format::Json => answer::write(setting, &page),
        Format::Csv => answer::list(setting, empty::MEETING, in_rows(&page)),
        Format::Table => {
            let word = setting.language.text().quality.not_official;
            answer::write_saying(setting, &for_people(setting, &page), word)
        }
    }
}

pub(super) fn actions(
    setting: &Setting,
    question: &Question<'_>,
    closed: bool,
) -> Result<(), Failure> {
    let rows = if closed { reports::actions(question) } else { reports::open(question) };
    if setting.format() == Format::Table {
        let said = rows.iter().map(|row| action_said(setting, row));
        return answer::list(setting, ACTIONS_SAID, said);
    }
    answer::list(setting, empty::ACTIONS, rows)
}

const ACTIONS_SAID: &[&str] =
    &["due_on", "state", "days_left", "what", "owner", "area", "last_step.day", "result"];

fn action_said(setting: &Setting, row: &ActionRow) -> Value {
    json!({
        "due_on": row.due_on,
        "state": row.state.say(setting.language),
        "days_left": row.days_left,
        "what": row.what,
        "owner": row.owner,
        "area": row.area,
        "last_step": {"day": row.last_step.day},
        "result": row.last_step.result,
    })
}

fn held(setting: &Setting, question: &Question<'_>, asked: &Report) -> Result<Held, Failure> {
    let language = setting.language;
    let wrong = |text: &str, day| {
        let nearest = meeting::nearest(question, day);
        Failure::Usage(commands::no_session(language, text, &nearest))
    };
    let day = match asked.session.as_deref() {
        None | Some("last") => None,
        Some(text) => Some(Day::parse_iso(text).ok_or_else(|| wrong(text, question.as_of))?),
    };
    meeting::held(question, day).ok_or_else(|| match day {
        Some(day) => wrong(&day.to_string(), day),
        None => Failure::Usage(commands::no_points(language).to_owned()),
    })
}

/// One figure of a unit.
#[derive(Serialize)]
struct Row<'a> {
    part: &'a str,
    code: Option<&'a str>,
    name: Option<&'a str>,
    figure: String,
    now: Value,
    before: Value,
    change: Value,
    direction: Option<Direction>,
}

/// The whole first, then each unit: what was collected, then the figures; then who moved a grade.
fn in_rows(page: &MeetingPage) -> Vec<Row<'_>> {
    let by = By::ALL.into_iter().find(|(_, by)| *by == page.by).map_or("", |(word, _)| word);
    let mut rows = of_part(("all", None, None), &page.all);
    for unit in &page.units {
        rows.extend(of_part((by, unit.code.as_deref(), unit.name.as_deref()), &unit.part));
    }
    for grades in &page.grades {
        rows.extend(grades.moved.iter().map(|moved| Row {
            part: grades.level,
            code: Some(&moved.code),
            name: Some(&moved.name),
            figure: "grade".to_owned(),
            now: json!(moved.to),
            before: json!(moved.from),
            change: Value::Null,
            direction: Some(moved.direction),
        }));
    }
    rows
}

fn of_part<'a>(
    (part, code, name): (&'a str, Option<&'a str>, Option<&'a str>),
    sums: &Part,
) -> Vec<Row<'a>> {
    let row = |figure: String, now: Value| Row {
        part,
        code,
        name,
        figure,
        now,
        before: Value::Null,
        change: Value::Null,
        direction: None,
    };
    let mut rows = Vec::new();
    if let Value::Object(collected) = json!(sums.collected) {
        for (kind, values) in collected {
            for (name, value) in values.as_object().into_iter().flatten() {
                rows.push(row(format!("collected.{kind}.{name}"), value.clone()));
            }
        }
    }
    for figure in &sums.figures.0 {
        let mut opened = json!(figure);
        let mut cell = |name: &str| opened.get_mut(name).map_or(Value::Null, Value::take);
        let [now, before, change] = ["now", "before", "change"].map(&mut cell);
        let plain = row(figure.id.id().to_owned(), now);
        rows.push(Row { before, change, direction: figure.direction(), ..plain });
    }
    rows
}

fn for_people(setting: &Setting, page: &MeetingPage) -> Value {
    let whole = (None, Some(columns::word(setting.language, "part", "all")));
    let units = page.units.iter().map(|unit| {
        let name = unit.name.clone();
        ((unit.code.clone(), name), &unit.part)
    });
    let parts: Vec<_> = std::iter::once((whole, &page.all)).chain(units).collect();
    let collected: Vec<Value> = parts
        .iter()
        .map(|((code, name), part)| collected_said(setting, code, name, part))
        .collect();
    let figures: Vec<Value> = parts
        .iter()
        .flat_map(|((code, name), part)| {
            let said = part.figures.0.iter();
            said.map(move |figure| figure_said(setting, code, name, figure))
        })
        .collect();
    let moved: Vec<Value> = page
        .grades
        .iter()
        .flat_map(|grades| {
            grades.moved.iter().map(|moved| {
                json!({
                    "level": grades.level, "code": moved.code, "name": moved.name,
                    "from": moved.from, "to": moved.to, "direction": moved.direction,
                })
            })
        })
        .collect();
    let open: Vec<Value> = page.actions.open.iter().map(|row| action_said(setting, row)).collect();
    let mut said = json!({
        "as_of": page.as_of, "session": page.held.session, "before": page.held.before,
        "by": page.by, "collected": collected, "figures": figures,
    });
    if let Value::Object(map) = &mut said {
        let lists = [("moved", moved), ("difference", differences(page)), ("what", open)];
        for (name, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
            map.insert(name.to_owned(), Value::Array(list));
        }
    }
    said
}

fn differences(page: &MeetingPage) -> Vec<Value> {
    page.differences.iter().map(|difference| json!(difference)).collect()
}

fn collected_said(
    setting: &Setting,
    code: &Option<String>,
    name: &Option<String>,
    part: &Part,
) -> Value {
    let sums = &part.collected;
    let of_due = |of: &OfDue| {
        let share = format::percent(setting.language, of.share());
        json!({"due": of.due, "collected": of.collected, "share": share})
    };
    let attendance = sums.attendance;
    json!({
        "code": code, "name": name,
        "principal": of_due(&sums.principal),
        "interest": of_due(&sums.interest),
        "savings": {"deposits": sums.savings.deposits, "withdrawals": sums.savings.withdrawals},
        "attendance": {"represented": attendance.represented, "groups": attendance.groups},
        "cash": {"counted": sums.cash.counted, "difference": sums.cash.difference},
    })
}

fn figure_said(
    setting: &Setting,
    code: &Option<String>,
    name: &Option<String>,
    figure: &Figure,
) -> Value {
    let id = figure.id;
    let amount = |amount: Amount| match (amount, id) {
        (Amount::Ratio(ratio), FigureId::Ratio(id)) => {
            json!(format::measure(setting.language, id, ratio))
        }
        (amount, _) => json!(amount.number().and_then(|number| i64::try_from(number).ok())),
    };
    json!({
        "code": code, "name": name,
        "figure": columns::name(setting.language, id.id()),
        "now": amount(figure.now),
        "before": amount(figure.before),
        "change": change_said(figure),
        "direction": figure.direction(),
    })
}

/// A change with its sign; of a share in points of percent.
fn change_said(figure: &Figure) -> String {
    let Some(change) = figure.change() else { return "–".to_owned() };
    let sign = match change.cmp(&Decimal::ZERO) {
        Ordering::Equal => return "=".to_owned(),
        Ordering::Greater => "▲",
        Ordering::Less => "▼",
    };
    let by = match figure.id {
        FigureId::Ratio(id) if !id.is_money() => {
            format::decimal(change.abs() * Decimal::ONE_HUNDRED, 4)
        }
        _ => format::decimal(change.abs(), 0),
    };
    format!("{sign} {by}")
}
