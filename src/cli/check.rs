//! `tkvv check`: whether the book is what was recorded, and what in it is unusual.

use super::failure::Failure;
use super::setting::{Format, Setting};
use super::{book, output};
use crate::text::{commands, troubles};
use serde_json::json;

pub(super) fn run(setting: &Setting) -> Result<(), Failure> {
    let office = book::to_read(setting)?;
    let language = setting.language;
    let faults: Vec<String> =
        office.verify().iter().map(|fault| troubles::book_fault(language, fault)).collect();
    let warnings = office.warnings(setting.day());
    let warnings = warnings.map_err(|error| Failure::store(language, &error))?;
    let warnings: Vec<String> =
        warnings.iter().map(|warning| commands::odd(language, warning)).collect();
    let text = match setting.format() {
        Format::Json => format!("{:#}\n", json!({ "faults": faults, "warnings": warnings })),
        Format::Table | Format::Csv => {
            let mut lines = faults.clone();
            lines.extend(warnings.iter().map(|text| commands::warning(language, text)));
            lines.push(commands::checked(language, faults.len(), warnings.len()));
            lines.push(String::new());
            lines.join("\n")
        }
    };
    output::write(setting, &text)?;
    if faults.is_empty() { Ok(()) } else { Err(Failure::Silent) }
}
