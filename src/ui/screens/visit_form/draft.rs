//! What a half typed visit keeps on disk.

use crate::domain::ids::{FactId, LoanCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form as it was left.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// The visit's id: saving twice saves once.
    pub id: FactId,
    /// What was typed into the head, field by field.
    pub head: Vec<String>,
    /// What was typed into the lines, cell by cell; empty lines are left out.
    pub lines: BTreeMap<LoanCode, Vec<String>>,
    /// The loan that stands first.
    pub first: Option<LoanCode>,
    /// The line under the cursor.
    pub at: Option<LoanCode>,
    /// The cell under the cursor.
    pub cell: usize,
    /// Whether the lines had the keyboard.
    pub in_lines: bool,
}

impl Kept {
    /// Reads what was kept; what can't be read was kept by another version and is left alone.
    pub fn read(json: &str) -> Option<Kept> {
        serde_json::from_str(json).ok()
    }

    /// As it is kept.
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
