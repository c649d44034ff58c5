//! The columns of a meeting's tables, and how a figure, its change and what it means are said.

use crate::domain::direction::Direction;
use crate::domain::money::Dong;
use crate::domain::score::Grade;
use crate::reports::meeting::collected::{Collected, OfDue};
use crate::reports::meeting::figures::{Figure, FigureId, Value};
use crate::reports::scores::Level;
use crate::text::fold::name_key;
use crate::text::format;
use crate::text::words::Named;
use crate::ui::look::Tone;
use crate::ui::screen::View;
use crate::ui::widgets::paint;
use crate::ui::widgets::table::{Cell, Column};
use rust_decimal::Decimal;

/// The width of an amount; a larger one is said in tỷ.
const AMOUNT: u16 = 14;

/// The same where what was collected stands side by side.
const COLLECTED_AMOUNT: u16 = 13;

/// A unit with one of its figures, and what was collected of it.
pub struct UnitLine {
    /// Its code; empty for all units together.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether the name is a person's.
    pub person: bool,
    /// The figure chosen.
    pub figure: Option<Figure>,
    /// What was collected.
    pub collected: Collected,
}

impl UnitLine {
    /// Its name as it may be seen.
    pub fn said(&self, view: &View) -> String {
        if self.person { view.name(&self.name) } else { self.name.clone() }
    }
}

/// A unit that moved between grades.
pub struct MovedLine {
    /// Its level.
    pub level: Level,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The grade before.
    pub from: Grade,
    /// The grade since.
    pub to: Grade,
    /// Whether that is good.
    pub direction: Direction,
}

/// An amount that is never cut: one that is too wide is said in tỷ.
pub fn amount(view: &View, dong: Dong) -> String {
    amount_in(view, dong, AMOUNT)
}

fn amount_in(view: &View, dong: Dong, room: u16) -> String {
    let whole = format::amount(dong);
    if paint::width(&whole) <= room { whole } else { format::short_money(view.language(), dong) }
}

fn value(view: &View, figure: &Figure, value: Value) -> String {
    match (value, figure.id) {
        (Value::Count(count), _) => format::whole(count),
        (Value::Money(money), _) => amount(view, money),
        (Value::Ratio(ratio), FigureId::Ratio(id)) => {
            let said = format::measure(view.language(), id, ratio);
            if ratio.is_none() { "–".to_owned() } else { said.trim_end_matches(" đ").to_owned() }
        }
        (Value::Ratio(ratio), _) => format::percent(view.language(), ratio),
    }
}

/// A change with its sign, and whether it is good: what would be shown as 0,00 is neither.
fn moved(view: &View, figure: &Figure) -> (String, Option<Direction>) {
    let Some(change) = figure.change() else { return ("–".to_owned(), None) };
    let shown = match figure.id {
        FigureId::Ratio(id) if !id.is_money() => {
            format::decimal(change.abs() * Decimal::ONE_HUNDRED, 2)
        }
        FigureId::Ratio(_) => format::decimal(change.abs(), 0),
        _ => amount(view, Dong::new(i64::try_from(change.abs()).unwrap_or(i64::MAX))),
    };
    if shown.chars().all(|letter| letter == '0' || letter == ',') {
        return ("=".to_owned(), figure.direction().map(|_| Direction::Same));
    }
    let sign = if change.is_sign_positive() { "▲" } else { "▼" };
    (format!("{sign} {shown}"), figure.direction())
}

fn tone(direction: Option<Direction>) -> Tone {
    match direction {
        Some(Direction::Better) => Tone::Good,
        Some(Direction::Worse) => Tone::Bad,
        Some(Direction::Same) | None => Tone::Plain,
    }
}

fn change(view: &View, figure: &Figure) -> Cell {
    let (said, direction) = moved(view, figure);
    Cell::toned(said, tone(direction))
}

fn word(view: &View, figure: &Figure) -> Cell {
    let (_, direction) = moved(view, figure);
    let said = direction.map_or("", |direction| direction.say(view.language()));
    Cell::toned(said, tone(direction))
}

/// The name of a figure.
pub fn name(view: &View, id: FigureId) -> &'static str {
    let at = FigureId::ALL.iter().position(|known| *known == id);
    at.and_then(|at| view.text.meeting.figures.get(at).copied()).unwrap_or_default()
}

/// All figures of one unit.
pub const FIGURES: &[Column<Figure>] = &[
    Column::<Figure>::text(|t| t.meeting.figure, 20, |row, view| name(view, row.id).into())
        .grows(1),
    Column::<Figure>::number(
        |t| t.meeting.now,
        AMOUNT,
        |row, view| value(view, row, row.now).into(),
    ),
    Column::<Figure>::number(
        |t| t.meeting.before,
        AMOUNT,
        |row, view| value(view, row, row.before).into(),
    ),
    Column::<Figure>::number(|t| t.meeting.change, 16, |row, view| change(view, row)),
    Column::<Figure>::text(|t| t.meeting.direction, 9, |row, view| word(view, row)),
];

fn of_figure(row: &UnitLine, said: impl Fn(&Figure) -> Cell) -> Cell {
    row.figure.as_ref().map_or_else(Cell::default, said)
}

