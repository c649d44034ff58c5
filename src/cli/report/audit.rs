//! `tkvv report audit`: rows as they come from the book; for people, as sentences.

use super::empty;
use crate::cli::answer::List;
use crate::cli::failure::Failure;
use crate::cli::setting::{Format, Setting};
use crate::domain::day::Day;
use crate::office::Office;
use crate::reports::Question;
use crate::reports::audit::{AuditRow, in_scope};
use crate::text::audit;
use serde::Serialize;

/// A row as people read it.
#[derive(Serialize)]
struct Said {
    recorded_at: String,
    recorded_by: String,
    machine: String,
    said: String,
}

const SAID: &[&str] = &["recorded_at", "recorded_by", "machine", "said"];

pub(super) fn write(
    setting: &Setting,
    office: &Office,
    question: &Question<'_>,
    since: Option<Day>,
) -> Result<(), Failure> {
    let people = setting.format() == Format::Table;
    let mut list = List::open(setting, if people { SAID } else { empty::AUDIT })?;
    let mut outcome = Ok(());
    let read = office.audit((since, setting.known_on), question.as_of, &mut |row| {
        if in_scope(question, &row) {
            outcome = if people { list.put(&said(setting, row)) } else { list.put(&row) };
        }
        outcome.is_ok()
    });
    outcome?;
    read.map_err(|error| Failure::store(setting.language, &error))?;
    list.finish()
}

fn said(setting: &Setting, row: AuditRow) -> Said {
    let said = audit::sentence(setting.language, &row);
    Said {
        recorded_at: audit::moment(&row.recorded_at),
        recorded_by: row.recorded_by,
        // The last digits of a machine's id tell it from its neighbours: the first are its birth.
        machine: row.machine.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect(),
        said,
    }
}
