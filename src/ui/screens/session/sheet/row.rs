//! One row of a sheet: what the book says of a member, and what was typed.

use crate::domain::entry::SheetLine;
use crate::domain::money::Dong;
use crate::reports::sheet::MemberLine;
use crate::text::format;
use crate::text::parse::{self, MoneyFault};
use crate::ui::keymap::Action;
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::text_field::TextField;

/// The columns that can be typed into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Col {
    /// Lãi thu.
    #[default]
    Interest,
    /// Tiết kiệm: a deposit, or with a minus a withdrawal.
    Savings,
    /// Ghi chú.
    Note,
}

/// What stood in a line and was taken back in one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cancelled {
    /// Interest.
    pub interest: Dong,
    /// Savings: what was deposited less what was withdrawn.
    pub savings: Dong,
    /// Why, and who took it back.
    pub why: String,
}

/// A member's row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What the book says.
    pub line: MemberLine,
    /// Whether the member stands on a saved sheet of the session: then nothing more can be typed.
    pub saved: bool,
    /// What saved sheets of the session say of the member beside money: a 0, a note.
    pub said: Option<SheetLine>,
    /// Interest paid, as typed.
    pub interest: MoneyField,
    /// Savings, as typed.
    pub savings: MoneyField,
    /// A word about it.
    pub note: TextField,
    /// What the office said against a cell.
    pub refusal: Option<(Col, String)>,
    /// What stood in it and was taken back, the earliest first.
    pub cancelled: Vec<Cancelled>,
}

impl Row {
    /// An empty row.
    #[must_use]
    pub fn new(line: MemberLine, saved: bool) -> Row {
        Row {
            line,
            saved,
            said: None,
            interest: MoneyField::new(),
            savings: MoneyField::new(),
            note: TextField::new(),
            refusal: None,
            cancelled: Vec::new(),
        }
    }

    /// Rows of the screen that it takes.
    #[must_use]
    pub fn height(&self) -> usize {
        1 + self.cancelled.len()
    }

    /// Whether a saved sheet says anything of the member, be it a 0 or a note.
    #[must_use]
    pub const fn is_recorded(&self) -> bool {
        self.saved || self.said.is_some()
    }

    /// Whether a saved sheet has a 0 in a cell: asked, and not paid.
    #[must_use]
    pub fn said_zero(&self, col: Col) -> bool {
        let Some(said) = &self.said else { return false };
        let amount = match col {
            Col::Interest => said.interest,
            Col::Savings => said.savings,
            Col::Note => None,
        };
        amount.is_some_and(Dong::is_zero)
    }

    /// The note on a saved sheet.
    #[must_use]
    pub fn said_note(&self) -> Option<&str> {
        let note = self.said.as_ref()?.note.trim();
        (!note.is_empty()).then_some(note)
    }

    /// The amount typed into a cell; none where it is empty, unreadable or no amount. Savings
    /// below zero are withdrawn.
    #[must_use]
    pub fn amount(&self, col: Col) -> Option<Dong> {
        self.value(col).ok().flatten()
    }

    /// Why what was typed into a cell is no amount.
    #[must_use]
    pub fn fault(&self, col: Col) -> Option<MoneyFault> {
        self.value(col).err()
    }

    fn value(&self, col: Col) -> Result<Option<Dong>, MoneyFault> {
        match (col, self.money(col)) {
            (_, None) => Ok(None),
            (Col::Savings, Some(field)) => match field.text().trim_start().strip_prefix(MINUS) {
                Some(rest) => parse::money(rest).map(|dong| Some(-dong)).map_err(unreadable),
                None => field.value(),
            },
            (_, Some(field)) => field.value(),
        }
    }

    /// Puts an amount in; a minus that was typed before it stays.
    pub fn set(&mut self, col: Col, dong: Dong) {
        match col {
            Col::Interest => self.interest.set(Some(dong)),
            Col::Savings if self.savings.text().trim_start().starts_with(MINUS) => {
                self.savings = MoneyField::typed(&format!("-{}", format::amount(dong)));
            }
            Col::Savings => self.savings.set(Some(dong)),
            Col::Note => {}
        }
    }

    /// Writes an amount with its dots once it is left, if it is one.
    pub fn tidy(&mut self, col: Col) {
        if let Some(dong) = self.amount(col) {
            let positive = if dong < Dong::ZERO { -dong } else { dong };
            self.set(col, positive);
        }
    }

    /// Whether something is paid, but less than is to pay: that needs a reason.
    #[must_use]
    pub fn is_short(&self) -> bool {
        let paid = self.amount(Col::Interest).unwrap_or_default();
        paid.is_positive() && paid < self.line.left_to_pay
    }

    /// Whether a reason is needed and not typed.
    #[must_use]
    pub fn is_unexplained(&self) -> bool {
        self.is_short() && self.note.is_blank()
    }

    /// The amount's field of a column.
    #[must_use]
    pub const fn money(&self, col: Col) -> Option<&MoneyField> {
        match col {
            Col::Interest => Some(&self.interest),
            Col::Savings => Some(&self.savings),
            Col::Note => None,
        }
    }

    /// Whether nothing is typed into it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let cells = [self.interest.text(), self.savings.text(), self.note.text()];
        cells.iter().all(|text| text.is_empty())
    }

    /// The field of a column.
    pub fn field(&mut self, col: Col) -> CellField<'_> {
        match col {
            Col::Interest => CellField::Money(&mut self.interest),
            Col::Savings => CellField::Money(&mut self.savings),
            Col::Note => CellField::Text(&mut self.note),
        }
    }
}

/// What stands before savings that are withdrawn.
const MINUS: [char; 2] = ['-', '−'];

/// A minus alone is no amount yet.
fn unreadable(fault: MoneyFault) -> MoneyFault {
    if fault == MoneyFault::Empty { MoneyFault::Unreadable } else { fault }
}

/// The field of a cell.
pub enum CellField<'a> {
    /// An amount.
    Money(&'a mut MoneyField),
    /// A word.
    Text(&'a mut TextField),
}

impl CellField<'_> {
    /// Takes an action; false where it is none of a field's.
    pub fn on(&mut self, action: &Action) -> bool {
        match self {
            Self::Money(field) => field.on(action),
            Self::Text(field) => field.on(action),
        }
    }
}

impl Col {
    /// The column to the left.
    #[must_use]
    pub const fn before(self) -> Col {
        match self {
            Self::Interest | Self::Savings => Self::Interest,
            Self::Note => Self::Savings,
        }
    }

    /// The column to the right.
    #[must_use]
    pub const fn after(self) -> Col {
        match self {
            Self::Interest => Self::Savings,
            Self::Savings | Self::Note => Self::Note,
        }
    }
}
