//! The domain's values as cells of a row, and back.

use crate::domain::day::{Day, Month};
use crate::domain::group::Association;
use crate::domain::ids::{
    FactId, GroupCode, LoanCode, MemberCode, PlaceCode, PointCode, ProgrammeCode,
};
use crate::domain::money::Dong;
use crate::domain::rate::Rate;
use crate::domain::words::Words;
use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, Value, ValueRef};
use rust_decimal::Decimal;

/// A value of the domain that fits into a cell.
pub(super) trait Cell {
    /// The cell.
    fn cell(&self) -> Value;
}

impl<T: Cell> Cell for Option<T> {
    fn cell(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::cell)
    }
}

impl<T: Cell + ?Sized> Cell for &T {
    fn cell(&self) -> Value {
        (*self).cell()
    }
}

impl Cell for str {
    fn cell(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl Cell for String {
    fn cell(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Cell for u32 {
    fn cell(&self) -> Value {
        Value::Integer(i64::from(*self))
    }
}

impl Cell for bool {
    fn cell(&self) -> Value {
        Value::Integer(i64::from(*self))
    }
}

impl Cell for Dong {
    fn cell(&self) -> Value {
        Value::Integer(self.get())
    }
}

impl FromSql for Dong {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Dong> {
        value.as_i64().map(Dong::new)
    }
}

macro_rules! codes {
    ($($name:ident),+) => {
        $(
            impl Cell for $name {
                fn cell(&self) -> Value {
                    Value::Text(self.as_str().to_owned())
                }
            }
            impl FromSql for $name {
                fn column_result(value: ValueRef<'_>) -> FromSqlResult<$name> {
                    value.as_str().map($name::from)
                }
            }
        )+
    };
}

codes!(FactId, GroupCode, LoanCode, MemberCode, PlaceCode, PointCode, ProgrammeCode);

macro_rules! as_text {
    ($($kind:ty: $parse:expr),+ $(,)?) => {
        $(
            impl Cell for $kind {
                fn cell(&self) -> Value {
                    Value::Text(self.to_string())
                }
            }
            impl FromSql for $kind {
                fn column_result(value: ValueRef<'_>) -> FromSqlResult<$kind> {
                    let text = value.as_str()?;
                    $parse(text).ok_or_else(|| senseless(text))
                }
            }
        )+
    };
}

as_text!(Day: day_of, Month: Month::parse_iso, Rate: Rate::parse);

/// Reads a day as it stands in the book; by hand, since a book holds many thousands of them.
fn day_of(text: &str) -> Option<Day> {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, byte| {
            byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0'))
        })
    };
    match text.as_bytes() {
        [year @ .., b'-', m1, m2, b'-', d1, d2] if year.len() == 4 => {
            let year = i32::try_from(number(year)?).ok()?;
            Day::new(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
        }
        _ => None,
    }
}

impl Cell for Association {
    fn cell(&self) -> Value {
        self.code().cell()
    }
}

impl FromSql for Association {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Association> {
        let code = value.as_str()?;
        Association::from_code(code).ok_or_else(|| senseless(code))
    }
}

/// One of the fixed words of a kind.
pub(super) struct Word<T>(pub(super) T);

impl<T: Words> Cell for Word<T> {
    fn cell(&self) -> Value {
        self.0.word().cell()
    }
}

impl<T: Words> FromSql for Word<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Word<T>> {
        let word = value.as_str()?;
        T::from_word(word).map(Word).ok_or_else(|| senseless(word))
    }
}

/// Decimals stand as text, exact.
pub(super) struct Exact(pub(super) Decimal);

impl Cell for Exact {
    fn cell(&self) -> Value {
        Value::Text(self.0.normalize().to_string())
    }
}

impl FromSql for Exact {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Exact> {
        let text = value.as_str()?;
        Decimal::from_str_exact(text).map(Exact).map_err(|_| senseless(text))
    }
}

/// A word that may be missing.
pub(super) fn word<T: Words>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    Ok(row.get::<_, Option<Word<T>>>(column)?.map(|word| word.0))
}

/// A word that has to be there.
pub(super) fn a_word<T: Words>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    Ok(row.get::<_, Word<T>>(column)?.0)
}

pub(super) fn senseless(text: &str) -> FromSqlError {
    FromSqlError::Other(format!("\"{text}\"").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written_and_nothing_else_is_one() {
        let day = Day::new(2024, 2, 29).expect("a day");
        assert_eq!(day_of(&day.to_string()), Some(day));
        for text in ["2026-02-30", "2026-2-03", "02026-02-03", "2026-02-0x", "", "2026/02/03"] {
            assert_eq!(day_of(text), None, "{text}");
        }
    }
}