fn by_change(one: &UnitLine, other: &UnitLine) -> std::cmp::Ordering {
    let change = |row: &UnitLine| row.figure.as_ref().and_then(Figure::change);
    change(one).cmp(&change(other))
}

fn by_now(one: &UnitLine, other: &UnitLine) -> std::cmp::Ordering {
    let now = |row: &UnitLine| row.figure.as_ref().and_then(|figure| figure.now.number());
    now(one).cmp(&now(other))
}

const fn unit() -> Column<UnitLine> {
    Column::<UnitLine>::text(|t| t.meeting.unit, 18, |row, view| row.said(view).into())
        .grows(1)
        .sorts(|one, other| name_key(&one.name).cmp(&name_key(&other.name)))
}

/// One figure of all units.
pub const UNITS: &[Column<UnitLine>] = &[
    unit(),
    Column::<UnitLine>::number(
        |t| t.meeting.now,
        AMOUNT,
        |row, view| of_figure(row, |figure| value(view, figure, figure.now).into()),
    )
    .sorts(by_now),
    Column::<UnitLine>::number(
        |t| t.meeting.before,
        AMOUNT,
        |row, view| of_figure(row, |figure| value(view, figure, figure.before).into()),
    ),
    Column::<UnitLine>::number(
        |t| t.meeting.change,
        16,
        |row, view| of_figure(row, |figure| change(view, figure)),
    )
    .sorts(by_change),
    Column::<UnitLine>::text(
        |t| t.meeting.direction,
        9,
        |row, view| of_figure(row, |figure| word(view, figure)),
    ),
];

fn share(view: &View, of: &OfDue) -> Cell {
    if of.due.is_zero() {
        "–".into()
    } else {
        format::percent(view.language(), of.share()).into()
    }
}

fn by_due(one: &UnitLine, other: &UnitLine) -> std::cmp::Ordering {
    one.collected.interest.due.cmp(&other.collected.interest.due)
}

/// What was collected of all units.
pub const COLLECTED: &[Column<UnitLine>] = &[
    unit(),
    Column::<UnitLine>::number(
        |t| t.meeting.interest_due,
        COLLECTED_AMOUNT,
        |row, view| amount_in(view, row.collected.interest.due, COLLECTED_AMOUNT).into(),
    )
    .sorts(by_due),
    Column::<UnitLine>::number(
        |t| t.meeting.interest_got,
        COLLECTED_AMOUNT,
        |row, view| amount_in(view, row.collected.interest.collected, COLLECTED_AMOUNT).into(),
    ),
    Column::<UnitLine>::number(
        |t| t.meeting.share,
        8,
        |row, view| share(view, &row.collected.interest),
    ),
    Column::<UnitLine>::number(
        |t| t.meeting.principal_due,
        COLLECTED_AMOUNT,
        |row, view| amount_in(view, row.collected.principal.due, COLLECTED_AMOUNT).into(),
    )
    .drops(2),
    Column::<UnitLine>::number(
        |t| t.meeting.principal_got,
        COLLECTED_AMOUNT,
        |row, view| amount_in(view, row.collected.principal.collected, COLLECTED_AMOUNT).into(),
    )
    .drops(3),
    Column::<UnitLine>::number(
        |t| t.meeting.share,
        8,
        |row, view| share(view, &row.collected.principal),
    )
    .drops(1),
    Column::<UnitLine>::number(
        |t| t.meeting.attendance,
        6,
        |row, _| {
            let came = row.collected.attendance;
            format!("{}/{}", came.represented, came.groups).into()
        },
    )
    .drops(4),
    Column::<UnitLine>::number(
        |t| t.meeting.deposits,
        12,
        |row, view| amount_in(view, row.collected.savings.deposits, 12).into(),
    )
    .drops(6),
    Column::<UnitLine>::number(
        |t| t.meeting.difference,
        10,
        |row, _| Cell::bad_amount(row.collected.cash.difference),
    )
    .drops(5),
];

/// Who moved between grades.
pub const MOVED: &[Column<MovedLine>] = &[
    Column::<MovedLine>::text(
        |t| t.meeting.level,
        14,
        |row, view| {
            let names = &view.text.quality.levels;
            names.get(row.level as usize).copied().unwrap_or_default().into()
        },
    )
    .drops(1),
    Column::<MovedLine>::text(|t| t.quality.code, 8, |row, _| row.code.as_str().into()),
    Column::<MovedLine>::text(
        |t| t.meeting.unit,
        16,
        |row, view| match row.level {
            Level::Group => view.name(&row.name).into(),
            _ => row.name.as_str().into(),
        },
    )
    .grows(1),
    Column::<MovedLine>::text(
        |t| t.meeting.from,
        10,
        |row, view| row.from.say(view.language()).into(),
    ),
    Column::<MovedLine>::text(|t| t.meeting.to, 10, |row, view| row.to.say(view.language()).into()),
    Column::<MovedLine>::text(
        |t| t.meeting.direction,
        12,
        |row, view| {
            let sign = if row.direction == Direction::Better { "▲" } else { "▼" };
            let said = format!("{sign} {}", row.direction.say(view.language()));
            Cell::toned(said, tone(Some(row.direction)))
        },
    ),
];
