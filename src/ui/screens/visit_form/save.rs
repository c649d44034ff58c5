//! Saving a 06/TD as one piece: what can't be read or breaks a rule is shown at its line and cell.

use super::{Part, VisitForm, cells::ORDER, head, lines::Line};
use crate::domain::refusal::{Field, Refusal, Why};
use crate::domain::visit::VisitLine;
use crate::office::command::{Command, NewVisit};
use crate::text::refusals;
use crate::ui::keymap::Action;
use crate::ui::screen::{Step, View};

impl VisitForm {
    /// The visit for the book.
    fn command(&self, view: &View) -> Result<Command, Refusal> {
        let visit = head::visit(&self.head, &self.id, &self.group, view)?;
        let lines: Vec<VisitLine> =
            self.lines().map(|line| line.cells.line(line.row.loan.clone())).collect();
        let command = Command::Visit(NewVisit { visit, lines });
        view.check(&command)?;
        Ok(command)
    }

    /// Goes on from the head to the lines; what is wrong in the head is said first.
    pub(super) fn leave_head(&mut self, view: &View) -> Step {
        if !self.head.reads(view) {
            return Step::Stay;
        }
        match self.command(view) {
            Err(refusal) if is_of_head(&refusal) => {
                self.head.refuse(&refusal, view);
                Step::Stay
            }
            _ => self.enter_lines(),
        }
    }

    /// Shows what would be saved before it is.
    pub(super) fn review(&mut self, view: &View) -> Step {
        self.refusal = None;
        self.show_typed(view);
        if !self.head.reads(view) {
            self.part = Part::Head;
            return Step::Stay;
        }
        if let Some(sentence) = self.find_unreadable(view) {
            return Step::Warning(sentence);
        }
        if let Some(sentence) = self.find_effect_alone(view) {
            return Step::Warning(sentence);
        }
        match self.command(view) {
            Ok(_) => {
                self.reviewing = true;
                Step::Stay
            }
            Err(refusal) => Step::Warning(self.place(&refusal, view)),
        }
    }

    /// Does it.
    pub(super) fn save(&mut self, view: &View) -> Step {
        match self.command(view) {
            Ok(command) => Step::submit(command),
            Err(refusal) => Step::Warning(self.place(&refusal, view)),
        }
    }

    /// Asks before what was typed is thrown away.
    pub(super) fn ask_to_discard(&self, view: &View) -> Step {
        if !self.is_touched() {
            return Step::Ignored;
        }
        let question = (view.text.visits.discard_question)(self.lines().count());
        Step::Confirm { question, action: Action::Confirmed('x') }
    }

    /// Goes to the first amount that can't be read.
    fn find_unreadable(&mut self, view: &View) -> Option<String> {
        let found = self.lines().find_map(|line| {
            let (field, fault) = line.cells.unreadable()?;
            Some((line.no, line.row.loan.clone(), field, fault))
        });
        let (no, loan, field, fault) = found?;
        let sentence = refusals::money_fault(view.language(), &fault);
        self.go_to(loan.as_str(), field);
        Some((view.text.visits.at_line)(no, &sentence))
    }

    /// Goes to the first line that holds an effect alone: it is no visited household, and nothing
    /// that was typed is left out in silence.
    fn find_effect_alone(&mut self, view: &View) -> Option<String> {
        let alone = |line: &&Line| !line.cells.is_blank() && !line.cells.counts();
        let found = self.table.rows().iter().find(alone);
        let (no, loan) = found.map(|line| (line.no, line.row.loan.clone()))?;
        self.go_to(loan.as_str(), Field::Received);
        Some((view.text.visits.at_line)(no, view.text.visits.effect_alone_short))
    }

    /// Shows a refusal at its line and cell, or in the head, and goes there. The book counts the
    /// lines of the visit; people see the lines of the form.
    pub(super) fn place(&mut self, refusal: &Refusal, view: &View) -> String {
        let language = view.language();
        let bare = Refusal { line: None, ..refusal.clone() };
        let sentence = refusals::sentence(language, &bare);
        let at = refusal.line.and_then(|line| self.lines().nth(line.saturating_sub(1)));
        if let Some(line) = at {
            let (no, loan) = (line.no, line.row.loan.clone());
            // what is wrong with the loan itself stands at the line's first cell
            let field =
                if ORDER.contains(&refusal.field) { refusal.field } else { Field::Received };
            self.go_to(loan.as_str(), field);
            self.refusal = Some((loan, field, sentence.clone()));
            self.show_typed(view);
            return (view.text.visits.at_line)(no, &sentence);
        }
        if is_of_head(refusal) {
            self.head.refuse(refusal, view);
            self.part = Part::Head;
        } else if refusal.why == Why::Empty {
            self.part = Part::Lines;
        }
        sentence
    }

    fn go_to(&mut self, loan: &str, field: Field) {
        self.part = Part::Lines;
        self.fresh = true;
        self.table.select(loan);
        self.cell = ORDER.iter().position(|known| *known == field).unwrap_or(0);
    }
}

/// Whether a refusal is about the head, where it has a field of its own.
fn is_of_head(refusal: &Refusal) -> bool {
    let fields =
        [Field::Day, Field::Kind, Field::Association, Field::Visitor, Field::Witness, Field::Group];
    refusal.line.is_none() && fields.contains(&refusal.field)
}
