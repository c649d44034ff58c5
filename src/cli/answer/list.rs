//! A long list, written row by row while it is made, so that it costs no memory.

use super::super::failure::Failure;
use super::super::setting::{Format, Setting};
use super::super::{csv_text, output};
use super::{Rows, for_people};
use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer as _};
use serde_json::Value;
use std::io::{self, Write};

/// Takes a row; what it answers is whether it could be written.
pub(in crate::cli) type Take<'t, T> = &'t mut dyn FnMut(&T) -> Result<(), Failure>;

/// Writes a list as it was asked for. A table for people has to know all its rows before it knows
/// how wide its columns are, and holds them.
pub(in crate::cli) fn write<T: Serialize>(
    setting: &Setting,
    make: impl FnOnce(Take<'_, T>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    output::stream(setting, |out| match setting.format() {
        Format::Json => json(setting, out, make),
        Format::Csv => csv(setting, out, make),
        Format::Table => {
            let mut rows = Vec::new();
            make(&mut |row| {
                rows.push(value(row)?);
                Ok(())
            })?;
            let text = for_people(setting, &Value::Array(rows));
            out.write_all(text.as_bytes()).map_err(|error| output::failed(setting, error))
        }
    })
}

fn json<T: Serialize>(
    setting: &Setting,
    mut out: &mut dyn Write,
    make: impl FnOnce(Take<'_, T>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let failed = |error: serde_json::Error| output::failed(setting, error.into());
    let mut serializer = serde_json::Serializer::pretty(&mut out);
    let mut list = serializer.serialize_seq(None).map_err(failed)?;
    make(&mut |row| list.serialize_element(row).map_err(failed))?;
    list.end().map_err(failed)?;
    out.write_all(b"\n").map_err(|error| output::failed(setting, error))
}

/// The columns are those of the first row; all rows of one list have the same.
fn csv<T: Serialize>(
    setting: &Setting,
    out: &mut dyn Write,
    make: impl FnOnce(Take<'_, T>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let failed = |error: io::Error| output::failed(setting, error);
    let mut first = true;
    make(&mut |row| {
        let rows = Rows::of(&Value::Array(vec![value(row)?]));
        if std::mem::take(&mut first) {
            out.write_all(csv_text::head(&rows.columns).as_bytes()).map_err(failed)?;
        }
        out.write_all(csv_text::body(&rows.columns, &rows.cells).as_bytes()).map_err(failed)
    })?;
    if first { out.write_all(csv_text::head(&[]).as_bytes()).map_err(failed) } else { Ok(()) }
}

fn value(row: &impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(row).map_err(|error| Failure::Refused(error.to_string()))
}
