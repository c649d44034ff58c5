//! The receipt for what a borrower pays to the bank itself: principal with the bank's receipt
//! number, or interest at the counter.

mod fields;
mod paper;

use crate::domain::entry::NewPayment;
use crate::domain::entry::payment::off_calendar;
use crate::domain::ids::{FactId, LoanCode};
use crate::domain::loan::{PaymentKind, PaymentPlace};
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal, Why};
use crate::office::command::{Command, Done};
use crate::reports::loans::{self, LoanRow};
use crate::text::session::Recorded;
use crate::text::{format, refusals};
use crate::ui::keymap::{Action, Binding, Mode, ctrl, f, key, named};
use crate::ui::look::Tone;
use crate::ui::screen::{Draft, Screen, Step, View};
use crate::ui::widgets::form::{Form, FormAnswer, Input};
use crate::ui::widgets::{paint, panel};
use fields::{PLACES, form, known_receipt};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

/// The kind of its drafts; the key is the loan's code.
pub const DRAFT: &str = "receipt";
/// The same of interest paid to the bank.
pub const INTEREST: &str = "interest-receipt";

const KEYS: &[Binding] = &[
    Binding::new(&[key('=')], Action::Own('='), |t| t.session.keys.take_due),
    Binding::new(&[f(6), ctrl('e')], Action::Own('e'), |t| t.session.keys.take_all),
    Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.session.keys.keep),
    Binding::new(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
];

/// Keys in the other fields, where `=` may be part of a text.
const KEYS_ELSEWHERE: &[Binding] = &[
    Binding::new(&[named(KeyCode::Tab)], Action::Next, |t| t.session.keys.next),
    Binding::new(&[f(6), ctrl('e')], Action::Own('e'), |t| t.session.keys.take_all),
    Binding::new(&[f(5), ctrl('s')], Action::Save, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.session.keys.keep),
    Binding::new(&[f(4), ctrl('x')], Action::Discard, |t| t.frame.keys.discard),
];

/// Keys of the question before saving: the same as a sheet's.
const ASKING: &[Binding] = &[
    Binding::new(&[named(KeyCode::Enter), f(5), ctrl('s')], Action::Open, |t| t.frame.keys.save),
    Binding::new(&[named(KeyCode::Esc)], Action::Back, |t| t.session.keys.look_again),
];

const DONE: &[Binding] =
    &[Binding::new(&[named(KeyCode::Enter), named(KeyCode::Esc)], Action::Open, |t| {
        t.session.keys.back
    })];

/// A receipt that is half typed.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: FactId,
    fields: Vec<String>,
}

/// The form of one loan's receipt.
pub struct Receipt {
    loan: LoanCode,
    kind: PaymentKind,
    id: FactId,
    form: Form,
    /// What stood in the form when it was new: no draft is kept of that.
    untouched: Vec<String>,
    row: Option<LoanRow>,
    /// Whether it is asked before saving.
    asking: bool,
    /// What was recorded, once it is.
    done: Option<NewPayment>,
}

impl Receipt {
    /// The form, with what was typed into it before.
    #[must_use]
    pub fn new(loan: LoanCode, kind: PaymentKind, view: &View) -> Receipt {
        let mut form = form(kind, view);
        let untouched = form.typed();
        let json = view.draft(draft_kind(kind), loan.as_str());
        let kept = json.and_then(|json| serde_json::from_str::<Kept>(&json).ok());
        let id = kept.as_ref().map_or_else(|| view.new_id(), |kept| kept.id.clone());
        if let Some(kept) = kept {
            form.restore(&kept.fields);
        }
        Receipt { loan, kind, id, form, untouched, row: None, asking: false, done: None }
    }

    /// On a day without a session the note is the reason, and needed.
    fn follow(&mut self, view: &View) {
        match off_calendar(&self.command(view), view.ledger()) {
            Some(_) => self.form.relabel(
                Field::Reason,
                |t| t.session.receipt.off_reason,
                |t| t.session.receipt.off_hint,
            ),
            None => {
                self.form.relabel(Field::Reason, |t| t.session.receipt.note, |_| "");
            }
        }
    }

    /// What of an amount of interest is paid before it has accrued, on the day of the receipt.
    fn prepaid(&self, amount: Dong, view: &View) -> Dong {
        let day = self.form.day(Field::Day, view.today).unwrap_or(view.today);
        let row = loans::loan(&view.question().on(day), &self.loan);
        let Some(interest) = row.map(|row| row.interest) else { return Dong::ZERO };
        (interest.paid + amount - interest.accrued).at_least_zero().min(amount)
    }

