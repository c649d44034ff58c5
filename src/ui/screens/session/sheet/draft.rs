//! What a sheet keeps on disk while it is typed: its id, its cells, where the cursor was.

use super::grid::Grid;
use super::row::Col;
use crate::domain::ids::{FactId, MemberCode};
use crate::domain::ledger::Presence;
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::text_field::TextField;
use serde::{Deserialize, Serialize};

/// A sheet that is half typed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// The id with which it will be saved.
    pub id: FactId,
    /// Who came.
    pub attendance: Option<Presence>,
    at: Option<MemberCode>,
    col: Col,
    fresh: bool,
    rows: Vec<KeptRow>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct KeptRow {
    member: MemberCode,
    interest: String,
    savings: String,
    note: String,
}

/// The draft as text.
#[must_use]
pub fn write(id: &FactId, attendance: Option<Presence>, grid: &Grid) -> String {
    let typed = grid.rows.iter().filter(|row| !row.is_empty());
    let kept = Kept {
        id: id.clone(),
        attendance,
        at: grid.current().map(|row| row.line.member.clone()),
        col: grid.col,
        fresh: grid.fresh,
        rows: typed
            .map(|row| KeptRow {
                member: row.line.member.clone(),
                interest: row.interest.text().to_owned(),
                savings: row.savings.text().to_owned(),
                note: row.note.text().to_owned(),
            })
            .collect(),
    };
    serde_json::to_string(&kept).unwrap_or_default()
}

/// Reads a draft; none where an older program wrote it in a way that is not known any more.
#[must_use]
pub fn read(json: &str) -> Option<Kept> {
    serde_json::from_str(json).ok()
}

impl Kept {
    /// Puts everything back where it was; a member who was saved meanwhile takes nothing.
    pub fn put_back(self, grid: &mut Grid) {
        for kept in self.rows {
            let row = grid.rows.iter_mut().find(|row| row.line.member == kept.member);
            let Some(row) = row.filter(|row| !row.saved) else { continue };
            row.interest = MoneyField::typed(&kept.interest);
            row.savings = MoneyField::typed(&kept.savings);
            row.note = TextField::with(&kept.note);
        }
        let at = grid.rows.iter().position(|row| Some(&row.line.member) == self.at.as_ref());
        if let Some(at) = at {
            grid.at = at;
            grid.col = self.col;
            grid.fresh = self.fresh;
        }
    }
}
