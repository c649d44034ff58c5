//! `tkvv check`: whether the book is what was recorded, and what in it is unusual.

use super::arguments::Check;
use super::failure::Failure;
use super::setting::{Format, Setting};
use super::{book, output};
use crate::office::Office;
use crate::text::{commands, troubles};
use serde_json::json;

pub(super) fn run(setting: &Setting, asked: &Check) -> Result<(), Failure> {
    let language = setting.language;
    let path = book::there(setting)?;
    let failed = |error| Failure::store(language, &error);
    let faults = Office::verify_file(&path).map_err(failed)?;
    let faults: Vec<String> =
        faults.iter().map(|fault| troubles::book_fault(language, fault)).collect();
    // A book with faults may be too damaged to be read whole; what is odd in it can wait.
    let warnings = match book::to_read(setting) {
        Ok(office) => office.warnings(setting.day()).map_err(failed)?,
        Err(_) if !faults.is_empty() => Vec::new(),
        Err(failure) => return Err(failure),
    };
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
    if asked.rebuild {
        output::note(setting, commands::nothing_to_rebuild(language));
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::Silent) }
}