    /// Shows a refusal at its field; of a receipt that is known, which payment has it.
    fn refuse(&mut self, refusal: &Refusal, view: &View) {
        let known = || known_receipt(&self.form.text(Field::Receipt)?, view);
        match (&refusal.why, known()) {
            (Why::ReceiptTwice(_), Some(said)) => self.form.say(Field::Receipt, said),
            _ => self.form.refuse(refusal, view),
        }
    }

    fn command(&self, view: &View) -> NewPayment {
        let place = self.form.choice(Field::Place).and_then(|at| PLACES.get(at).copied());
        NewPayment {
            id: self.id.clone(),
            loan: self.loan.clone(),
            day: self.form.day(Field::Day, view.today).unwrap_or(view.today),
            kind: self.kind,
            amount: self.form.money(Field::Amount).unwrap_or_default(),
            place: place.unwrap_or(PaymentPlace::Point),
            receipt: self.form.text(Field::Receipt),
            reverses: None,
            reason: self.form.text(Field::Reason),
            collected_by: None,
            confirmed_by: None,
        }
    }

    /// Asks before saving; what can't be saved is said at its field first.
    fn ask(&mut self, view: &View) -> Step {
        if !self.form.reads(view) {
            return Step::Stay;
        }
        if self.form.money(Field::Amount).is_none() {
            self.form.refuse(&Refusal::at(Field::Amount, Why::Missing), view);
            return Step::Stay;
        }
        let new = self.command(view);
        if let Err(refusal) = view.check(&Command::Payment(new.clone())) {
            self.refuse(&refusal, view);
            return Step::Warning(refusals::sentence(view.language(), &refusal));
        }
        self.asking = true;
        Step::Stay
    }

    fn on_question(&mut self, action: &Action, view: &View) -> Step {
        match action {
            Action::Open | Action::Save => {
                self.asking = false;
                Step::submit(Command::Payment(self.command(view)))
            }
            Action::Back => {
                self.asking = false;
                Step::Stay
            }
            _ => Step::Ignored,
        }
    }

    /// What was recorded, in a sentence.
    fn say_done(&self, done: &NewPayment, row: &LoanRow, view: &View) -> String {
        let text = &view.text.session.receipt;
        let owed = (row.interest.accrued - row.interest.paid).at_least_zero();
        let (say, left) = match self.kind {
            PaymentKind::Principal => (text.done_lines, row.outstanding),
            PaymentKind::Interest => (text.done_interest, owed),
        };
        say(&Recorded {
            number: done.receipt.as_deref().unwrap_or_default(),
            amount: &format::money(done.amount),
            name: &view.name(&row.name),
            loan: done.loan.as_str(),
            day: &format::day(done.day),
            left: &format::money(left),
        })
    }

    fn fill(&mut self, amount: Dong, view: &View) -> Step {
        if !amount.is_positive() {
            let text = &view.text.session.receipt;
            let none = match self.kind {
                PaymentKind::Principal => text.none_due,
                PaymentKind::Interest => text.no_interest_due,
            };
            return Step::Warning(none.to_owned());
        }
        if let Some(Input::Money(money)) = self.form.input_mut(Field::Amount) {
            money.set(Some(amount));
        }
        Step::Stay
    }

    fn on_own(&mut self, letter: char, view: &View) -> Step {
        let Some(row) = &self.row else { return Step::Stay };
        let (due, all) = match self.kind {
            PaymentKind::Principal => (row.next_session.principal, row.outstanding),
            PaymentKind::Interest => {
                let owed = row.interest.accrued - row.interest.paid;
                (row.next_session.interest, owed.at_least_zero())
            }
        };
        match letter {
            '=' => self.fill(due, view),
            'e' => self.fill(all, view),
            _ => Step::Ignored,
        }
    }
}

impl Receipt {
    const fn heading(&self, view: &View) -> &'static str {
        match self.kind {
            PaymentKind::Principal => view.text.session.receipt.title,
            PaymentKind::Interest => view.text.session.receipt.title_interest,
        }
    }
}

impl Screen for Receipt {
    fn title(&self, view: &View) -> String {
        let name = self.row.as_ref().map(|row| view.name(&row.name)).unwrap_or_default();
        format!("{} · {name}", self.heading(view))
    }

