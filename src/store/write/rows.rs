//! Facts as rows: what each change writes, and whether it stands there already.

use super::Saving;
use crate::domain::ids::FactId;
use crate::domain::record::{AttendanceRecord, CheckRecord, Recorded, Trail};
use crate::store::change::{Back, Change, SheetFacts};
use crate::store::kinds::{ALL, CHECK, Known, VERSION};
use crate::store::load::all;
use crate::store::rows::{collection, facts};
use crate::store::writer::{Draft, Put};
use rusqlite::OptionalExtension;

/// The rows of a change, its head first.
pub(super) fn drafts(saving: &Saving<'_>, change: &Change) -> rusqlite::Result<Vec<Draft>> {
    Ok(match change {
        Change::Payment(payment) => vec![facts::payment(payment, None)],
        Change::Visit(visit) => facts::visit(visit),
        Change::Sheet(sheet) => {
            let id = Some(&sheet.id);
            let mut drafts = vec![facts::sheet(sheet)];
            drafts.extend(sheet.payments.iter().map(|paid| facts::payment(paid, id)));
            drafts.extend(sheet.savings.iter().map(|saved| facts::saving(saved, id)));
            drafts.extend(saving.attendance_of(sheet)?);
            drafts
        }
        Change::Tranche(row) => vec![facts::tranche(row)],
        Change::Opening(id, row) => vec![facts::opening(id, row)],
        Change::Saving(row) => vec![facts::saving(row, None)],
        Change::Terms(row) => vec![facts::change(row)],
        Change::Attendance(id, row) => saving.attendance(id, &id.follow("-a0"), row)?,
        Change::Check(rows) => rows.iter().map(facts::check).collect(),
        Change::Contact(row) => vec![collection::contact(row)],
        Change::Cash(row) => vec![collection::cash(row)],
        Change::Meeting(row) => vec![collection::meeting(row)],
        Change::Action(row) => vec![collection::action(row)],
        Change::Step(row) => vec![collection::step(row)],
        Change::Confirmed(row, by) => {
            let mut all = drafts(saving, row)?;
            all.push(collection::confirmation(by));
            all
        }
        Change::Back(back) => {
            let mut all = Vec::new();
            for row in &back.rows {
                match row {
                    // What is said of who came is taken back, not said anew.
                    Change::Attendance(id, row) => all.push(facts::attendance(id, row)),
                    row => all.extend(drafts(saving, row)?),
                }
            }
            all.extend(back.confirmed.as_ref().map(collection::confirmation));
            all
        }
        _ => Vec::new(),
    })
}

impl Saving<'_> {
    /// Who came, by a sheet.
    fn attendance_of(&self, sheet: &SheetFacts) -> rusqlite::Result<Vec<Draft>> {
        let Some(by) = sheet.presence else { return Ok(Vec::new()) };
        let row = (sheet.group.clone(), sheet.session, by).into();
        self.attendance(&sheet.id.follow("-a1"), &sheet.id.follow("-a0"), &row).map(|mut drafts| {
            for draft in drafts.iter_mut().filter(|draft| draft.is_reversal()) {
                draft.trail.reason = Some(format!("sheet {}", sheet.id));
            }
            drafts
        })
    }

    /// Who came, where the book does not say so already; where it says otherwise, what it says is
    /// taken back first.
    fn attendance(
        &self,
        id: &FactId,
        back: &FactId,
        row: &Recorded<AttendanceRecord>,
    ) -> rusqlite::Result<Vec<Draft>> {
        let (group, day, by) = &row.fact;
        let mut drafts = Vec::new();
        if let Some((old, presence)) = self.look().attendance_row(group, *day)? {
            if presence == *by {
                return Ok(drafts);
            }
            let fact = (group.clone(), *day, presence);
            let trail = Trail { reason: row.trail.reason.clone(), ..Trail::default() };
            let taken_back = Recorded { fact, reverses: Some(old), trail };
            drafts.push(facts::attendance(back, &taken_back));
        }
        drafts.push(facts::attendance(id, row));
        Ok(drafts)
    }

    /// Whether the book says already who came.
    pub(super) fn attendance_standing(
        &self,
        id: &FactId,
        row: &Recorded<AttendanceRecord>,
    ) -> rusqlite::Result<Put> {
        let by_id = self.compare(&[facts::attendance(id, row)])?;
        let (group, day, by) = &row.fact;
        match (by_id, self.look().attendance_row(group, *day)?) {
            (Put::New, Some((_, known))) if known == *by => Ok(Put::Same),
            (by_id, _) => Ok(by_id),
        }
    }

    /// Whether a check stands in the book with these answers and no others.
    pub(super) fn check_standing(&self, rows: &[Recorded<CheckRecord>]) -> rusqlite::Result<Put> {
        let drafts: Vec<Draft> = rows.iter().map(facts::check).collect();
        let standing = self.compare(&drafts)?;
        let (Put::Same, Some(head)) = (standing, rows.first()) else { return Ok(standing) };
        // A check is one group and day. Once it is taken back another may stand there: then the
        // answers that have their ids from the first one's are told apart by that.
        let sql = format!(
            "SELECT id FROM checks WHERE group_code = ?1 AND day = ?2 AND reverses IS NULL \
             AND (substr(id, 1, length(?3) + 1) = ?3 || '-' \
                  OR {} AND EXISTS (SELECT 1 FROM checks AS head WHERE head.id = ?3 AND {}))",
            CHECK.live(),
            CHECK.live_as("head", Known::Now)
        );
        let params = (head.group.as_str(), head.day.to_string(), head.id.as_str());
        let known: Vec<FactId> = all(&self.transaction, &sql, params, |row| row.get(0))?;
        let given = |id: &FactId| rows.iter().any(|row| row.id == *id);
        Ok(if known.iter().all(given) { Put::Same } else { Put::Other })
    }

    /// Whether the second person whom the book has behind a reversal is this one, or nobody.
    fn confirmed_so(&self, back: &Back) -> rusqlite::Result<bool> {
        let by = "SELECT confirmed_by FROM confirmations WHERE id = ?1";
        let known: Option<String> = self
            .transaction
            .prepare_cached(by)?
            .query_row([back.id.follow("-c").as_str()], |row| row.get(0))
            .optional()?;
        Ok(known == back.confirmed.as_ref().map(|row| row.by.clone()))
    }

    /// Whether a fact was taken back by this very command.
    pub(super) fn back_standing(&self, back: &Back) -> rusqlite::Result<Put> {
        for kind in ALL.iter().filter(|kind| kind.fact && kind.word != VERSION.word) {
            let sql = format!("SELECT reverses FROM {} WHERE id = ?1", kind.table);
            let found: Option<Option<FactId>> = self
                .transaction
                .prepare_cached(&sql)?
                .query_row([back.id.as_str()], |row| row.get(0))
                .optional()?;
            if let Some(reverses) = found {
                let same = reverses.as_ref() == Some(&back.of) && self.confirmed_so(back)?;
                return Ok(if same { Put::Same } else { Put::Other });
            }
        }
        Ok(Put::New)
    }
}