    fn keys(&self) -> &'static [Binding] {
        match (&self.done, self.form.active()) {
            (Some(_), _) => DONE,
            (None, _) if self.asking => ASKING,
            (None, Some(Field::Amount)) => KEYS,
            (None, _) => KEYS_ELSEWHERE,
        }
    }

    fn types_words(&self) -> bool {
        self.form.types_words()
    }

    fn mode(&self) -> Mode {
        if self.done.is_some() || self.asking { Mode::Keys } else { Mode::Typing }
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        if self.done.is_some() {
            return if *action == Action::Open { Step::Back } else { Step::Ignored };
        }
        if self.row.is_none() {
            return Step::Ignored;
        }
        if self.asking {
            return self.on_question(action, view);
        }
        match action {
            Action::Own(letter) => self.on_own(*letter, view),
            Action::Discard if self.form.typed() != self.untouched => {
                let amount = self.form.money(Field::Amount).map(format::money);
                let question = (view.text.session.receipt.discard)(amount.as_deref());
                Step::Confirm { question, action: Action::Confirmed('x') }
            }
            Action::Confirmed('x') => Step::Discard,
            other => match self.form.on(other, form_of(view.area), view) {
                FormAnswer::Ignored => Step::Ignored,
                FormAnswer::Taken => {
                    self.follow(view);
                    Step::Stay
                }
                FormAnswer::Save => self.ask(view),
            },
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        let text = &view.text.session.receipt;
        let Some(row) = &self.row else {
            paint::write(buffer, area, 2, 1, text.gone, view.look.tone(Tone::Dim));
            return;
        };
        let typed = self.form.money(Field::Amount).filter(|_| self.done.is_none());
        match self.kind {
            PaymentKind::Principal => paper::draw_loan(area, buffer, view, row, typed),
            PaymentKind::Interest => {
                let typed = typed.map(|typed| (typed, self.prepaid(typed, view)));
                paper::draw_interest(area, buffer, view, row, typed);
            }
        }
        let part = paint::below(area, HEAD);
        if let Some(done) = &self.done {
            let said = self.say_done(done, row, view);
            let inside = panel::titled(part, buffer, view, text.done, true);
            let lines = paint::wrap(&format!("✓ {said}"), inside.width.saturating_sub(4));
            for (line, y) in lines.iter().zip(1..) {
                paint::write(buffer, inside, 2, y, line, view.look.tone(Tone::Good));
            }
            return;
        }
        if self.asking {
            let new = self.command(view);
            let prepaid = match self.kind {
                PaymentKind::Principal => Dong::ZERO,
                PaymentKind::Interest => self.prepaid(new.amount, view),
            };
            paper::draw_question(part, buffer, view, &paper::Question { new: &new, row, prepaid });
            return;
        }
        panel::titled(part, buffer, view, self.heading(view), false);
        self.form.draw(form_of(area), buffer, view);
    }

    fn refresh(&mut self, view: &View) {
        self.row = loans::loan(&view.question(), &self.loan);
        self.follow(view);
        let names = fields::place_names(view.language());
        if let Some(Input::Choice(choice)) = self.form.input_mut(Field::Place) {
            choice.rename(names);
        }
    }

    fn refused(&mut self, refusal: &Refusal, view: &View) {
        self.refuse(refusal, view);
    }

    fn saved(&mut self, _done: &Done, view: &View) -> Step {
        self.done = Some(self.command(view));
        self.form = form(self.kind, view);
        Step::Stay
    }

    fn draft(&self) -> Option<Draft> {
        let fields = self.form.typed();
        if self.done.is_some() || fields == self.untouched {
            return None;
        }
        let kept = Kept { id: self.id.clone(), fields };
        Some(Draft {
            kind: draft_kind(self.kind),
            key: self.loan.to_string(),
            json: serde_json::to_string(&kept).ok()?,
        })
    }

    fn explains(&self, view: &View) -> Vec<String> {
        view.text.session.receipt.explains.iter().map(|said| (*said).to_owned()).collect()
    }
}

/// The kind of the draft of a receipt of principal or interest.
const fn draft_kind(kind: PaymentKind) -> &'static str {
    match kind {
        PaymentKind::Principal => DRAFT,
        PaymentKind::Interest => INTEREST,
    }
}

/// Rows above the form: what is known of the loan.
const HEAD: u16 = 7;

fn form_of(area: Rect) -> Rect {
    let inside = panel::inside(paint::below(area, HEAD));
    Rect { x: inside.x.saturating_add(1), width: inside.width.saturating_sub(1), ..inside }
}
